"""Travel facts are kept sealed, on consent, and by nobody but the person and the travel desk."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from core.models import JournalEntry
from core.refusal import RefusedError
from events.enums import EventStatus, ParticipantStatus
from events.models import Participant, TravelFile
from events.travel import open_sealed
from tests.events.travel.conftest import AGREED, FACTS, NUMBER, journal, saved


def test_the_person_keeps_facts_that_nobody_reads_in_the_database(nino, official_ge):
    file = saved(nino, official_ge)
    assert open_sealed(file).facts == FACTS
    assert {name: one["answer"] for name, one in open_sealed(file).consents.items()} == AGREED
    assert (file.known, str(file.purge_on)) == (["passport", "arrival"], "2031-05-14")
    assert Participant.objects.get(pk=nino.pk).arrival_known
    with connection.cursor() as cursor:
        cursor.execute("SELECT t::text FROM events_travelfile t UNION ALL SELECT j::text FROM core_journalentry j")
        stored = "\n".join(row[0] for row in cursor.fetchall())
    assert [fact for fact in (NUMBER, "Kutaisi", "KE956", "No pork") if fact in stored] == []


def test_the_journal_keeps_the_answers_and_to_which_words(nino, official_ge):
    saved(nino, official_ge)
    saved(nino, official_ge, diet=None, consents={"sensitive": "refused"})
    answers = JournalEntry.objects.about(nino).filter(verb="answer_travel_consent").order_by("pk")
    assert [one.data for one in answers] == [
        {"consent": "general", "answer": "agreed", "version": 1},
        {"consent": "identifier", "answer": "agreed", "version": 1},
        {"consent": "sensitive", "answer": "agreed", "version": 1},
        {"consent": "sensitive", "answer": "refused", "version": 1},
    ]
    assert [verb for verb, _who in journal(nino)].count("edit_travel") == 2


@pytest.mark.parametrize(
    ("consent", "sentence"),
    [
        ("identifier", "“Number of the passport” is kept with consent only: agree, or leave it empty."),
        ("sensitive", "“Diet and access needs” is kept with consent only: agree, or leave it empty."),
        ("general", "“Travel facts” is kept with consent only: agree, or leave it empty."),
    ],
)
def test_nothing_is_kept_without_consent(nino, official_ge, consent, sentence):
    for answer in ("refused", ""):
        with pytest.raises(RefusedError) as refusal:
            saved(nino, official_ge, consents={consent: answer})
        assert str(refusal.value.message) == sentence
    assert not TravelFile.objects.exists()


def test_what_is_left_out_is_forgotten(nino, official_ge):
    saved(nino, official_ge)
    file = saved(nino, official_ge, arrives_at=None, passport_number="")
    assert open_sealed(file).facts == {
        name: value for name, value in FACTS.items() if name not in ("arrives_at", "passport_number")
    }
    assert (file.known, Participant.objects.get(pk=nino.pk).arrival_known) == ([], False)


def test_two_who_write_do_not_lose_each_others_words(nino, official_ge, officer):
    first = saved(nino, official_ge)
    saved(nino, officer, hotel="Lotte", seen=first.updated_at)
    with pytest.raises(RefusedError, match="Somebody has saved these facts meanwhile"):
        saved(nino, official_ge, seen=first.updated_at)
    assert open_sealed(TravelFile.objects.get()).facts["hotel"] == "Lotte"


def test_only_the_person_and_the_travel_desk(cast, nino, colleague):
    may = []
    for who, person in cast.people.items():
        try:
            saved(nino, person)
            may.append(who)
        except PermissionDenied:
            continue
    assert may == ["officer", "official_ge"]


def test_not_for_somebody_who_withdrew(nino, official_ge):
    Participant.objects.update(status=ParticipantStatus.WITHDRAWN)
    with pytest.raises(PermissionDenied):
        saved(nino, official_ge)


def test_not_once_the_event_is_cancelled_or_its_facts_are_destroyed(event, nino, official_ge):
    event.status = EventStatus.CANCELLED
    event.save()
    with pytest.raises(RefusedError, match="no travel facts are kept any more"):
        saved(nino, official_ge)
    today = timezone.localdate()
    event.status, event.starts_on, event.ends_on = (
        EventStatus.CLOSED,
        today.replace(year=2020),
        today.replace(year=2020),
    )
    event.save()
    with pytest.raises(RefusedError, match="no travel facts are kept any more"):
        saved(nino, official_ge)
