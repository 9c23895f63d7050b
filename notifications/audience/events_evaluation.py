"""Who is told of questionnaires: those who came, by their account or by the address they gave."""

from collections.abc import Iterable
from typing import Any

from events.models import Ballot, Event, Participant, Questionnaire
from notifications.messages.kind import To


def _told(participants: Iterable[Participant]) -> list[To]:
    """Everybody of the questionnaire itself; which row is one's own stands in the own line only."""
    return [_to(one, {"participant": one.pk}) for one in participants]


def _to(one: Participant, context: dict[str, Any]) -> To:
    if one.user is not None:
        return To(one.user, context=context)
    return To(address=one.email, language=one.language, country=one.country_id, context=context)


def told_opened(*, event: Event, questionnaire: Questionnaire, **_said: Any) -> Iterable[To]:
    """All who came; after it was opened again those who have not answered."""
    came = Participant.objects.seated().filter(event=event, anonymised_at=None).select_related("user")
    answered = Ballot.objects.filter(questionnaire=questionnaire).values("participant")
    return _told(came.exclude(pk__in=answered))


def told_missing(*, participants: list[Participant], **_said: Any) -> Iterable[To]:
    rows = Participant.objects.filter(pk__in=[one.pk for one in participants], anonymised_at=None)
    return _told(rows.select_related("user"))
