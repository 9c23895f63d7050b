"""Two sides decide; then an advisor is named."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations import signals
from consultations.actions import clocks
from consultations.enums import ClockKind, Role, Status
from consultations.models import Consultation, Criterion, CriterionScore, Participant
from consultations.workflow import both_sides, lifecycle
from core import journal, policies
from core.refusal import RefusedError
from people.enums import Function
from people.models import Country, User

ASKING = (Function.MEMBER, Function.FOCAL_POINT)


@transaction.atomic
def decide(
    consultation: Consultation,
    *,
    by: User,
    accepts: bool,
    scores: Mapping[Criterion, int] | None = None,
    reason: str = "",
) -> Consultation:
    """Turn one's own side's key: to accept, or to decline with reasons. The second key makes it a decision.

    A side that changes its mind before the other has signed takes its key back. Refused without a reason for declining.
    """
    if not accepts and not reason.strip():
        raise RefusedError(_("Give the reasons for declining: the requester reads them."))
    step = "decide" if accepts else "decline"
    row = _take(lifecycle.lock(consultation), step, by=by, reason=reason)
    if row.status == Status.REGISTERED:
        Consultation.objects.filter(pk=row.pk).update(updated_at=timezone.now())
    for side in sorted(both_sides.of(by, row)):
        _keep_scores(row, side, scores or {})
        if row.status == Status.REGISTERED:
            signals.key_turned.send(Consultation, consultation=row, by=by, side=side, accepts=accepts)
    return row


@transaction.atomic
def decide_by_silence(consultation: Consultation) -> Consultation:
    """Sign for the sides that have not answered in time. Refused when a side has objected."""
    return _take(lifecycle.lock(consultation), "decide", by=None)


def _take(row: Consultation, step: str, *, by: User | None, reason: str = "") -> Consultation:
    now = timezone.now()
    row = lifecycle.take(row, step, by=by, reason=reason, decided_at=now, moved_at=now, updated_at=now)
    if row.status == Status.ACCEPTED:
        staff = row.centre.organisation.country if row.centre.organisation else row.centre.side_a
        clocks.start(row, ClockKind.ASSIGN, staff)
        signals.consultation_accepted.send(Consultation, consultation=row, by=by, by_silence=by is None)
    elif row.status == Status.DECLINED:
        clocks.end_all(row)
        signals.consultation_declined.send(Consultation, consultation=row, by=by)
    return row


def _keep_scores(row: Consultation, side: str, scores: Mapping[Criterion, int]) -> None:
    row.scores.filter(side=side).delete()
    CriterionScore.objects.bulk_create(
        CriterionScore(consultation=row, side=side, criterion=criterion, score=score)
        for criterion, score in scores.items()
    )


@transaction.atomic
def assign(
    consultation: Consultation,
    *,
    by: User,
    lead: User,
    advisors: Iterable[User] = (),
    counterpart: User | None = None,
    translator: User | None = None,
) -> Consultation:
    """Name who answers, with whom, and who translates; the clock of the answer starts in the lead advisor's calendar.

    Refused when a named advisor is not appointed as one for this centre today.
    """
    now = timezone.now()
    row = lifecycle.take(consultation, "assign", by=by, moved_at=now, updated_at=now)
    _name(row, by=by, lead=lead, advisors=advisors, counterpart=counterpart, translator=translator)
    clocks.end(row, ClockKind.ASSIGN)
    country = _country_of(lead, row)
    clocks.start(row, ClockKind.FIRST_RESPONSE, country)
    clocks.start(row, ClockKind.ANSWER, country)
    return row


@transaction.atomic
def change_people(
    consultation: Consultation,
    *,
    by: User,
    lead: User,
    advisors: Iterable[User] = (),
    counterpart: User | None = None,
    translator: User | None = None,
) -> Consultation:
    """Name other people while the answer is being prepared. Those who leave keep their place in the history."""
    row = lifecycle.lock(consultation)
    policies.require(by, "consultations.assign", row)
    if row.status not in {Status.IN_PROGRESS, Status.WAITING}:
        raise RefusedError(_("People are changed while the answer is being prepared."))
    _name(row, by=by, lead=lead, advisors=advisors, counterpart=counterpart, translator=translator)
    clocks.move(row, ClockKind.ANSWER, _country_of(lead, row))
    return row


def _country_of(lead: User, row: Consultation) -> Country:
    """The country whose working days count for the answer: that of the lead advisor's post at this centre."""
    return lead.standing.holding(Function.ADVISOR, centre_id=row.centre_id)[0].organisation.country


def may_translate(person: User, row: Consultation) -> bool:
    """Advisors and officers of the centre, and the staff of its own body."""
    standing = person.standing
    return standing.holds(Function.ADVISOR, Function.OFFICER, centre_id=row.centre_id) or standing.holds(
        *ASKING, organisation_id=row.centre.organisation_id
    )


def _name(
    row: Consultation,
    *,
    by: User,
    lead: User,
    advisors: Iterable[User],
    counterpart: User | None,
    translator: User | None,
) -> None:
    wanted = dict.fromkeys(advisors, Role.ADVISOR) | {lead: Role.LEAD}
    for person in wanted:
        if not person.standing.holds(Function.ADVISOR, centre_id=row.centre_id):
            raise RefusedError(_("%(person)s is not an advisor of this centre today.") % {"person": person})
    if counterpart and not counterpart.standing.holds(*ASKING, organisation_id=row.organisation_id):
        raise RefusedError(_("%(person)s does not belong to the asking body today.") % {"person": counterpart})
    if translator and not may_translate(translator, row):
        raise RefusedError(_("%(person)s does not work for this centre today.") % {"person": translator})
    wanted = {
        **({counterpart: Role.COUNTERPART} if counterpart else {}),
        **({translator: Role.TRANSLATOR} if translator else {}),
        **wanted,
    }
    now = timezone.now()
    kept = {one.user_id for one in row.participants.now() if wanted.get(one.user) == one.role}
    row.participants.now().exclude(user__in=kept).update(until=now)
    new = [
        Participant(consultation=row, user=person, role=role, since=now)
        for person, role in wanted.items()
        if person.pk not in kept
    ]
    Participant.objects.bulk_create(new)
    journal.write(row, "name_people", by=by, data={"people": {str(one.pk): role for one, role in wanted.items()}})
    signals.advisor_assigned.send(Consultation, consultation=row, by=by, participants=new)
