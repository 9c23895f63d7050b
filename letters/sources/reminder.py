"""Reminders: of nominations, of trip reports, of the progress of action plans, of what agreements promise."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.enums import CommitmentStatus, Owner
from agreements.models import Agreement, Commitment
from calendars.moments import write_day
from events.enums import DelegationStatus, EventStatus
from events.models import Delegation, Event, Participant, PlanCheck, TripReport
from letters.enums import LetterKind
from letters.policies.letters import writes
from letters.sources.parts import CENTRE, Desks, delegations_of, envelope, events_of, moment_in, of_body, to_delegations
from letters.sources.source import Recipient, Source, register
from people.days import today_at
from people.enums import Function, Side
from people.models import Appointment, Country


def _about(record: Event | Agreement) -> dict[str, object]:
    name = record.name if isinstance(record, Event) else record.title
    return {"about": name, "about_number": record.reference, "centre": record.centre.name}


# --- Nominations -----------------------------------------------------------------------------------------------------


def events_with_nominations(user: Any) -> QuerySet[Event]:
    """Announced events that take delegations."""
    return events_of(user).filter(status=EventStatus.ANNOUNCED, quota__gt=0)


def without_nomination(event: Event) -> list[Recipient]:
    """Bodies that were invited and have not nominated."""
    rows = delegations_of(event, DelegationStatus.INVITED)
    return to_delegations(rows, partial(_of_nomination, event))


def _of_nomination(event: Event, row: Delegation) -> dict[str, object]:
    return {
        **_about(event),
        **of_body(row.organisation, row.country),
        "matter": _("the nomination of your delegation"),
        "deadline": moment_in(row.country, row.due_at or event.nominations_due_at),
    }


# --- What participants owe -------------------------------------------------------------------------------------------


def past_events(user: Any) -> QuerySet[Event]:
    """Events that have begun and were not called off."""
    rows = events_of(user).filter(starts_on__lte=timezone.localdate())
    return rows.filter(status__in=(EventStatus.ANNOUNCED, EventStatus.CLOSED))


def _to_participants(rows: Iterable[tuple[Participant, str, Callable[[], dict[str, object]]]]) -> list[Recipient]:
    """A letter to each person, by the account or by the address; nobody whose name is gone."""
    return [
        Recipient(
            key=key,
            name=str(one.latin_name),
            country=one.country,
            language=one.user.language if one.user else one.language,
            addressee=partial(_to_person, one),
            values=values,
            organisation=one.delegation.organisation if one.delegation else None,
            person=one.user,
            email="" if one.user else one.email,
            is_personal=True,
        )
        for one, key, values in rows
        if one.anonymised_at is None
    ]


def _to_person(one: Participant) -> list[object]:
    body = one.delegation.organisation.name if one.delegation else one.organisation_name
    lines = [one.latin_name, one.post, body, one.country.formal_name or one.country.name]
    return [line for line in lines if line]


def _of_person(event: Event, one: Participant, matter: Callable[[], str], due_on: Any) -> dict[str, object]:
    return {
        **_about(event),
        "recipient": one.latin_name,
        "country": one.country.name,
        "matter": matter(),
        "deadline": write_day(due_on),
    }


PERSON = "participant__user", "participant__country", "participant__delegation__organisation"


def late_reports(event: Event) -> list[Recipient]:
    """Participants whose trip report is overdue."""
    rows = TripReport.objects.filter(
        participant__event=event, submitted_at=None, due_on__lt=today_at(event.centre)
    ).select_related(*PERSON)
    return _to_participants(
        (
            row.participant,
            f"trip_report:{row.pk}",
            partial(_of_person, event, row.participant, lambda: _("the report of your journey"), row.due_on),
        )
        for row in rows
    )


def unanswered_plans(event: Event) -> list[Recipient]:
    """Participants who have not said what became of their plan: the latest question to each."""
    checks = PlanCheck.objects.filter(
        plan__participant__event=event, answered_at=None, due_on__lte=today_at(event.centre)
    )
    rows = checks.select_related("plan", *(f"plan__{name}" for name in PERSON)).order_by("due_on", "pk")
    latest = {row.plan_id: row for row in rows}
    return _to_participants(
        (
            row.plan.participant,
            f"plan:{row.plan_id}",
            partial(
                _of_person,
                event,
                row.plan.participant,
                lambda: _("word on what became of your action plan"),
                row.due_on,
            ),
        )
        for row in latest.values()
    )


# --- What agreements promise -----------------------------------------------------------------------------------------


def agreements_with_commitments(user: Any) -> QuerySet[Agreement]:
    """Agreements of the person's centres in which something with a day is open."""
    due = Commitment.objects.filter(status=CommitmentStatus.OPEN, due_on__isnull=False).values("agreement")
    rows = Agreement.objects.visible_to(user).filter(centre__in=writes(user), pk__in=due)
    return rows.select_related(*CENTRE).order_by("-signed_on", "-pk")


def open_commitments(agreement: Agreement) -> list[Recipient]:
    """Whoever owes what is open: the body that is named, else the co-director of the side, or of both."""
    rows = list(
        agreement.commitments.filter(status=CommitmentStatus.OPEN, due_on__isnull=False).select_related(
            "organisation__country"
        )
    )
    directors = _directors(agreement)
    desks = Desks([row.organisation for row in rows if row.organisation])
    found = []
    for row in rows:
        if row.organisation:
            body, country = row.organisation, row.organisation.country
            found.append(
                Recipient(
                    key=f"commitment:{row.pk}",
                    name=body.name,
                    country=country,
                    language=desks.language(body),
                    addressee=partial(envelope, body, country),
                    values=partial(_of_commitment, agreement, row, body.name, country),
                    organisation=body,
                )
            )
            continue
        sides = Side.values if row.owner == Owner.BOTH else [row.owner]
        found += [_to_director(agreement, row, side, directors[side]) for side in sides if side in directors]
    return found


def _directors(agreement: Agreement) -> dict[str, Appointment]:
    """The co-directors of the centre by side; one query."""
    rows = Appointment.objects.current().filter(
        function=Function.CO_DIRECTOR, centre=agreement.centre_id, user__is_active=True
    )
    return {held.side: held for held in rows.select_related("user", "organisation__country")}


def _to_director(agreement: Agreement, row: Commitment, side: str, held: Appointment) -> Recipient:
    country, user = agreement.centre.side_country(side), held.user
    return Recipient(
        key=f"commitment:{row.pk}:{side}",
        name=str(user.latin_name),
        country=country,
        language=user.language,
        addressee=lambda: [user.latin_name, held.title, held.organisation.name, country.formal_name or country.name],
        values=partial(_of_commitment, agreement, row, user.latin_name, country),
        person=user,
    )


def _of_commitment(agreement: Agreement, row: Commitment, name: object, country: Country) -> dict[str, object]:
    return {
        **_about(agreement),
        "recipient": name,
        "country": country.name,
        "matter": row.text,
        "deadline": write_day(row.due_on) if row.due_on else "",
    }


for _name, _label, _model, _records, _recipients in (
    (
        "reminder_nominations",
        gettext_lazy("Bodies that have not nominated for an event"),
        Event,
        events_with_nominations,
        without_nomination,
    ),
    (
        "reminder_reports",
        gettext_lazy("Participants whose trip report is overdue"),
        Event,
        past_events,
        late_reports,
    ),
    (
        "reminder_plans",
        gettext_lazy("Participants who have not said what became of their action plan"),
        Event,
        past_events,
        unanswered_plans,
    ),
    (
        "reminder_commitments",
        gettext_lazy("Those who owe what an agreement promises"),
        Agreement,
        agreements_with_commitments,
        open_commitments,
    ),
):
    register(Source(_name, LetterKind.REMINDER, _label, _model, _records, _recipients))
