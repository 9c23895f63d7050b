"""One way to draw a field, whoever draws the form; and a summary that leads to each field."""

import pytest
from django import forms
from django.template.loader import render_to_string

from core.forms import LocalisedField


class Question(forms.Form):
    title = forms.CharField(label="Title", help_text="One line.")
    subject = forms.ChoiceField(label="Subject", widget=forms.RadioSelect, choices=[("a", "Cloud"), ("b", "Archives")])
    name = LocalisedField(label="Name")
    kind = forms.ChoiceField(label="Kind", choices=[("x", "Opinion")], required=False)
    agree = forms.BooleanField(label="I agree")

    def clean(self):
        self.add_error(None, "The period is taken.")


def order(html, *parts: str):
    places = [html.index(part) for part in parts]
    return places == sorted(places)


DRAWN = ["{{ form }}", "{% include 'components/form.html' %}", "{% load crispy_forms_tags %}{{ form|crispy }}"]


@pytest.mark.parametrize("source", [*DRAWN, "{% load crispy_forms_tags %}{% crispy form %}"])
def test_label_hint_error_control(show, source):
    html = show(source, form=Question({}))
    assert order(html, 'for="id_title"', 'id="id_title_helptext"', 'id="id_title_error"', 'name="title"')
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert "Error: This field is required." in html
    assert html.count("<fieldset") == 2
    assert order(html, "<legend>Subject", 'id="id_subject_error"', 'id="id_subject_0"', 'id="id_subject_1"')
    assert html.count("The period is taken.") == 1
    assert order(html, '<span class="optional">(optional)</span>', 'name="kind"')


@pytest.mark.parametrize("source", DRAWN)
def test_a_form_within_a_page_brings_no_form_tag(show, source):
    assert "<form" not in show(source, form=Question())


def test_nothing_is_wrong_before_it_is_sent(show):
    html = show("{{ form }}", form=Question())
    assert ("is-invalid" in html, "invalid-feedback" in html, "aria-invalid" in html) == (False, False, False)


def test_a_text_has_one_input_per_language(show):
    html = show("{{ form }}", form=Question())
    assert [
        f'<label class="tongue" for="id_name_{n}" lang="{lang}">' in html
        for n, lang in enumerate(("en", "ru", "be", "ko"))
    ] == [True] * 4


def test_each_line_of_the_summary_leads_to_a_field_that_is_there():
    form = Question({})
    page = render_to_string("components/error_summary.html", {"form": form}) + str(form)
    targets = [part.partition('"')[0] for part in page.split('href="#')[1:]]
    assert targets == ["id_title", "id_subject", "id_name", "id_agree"]
    assert [page.count(f'id="{target}"') for target in targets] == [1, 1, 1, 1]
    assert "<li>The period is taken.</li>" in page


def test_a_form_without_errors_has_no_summary():
    assert render_to_string("components/error_summary.html", {"form": Question()}).strip() == ""


def test_the_title_of_the_page_begins_with_the_error():
    page = render_to_string("404.html", {"form": Question({})})
    assert "<title>Error: " in page


def test_the_whole_form_has_its_buttons():
    html = render_to_string(
        "components/whole_form.html",
        {"form": Question(), "submit": "Send", "quiet": "Save for later", "quiet_name": "later"},
    )
    assert order(html, '<form method="post"', ">Send</button>", 'name="later"', "</form>")
