"""The form field: one input a language."""

from django import forms

from core.forms import LocalisedField
from core.localised import LocalisedText
from tests.core.toy.models import Paper


class PaperForm(forms.ModelForm):
    class Meta:
        model = Paper
        fields = ("title",)


def test_written_languages_are_kept_and_only_those():
    form = PaperForm({"title_en": " Protocol ", "title_ru": "", "title_be": "", "title_ko": "의정서"})
    assert (form.errors, form.cleaned_data) == ({}, {"title": LocalisedText(en="Protocol", ko="의정서")})


def test_any_language_will_do_and_none_will_not():
    assert PaperForm({"title_ko": "의정서"}).is_valid() is True
    assert PaperForm({"title_en": "  "}).errors == {"title": ["Write the text in at least one language."]}


def test_an_optional_one_may_stay_empty():
    class Optional(forms.Form):
        note = LocalisedField(required=False)

    form = Optional({})
    assert (form.errors, form.cleaned_data) == ({}, {"note": LocalisedText()})


def test_each_input_is_marked_with_its_language():
    html = str(PaperForm(instance=Paper(title={"en": "Protocol", "ko": "의정서"}))["title"])
    assert [f'lang="{language}"' in html for language in ("en", "ru", "be", "ko")] == [True] * 4
    assert 'value="의정서"' in html
    assert 'aria-label="Беларуская"' in html


def test_an_unchanged_text_counts_as_unchanged():
    paper = Paper(title={"en": "Protocol"})
    same = {"title_en": "Protocol", "title_ru": "", "title_be": "", "title_ko": ""}
    assert PaperForm(same, instance=paper).has_changed() is False
    assert PaperForm({**same, "title_ko": "의정서"}, instance=paper).has_changed() is True


def test_no_language_is_without_end():
    class Named(forms.Form):
        name = LocalisedField()
        text = LocalisedField(long=True, required=False)

    form = Named({"name_en": "a" * 501, "text_ko": "가" * 20_001})
    assert form.errors == {
        "name": ["This is 501 characters long. Shorten it to 500."],
        "text": ["This is 20001 characters long. Shorten it to 20000."],
    }
