"""Delegations in every state, each brought there by the acts that people take."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from events.actions import accepting, handing_in, inviting, nominating
from events.enums import CheckPoint, PaperKind, ParticipantStatus, Verdict
from events.models import Delegation, Event, Participant, ParticipantList
from files.actions import store
from files.models import StoredFile
from people.enums import Function
from people.models import User
from tests.cast import Cast
from tests.events.builders import make_event
from tests.factories import appoint, make_user
from tests.files.builders import pdf, upload

FACTS: dict[str, Any] = {
    "given_name": "Tamar",
    "family_name": "Kapanadze",
    "given_name_own": "თამარ",
    "family_name_own": "კაპანაძე",
    "own_language": "ka",
    "language": "en",
    "post": "Head of Division",
    "rank": "manager",
    "experience": "Six years with registers.",
    "complete_and_correct": True,
    "knows_language": True,
}
LETTER: dict[str, Any] = {
    "number": "DGA-7/114",
    "signatory_name": "Levan Gelashvili",
    "signatory_post": "Chairman",
    "language": "en",
}


def edition(cast: Cast, **values: Any) -> Event:
    """An announced edition in forty days for delegations of two; nominations due in ten days, papers in twenty."""
    now = timezone.now()
    fields = {
        "quota": 2,
        "starts_on": timezone.localdate() + timedelta(days=40),
        "nominations_due_at": now + timedelta(days=10),
        "papers_due_at": now + timedelta(days=20),
        **values,
    }
    return make_event(cast.centre, **fields)


def focal_point(cast: Cast, body: str = "agency_ge") -> User:
    """Speaks for a body: there is none in the cast."""
    code = cast.organisations[body].country_id.lower()
    found = User.objects.filter(email=f"focal@{code}.example").first()
    if found is None:
        found = make_user(email=f"focal@{code}.example", given_name="Ketevan", family_name="Maisuradze", language="en")
        appoint(found, Function.FOCAL_POINT, cast.organisations[body], title={"en": "Focal point"})
    return found


def invited(cast: Cast, event: Event | None = None, *, body: str = "agency_ge", **values: Any) -> Delegation:
    event = event or edition(cast)
    fields = {"quota": 2, "due_at": timezone.now() + timedelta(days=10), "letter_number": "IT-12", **values}
    focal_point(cast, body)
    return inviting.invite_bodies(event, by=cast.people["officer"], organisations=[cast.organisations[body]], **fields)[
        0
    ]


def nominee(delegation: Delegation, by: User, number: int = 1, **values: Any) -> Participant:
    facts = {**FACTS, "email": f"nominee{number}@ge.example", "given_name": f"Tamar{number}", **values}
    return nominating.nominate(delegation, by=by, **facts)


def paper_file(by: User, name: str = "letter.pdf") -> StoredFile:
    return store(upload(pdf(), name), by=by)


def with_letter(delegation: Delegation, by: User) -> Delegation:
    values = {**LETTER, "signed_on": date(2026, 1, 15), "file": paper_file(by)}
    return nominating.write_nomination_letter(delegation, by=by, **values)


def ready(cast: Cast, event: Event | None = None, *, body: str = "agency_ge", **values: Any) -> Delegation:
    """Two nominees and one alternate, and the letter: nothing is missing."""
    row, by = invited(cast, event, body=body, **values), focal_point(cast, body)
    code = row.country_id.lower()
    for number in (1, 2, 3):
        nominee(row, by, number, is_alternate=number == 3, email=f"nominee{number}@{code}.example")
    return with_letter(row, by)


def submitted(cast: Cast, event: Event | None = None, *, body: str = "agency_ge", **values: Any) -> Delegation:
    return nominating.submit_nomination(ready(cast, event, body=body, **values), by=focal_point(cast, body))


def forwarded(cast: Cast, event: Event | None = None, *, body: str = "agency_ge", **values: Any) -> Delegation:
    row = submitted(cast, event, body=body, **values)
    contact = {"GE": "contact_ge", "BY": "contact_by"}[row.country_id]
    return nominating.forward_nomination(row, by=cast.people[contact])


def check(cast: Cast, one: Participant, **values: Any) -> Participant:
    verdict = Verdict.RESERVE if one.is_alternate else Verdict.ACCEPT
    fields = {
        "points": CheckPoint.values,
        "verdict": verdict,
        "verdict_reason": "Alternate." if one.is_alternate else "",
        **values,
    }
    return accepting.check_participant(one, by=cast.people["officer"], **fields)


def checked(cast: Cast, event: Event | None = None, **values: Any) -> Delegation:
    row = forwarded(cast, event, **values)
    for one in row.participants.all():
        check(cast, one)
    return row


def lines(event: Event) -> Mapping[Participant, tuple[str, str]]:
    return {one: (one.verdict, one.verdict_reason) for one in accepting.nominees_to_decide(event)}


def proposed(cast: Cast, event: Event | None = None, **values: Any) -> ParticipantList:
    row = checked(cast, event, **values)
    return accepting.propose_list(row.event, by=cast.people["officer"], lines=lines(row.event))


def accepted(cast: Cast, event: Event | None = None, **values: Any) -> Delegation:
    """Both nominees are accepted, the alternate is on the reserve list."""
    made = proposed(cast, event, **values)
    for who in ("director_by", "director_kr"):
        accepting.accept_list(made, by=cast.people[who])
    return made.entries.first().participant.delegation


def people(delegation: Delegation) -> list[Participant]:
    """First nominee, second nominee, alternate."""
    return list(delegation.participants.order_by("pk"))


def states(delegation: Delegation) -> list[str]:
    return [ParticipantStatus(one.status).value for one in people(delegation)]


def paper(cast: Cast, delegation: Delegation, kind: str = PaperKind.COUNTRY_REPORT, by: str = "", **values: Any) -> Any:
    person = cast.people[by] if by else focal_point(cast)
    fields = {"kind": kind, "language": "en", "file": paper_file(person, f"{kind}.pdf"), **values}
    return handing_in.hand_in_paper(delegation, by=person, **fields)


def fresh(row: Any) -> Any:
    """The row as it is in the database."""
    return type(row).objects.get(pk=row.pk)
