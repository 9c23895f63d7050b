"""Officers build the form; what was answered keeps its meaning."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from events.actions.questions import add_question, edit_question, move_question, remove_question
from events.models import RegistrationField
from tests.events.registration.conftest import WORDS, come, fresh, label, text_of


@pytest.mark.parametrize("who", ["director_by", "official_by", "contact_ge", "advisor_kr"])
def test_officers_alone(forum, diet, cast, who):
    by = cast.people[who]
    for act in (
        lambda: add_question(forum, by=by, kind="line", label=label("x"), **WORDS),
        lambda: edit_question(diet, by=by, kind="line", label=label("x"), **WORDS),
        lambda: move_question(diet, by=by, up=True),
        lambda: remove_question(diet, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_not_once_the_event_is_closed(forum, diet, officer):
    type(forum).objects.filter(pk=forum.pk).update(status="closed")
    with pytest.raises(PermissionDenied):
        add_question(forum, by=officer, kind="line", label=label("x"), **WORDS)


def test_the_screens(forum, diet, way, officer, client_of, knock):
    officer.language = "en"
    officer.save()
    for name, args in (("registration_form", ()), ("add_question", ()), ("edit_question", (diet.pk,))):
        met = knock(name, forum.reference, *args)
        assert (met["visitor"], met["official_by"], met["director_kr"], met["officer"]) == (302, 403, 403, 200)
    browser = client_of(officer)
    rows = {"choices-TOTAL_FORMS": "4", "choices-INITIAL_FORMS": "0"}
    asked = {"label_en": "Hotel", "kind": "choice", **rows, "choices-0-text_en": "Plaza", "choices-3-text_ko": "호텔"}
    add = reverse("events:add_question", args=[forum.reference])
    assert browser.post(add, asked).status_code == 302
    hotel = RegistrationField.objects.get(key="hotel")
    assert hotel.choices == [{"key": "plaza", "text": {"en": "Plaza"}}, {"key": "question", "text": {"ko": "호텔"}}]
    refused = browser.post(add, {**asked, "label_en": "One alone", "choices-3-text_ko": ""})
    assert "Offer at least two choices." in text_of(refused)
    assert ("One alone" in refused.content.decode(), "Plaza" in refused.content.decode()) == (True, True)
    edit = reverse("events:edit_question", args=[forum.reference, hotel.pk])
    page = browser.get(edit)
    kept = {f"choices-{name}": value for name, value in page.context["formset"].management_form.initial.items()}
    kept |= {"choices-0-key": "plaza", "choices-0-text_en": "Plaza", "choices-1-key": "question"}
    kept |= {"choices-1-text_ko": "호텔", "choices-2-text_en": "Inn", "label_en": "Lodging", "kind": "choice"}
    assert browser.post(edit, kept).status_code == 302
    assert (fresh(hotel).key, str(fresh(hotel).label)) == ("hotel", "Lodging")
    assert [one["key"] for one in fresh(hotel).choices] == ["plaza", "question", "inn"]
    browser.post(reverse("events:move_question", args=[forum.reference, hotel.pk]), {"to": "up"})
    assert list(forum.registration_fields.values_list("key", flat=True)) == ["diet", "hotel", "way"]
    browser.post(reverse("events:remove_question", args=[forum.reference, hotel.pk]))
    assert not RegistrationField.objects.filter(pk=hotel.pk).exists()
    come(forum, 1, answers={"diet": "Fish"})
    assert browser.post(reverse("events:remove_question", args=[forum.reference, diet.pk])).status_code == 409
