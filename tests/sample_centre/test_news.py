"""News of the sample centre, as its own acts have left them."""

import pytest
from django.test import Client
from django.urls import reverse

from pages.models import Page
from pages.presentation.missing import lines_of

pytestmark = pytest.mark.usefixtures("sample")
WHOLE = {"be": "There", "ru": "There", "en": "There", "ko": "There"}


def release(start: str) -> Page:
    return Page.objects.get(title__en__startswith=start)


def test_the_two_founding_texts_stand_in_four_languages_and_lead_to_what_they_are_about() -> None:
    rows = [release("Belarus and the Republic of Korea agree"), release("Nine Black Sea states")]
    assert [row.reference for row in rows] == ["PR-2016-01", "PR-2017-02"]
    lines = lines_of(Page.objects.filter(pk__in=[row.pk for row in rows]).with_texts().order_by("day"))
    assert [{cell.code: str(cell.words) for cell in line.cells} for line in lines] == [WHOLE, WHOLE]
    assert [row.agreements.count() + row.events.count() for row in rows] == [1, 1]
    event = rows[1].events.get()
    panel = Client().get(reverse("pages:beside", args=["event", event.reference])).content.decode()
    assert rows[1].get_absolute_url() in panel


def test_one_text_was_corrected_one_is_outdated_and_one_is_a_draft() -> None:
    opening = Page.objects.get(title__ru="Центр сотрудничества открыт в Минске")
    text = Client().get(f"{opening.get_absolute_url()}?language=ru").content.decode()
    assert ("Содиректоров у него двое" in text, "Сопредседателей" in text, "а не сопредседатели" in text) == (
        True,
        False,
        True,
    )
    forum = release("Registration for the e-government forum")
    (line,) = lines_of(Page.objects.filter(pk=forum.pk).with_texts())
    assert {cell.code: str(cell.words) for cell in line.cells} == {
        "be": "There",
        "ru": "There",
        "en": "Outdated",
        "ko": "Missing",
    }
    assert list(Page.objects.exclude(status="published").values_list("status", flat=True)) == ["draft"]
