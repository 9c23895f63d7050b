"""Who is told of plans, reports of journeys and certificates."""

from collections.abc import Iterable
from typing import Any

from events.models import ActionPlan, Certificate, CertificateRun, Participant, TripReport
from notifications.audience.events_editions import to_participant
from notifications.messages.kind import To
from people.audience import co_director, holders_in_centre, holders_in_country, holders_in_organisation
from people.enums import Function, Side
from people.models import User


def person(participant: Participant) -> list[To]:
    """The author, by the account or by the address; nobody once the person has left without a name."""
    if participant.anonymised_at is not None:
        return []
    to = to_participant(participant)
    return [To(to.user, to.address, to.language, to.country)]  # about the plan or the report itself


def focal_points(participant: Participant) -> list[User]:
    """Those of the body that sent the person, else the contact point of the country."""
    if participant.delegation is None:
        return []
    found = list(holders_in_organisation(participant.delegation.organisation_id, Function.FOCAL_POINT))
    return found or list(holders_in_country(participant.delegation.country_id, Function.CONTACT_POINT))


def officers(participant: Participant) -> list[User]:
    return list(holders_in_centre(participant.event.centre_id, Function.OFFICER))


def told_author(*, plan: ActionPlan, **_said: Any) -> Iterable[To]:
    return person(plan.participant)


def told_endorsers(*, plan: ActionPlan, **_said: Any) -> Iterable[User]:
    return focal_points(plan.participant)


def told_superior(*, plan: ActionPlan, **_said: Any) -> Iterable[To]:
    """The address that the author wrote; in the language of the author's own letters."""
    one = plan.participant
    if not one.superior_email:
        return []
    return [To(address=one.superior_email, language=one.language, country=one.country_id)]


def told_author_and_officers(*, plan: ActionPlan, **_said: Any) -> Iterable[To | User]:
    return [*person(plan.participant), *officers(plan.participant)]


def told_progress(*, plan: ActionPlan, **_said: Any) -> Iterable[User]:
    return [*officers(plan.participant), *focal_points(plan.participant)]


def told_traveller(*, report: TripReport, **_said: Any) -> Iterable[To]:
    return person(report.participant)


def told_body(*, report: TripReport, **_said: Any) -> Iterable[User]:
    return focal_points(report.participant)


def told_report(*, report: TripReport, **_said: Any) -> Iterable[User]:
    return [*officers(report.participant), *focal_points(report.participant)]


def told_debtors(*, people: list[tuple[Participant, list[str]]], **_said: Any) -> Iterable[To]:
    """Each of what he owes; kept with the line are the names of these things, no text."""
    for one, items in people:
        to = to_participant(one)
        yield To(to.user, to.address, to.language, to.country, about=one, context={"items": items})


def told_directors(*, run: CertificateRun, **_said: Any) -> Iterable[User]:
    return holders_in_centre(run.event.centre_id, Function.CO_DIRECTOR)


def told_other_side(*, run: CertificateRun, side: str, **_said: Any) -> Iterable[User]:
    other = next(one for one in Side.values if one != side)
    director = co_director(run.event.centre_id, other)
    return [director] if director else []


def told_holders(*, certificates: list[Certificate], **_said: Any) -> Iterable[To]:
    """Each of the own certificate."""
    people = Participant.objects.select_related("user").in_bulk([one.participant_id for one in certificates])
    for one in certificates:
        if people[one.participant_id].anonymised_at is None:
            to = to_participant(people[one.participant_id])
            yield To(to.user, to.address, to.language, to.country, about=one)


def told_holder(*, certificate: Certificate, **_said: Any) -> Iterable[To]:
    return person(certificate.participant)
