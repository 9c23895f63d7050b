"""Half a year later: was the advice used?"""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from consultations.actions.closing import ask_about_use, report_use
from consultations.models import Consultation
from consultations.tasks import ask_about_use_of_advice
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors

HALF_A_YEAR = timedelta(days=182)


@pytest.fixture
def asked(closed):
    return ask_about_use(closed)


def test_it_is_asked_after_half_a_year_and_once(cast, closed, answered, heard, told):
    heard()
    with time_machine.travel(closed.closed_at + HALF_A_YEAR - timedelta(minutes=1), tick=False):
        assert ask_about_use_of_advice() == 0
    with time_machine.travel(closed.closed_at + HALF_A_YEAR, tick=False):
        assert (ask_about_use_of_advice(), ask_about_use_of_advice()) == (1, 0)
    row = build.fresh(closed)
    assert (row.use_asked_at, build.fresh(answered).use_asked_at) == (closed.closed_at + HALF_A_YEAR, None)
    assert heard() == [("use_asked", {"consultation": row, "by": None})]
    assert told(row)[-1] == ("ask_about_use", "", "", "", "")


def test_what_was_said_is_on_record(asked, official_by, heard, told):
    heard()
    row = build.fresh(report_use(asked, by=official_by, use="partly", reason="Раздел 3 концепции."))
    assert (row.use, row.use_reason, row.use_reported_at is None) == ("partly", "Раздел 3 концепции.", False)
    assert heard() == [("use_reported", {"consultation": row, "by": official_by})]
    assert told(row)[-1] == ("report_use", "", "", "official@by.example", "Раздел 3 концепции.")
    with pytest.raises(RefusedError, match="has been reported already"):
        report_use(asked, by=official_by, use="used", reason="x")


def test_who_reports_and_when(cast, asked, closed, official_by):
    for who in ("contact_by", "officer", "advisor_kr"):
        with pytest.raises(PermissionDenied):
            report_use(asked, by=cast.people[who], use="used", reason="x")
    Consultation.objects.update(use_asked_at=None)
    with pytest.raises(PermissionDenied):
        report_use(closed, by=official_by, use="used", reason="x")


def test_only_known_words(asked, official_by):
    with pytest.raises(ValueError, match="maybe"):
        report_use(asked, by=official_by, use="maybe", reason="x")
    with pytest.raises(IntegrityError, match="consultation_use_has_moment"), transaction.atomic():
        Consultation.objects.update(use="used")


def test_the_screen(asked, knock, screen):
    readers = ("officer", "contact_by", "advisor_kr", "director_by", "director_kr")
    assert knock("report_use", asked) == doors(**dict.fromkeys(readers, 403), official_by=200)
    assert screen("official_by", "detail", asked).context["ask"].button.name == "report_use"
    empty = screen("official_by", "report_use", asked, reason="Долгая история")
    assert (list(empty.context["form"].errors), empty.context["form"]["reason"].value()) == (["use"], "Долгая история")
    answer = screen("official_by", "report_use", asked, use="used", reason="Принято.")
    assert answer["Location"] == asked.get_absolute_url()
    again = screen("official_by", "report_use", asked, use="used", reason="Ещё раз подробно")
    assert (again.status_code, "Ещё раз подробно" in again.content.decode()) == (403, True)
