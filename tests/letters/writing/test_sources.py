"""What each source finds, and what its letters say of it: never a fact that lies sealed."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from agreements.enums import CommitmentStatus, Owner
from consultations.models import Consultation
from events.actions.travel import save_travel
from events.enums import DelegationStatus, EventStatus, ParticipantStatus, VisaState
from events.models import TripReport
from events.travel import CONSENTS, Answer
from letters.actions.issuing import issue_run
from letters.actions.preparing import prepare_run
from letters.fields import names_of
from letters.models import Letter
from letters.sources.source import sources
from people.days import today_at
from tests.agreements.builders import make_agreement, make_commitment
from tests.consultations import builders as requests
from tests.events.builders import make_participant
from tests.letters.builders import make_inviting_event, make_template


def found(source, record, user):
    """The recipients of a source with what the fields stand for, in English; and what finding them cost."""
    row = sources[source].records(user).get(pk=record.pk)
    with CaptureQueriesContext(connection) as queries, translation.override("en"):
        recipients = sources[source].recipients(row)
    assert len(queries) <= 3
    with translation.override("en"):
        said = [
            (one, {name: str(value) for name, value in one.values().items()}, [str(line) for line in one.addressee()])
            for one in recipients
        ]
    for _one, values, _lines in said:
        assert set(values) == set(names_of(sources[source].kind))
    return said


def test_every_source_is_of_a_kind_and_every_kind_has_one():
    assert sorted((one.kind, name) for name, one in sources.items()) == [
        ("acknowledgement", "acknowledgement"),
        ("answer", "answer"),
        ("invitation", "invitation"),
        ("reminder", "reminder_commitments"),
        ("reminder", "reminder_nominations"),
        ("reminder", "reminder_plans"),
        ("reminder", "reminder_reports"),
        ("visa", "visa"),
    ]


@pytest.mark.parametrize("name", sorted(sources))
def test_records_are_those_of_ones_own_centre(cast, name, event):
    for who in ("official_by", "official_ge", "advisor_kr", "admin_user"):
        assert list(sources[name].records(cast.people[who])) == []


def test_acknowledgement_names_who_was_nominated(cast, officer):
    event = make_inviting_event(cast, "agency_ge", "services_by")
    row = event.delegations.get(organisation=cast.organisations["agency_ge"])
    row.status, row.nomination_number, row.forwarded_at = DelegationStatus.FORWARDED, "DGA-7", timezone.now()
    row.nomination_on = timezone.localdate()
    row.save()
    nominee = {"delegation": row, "status": ParticipantStatus.NOMINATED}
    make_participant(event, family_name="Second", order=2, **nominee)
    make_participant(event, family_name="First", order=1, **nominee)
    make_participant(event, family_name="Gone", order=3, delegation=row, status=ParticipantStatus.WITHDRAWN)
    [(one, values, lines)] = found("acknowledgement", event, officer)
    assert (values["nominees"], values["their_number"]) == ("Tamar First; Tamar Second", "DGA-7")
    assert (one.organisation, lines) == (cast.organisations["agency_ge"], ["Digital Governance Agency", "Georgia"])


@pytest.fixture
def answered(cast: Any) -> Consultation:
    return requests.answered(cast)


def test_answer_letter_goes_to_the_requester(cast, officer, answered, official_by):
    [(one, values, lines)] = found("answer", answered, officer)
    assert (one.person, one.organisation, one.is_personal) == (official_by, answered.organisation, False)
    assert values["request_number"] == answered.reference
    assert lines[0] == "National Centre of Electronic Services"


def test_what_was_asked_in_confidence_stays_personal(cast, officer, answered):
    Consultation.objects.update(is_confidential=True)
    answered.refresh_from_db()
    assert [one.is_personal for one, _values, _lines in found("answer", answered, officer)] == [True]


# --- Visas -----------------------------------------------------------------------------------------------------------

PASSPORT = {
    "passport_type": "ordinary",
    "passport_number": "SECRET-77123",
    "nationality": "SECRET-NATION",
    "birth_place": "SECRET-PLACE",
}


def test_visa_support_for_those_who_still_need_one(cast, officer):
    event = make_inviting_event(cast, "agency_ge")
    row = event.delegations.get()
    needs = make_participant(event, delegation=row, family_name="Needs", post="Head", language="ru")
    make_participant(event, family_name="Has", visa=VisaState.GRANTED)
    make_participant(event, family_name="NeedsNone", visa=VisaState.NOT_NEEDED)
    make_participant(event, family_name="Nominee", status=ParticipantStatus.NOMINATED)
    make_participant(event, family_name="Host", country_id="KR")
    make_participant(event, family_name="Forgotten", anonymised_at=timezone.now())
    [(one, values, lines)] = found("visa", event, officer)
    assert (one.key, one.email, one.language, one.is_personal) == (f"participant:{needs.pk}", needs.email, "ru", True)
    assert (values["recipient"], values["institution"], values["post"], values["host"]) == (
        "Tamar Needs",
        "Digital Governance Agency",
        "Head",
        "Republic of Korea",
    )
    assert lines == ["To the consular post concerned", "Republic of Korea"]


def test_sealed_travel_facts_are_in_no_letter(cast, officer, official_ge):
    event = make_inviting_event(cast, "agency_ge")
    person = make_participant(event, user=official_ge, email=official_ge.email)
    consents = {one.name: Answer.AGREED for one in CONSENTS}
    save_travel(person, by=official_ge, facts=PASSPORT, consents=consents, seen=None)
    fields = " ".join(f"{{{name}}}" for name in names_of("visa"))
    template = make_template(cast, kind="visa", name="V", subject={"en": "Visa"}, body={"en": fields})
    run = prepare_run(template, by=officer, source="visa", record=event.pk, signing="b")
    letter = run.letters.get()
    for row in (letter, Letter.objects.values().get(pk=letter.pk)):
        assert "SECRET" not in str(vars(row) if hasattr(row, "pk") else row)
    assert letter.person == official_ge
    assert "{passport_number}" not in fields
    Letter.objects.update(body="{recipient}")
    assert issue_run(run, by=officer).letters.get().body == "Tamar " + person.family_name


# --- Reminders -------------------------------------------------------------------------------------------------------


def test_bodies_that_have_not_nominated(cast, officer):
    event = make_inviting_event(cast, "agency_ge", "services_by")
    event.delegations.filter(organisation=cast.organisations["services_by"]).update(status=DelegationStatus.FORWARDED)
    [(one, values, _lines)] = found("reminder_nominations", event, officer)
    assert one.organisation == cast.organisations["agency_ge"]
    assert (values["matter"], values["about_number"]) == ("the nomination of your delegation", event.reference)


def test_participants_whose_trip_report_is_late(cast, officer):
    first = today_at(cast.centre) - timedelta(days=60)
    event = make_inviting_event(cast, "agency_ge", starts_on=first, status=EventStatus.CLOSED)
    late, in_time, done = (make_participant(event, family_name=name) for name in ("Late", "InTime", "Done"))
    today = today_at(cast.centre)
    TripReport.objects.create(participant=late, due_on=today - timedelta(days=1))
    TripReport.objects.create(participant=in_time, due_on=today)
    TripReport.objects.create(participant=done, due_on=today - timedelta(days=1), submitted_at=timezone.now())
    [(one, values, _lines)] = found("reminder_reports", event, officer)
    assert (one.key.partition(":")[0], one.email) == ("trip_report", late.email)
    assert values["matter"] == "the report of your journey"


def test_those_who_owe_what_an_agreement_promises(cast, officer, director_by, director_kr):
    agreement = make_agreement(cast.centre, officer)
    due_on, body = today_at(cast.centre), cast.organisations["nia"]
    make_commitment(agreement, owner=Owner.BOTH, due_on=due_on)
    make_commitment(agreement, owner=Owner.B, organisation=body, due_on=due_on)
    make_commitment(agreement, owner=Owner.B)  # without a day: nobody is reminded
    make_commitment(agreement, due_on=due_on, status=CommitmentStatus.FULFILLED, settled_on=due_on)
    said = found("reminder_commitments", agreement, officer)
    assert [(one.person, one.organisation) for one, _values, _lines in said] == [
        (director_by, None),
        (director_kr, None),
        (None, body),
    ]
