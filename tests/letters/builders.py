"""Templates and runs of letters, one line each."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from events.enums import DelegationStatus
from events.models import Event
from letters.actions.issuing import issue_run
from letters.actions.preparing import prepare_run
from letters.enums import LetterKind, Signing
from letters.models import Letter, LetterRun, LetterTemplate
from people.enums import Function
from tests.cast import Cast
from tests.events.builders import make_delegation, make_event, make_stop
from tests.factories import appoint, make_user

SUBJECTS = {"en": "Invitation: {event}", "ru": "Приглашение: {event}", "ko": "초청: {event}"}
BODIES = {
    "en": "Dear colleagues of {recipient},\n\nNominate {quota} people by {deadline}.",
    "ru": "Уважаемые коллеги, {recipient}!\n\nВыдвиньте {quota} человек до {deadline}.",
    "ko": "{recipient} 귀하\n\n{deadline}까지 {quota}명을 추천해 주십시오.",
}


def make_template(cast: Cast, **fields: Any) -> LetterTemplate:
    """An invitation in three languages; Belarusian readers get it in Russian."""
    values: dict[str, Any] = {
        "kind": LetterKind.INVITATION,
        "name": "Invitation",
        "subject": SUBJECTS,
        "body": BODIES,
        "by": cast.people["officer"],
        **fields,
    }
    return LetterTemplate.objects.create(centre=cast.centre, **values)


def make_inviting_event(cast: Cast, *bodies: str, **fields: Any) -> Event:
    """An event to which these bodies of the cast are invited, all of them by the same day."""
    event = make_event(cast.centre, quota=2, languages=["en", "ru"], **fields)
    make_stop(event)
    due_at = timezone.now() + timedelta(days=14)
    for body in bodies or ("services_by", "agency_ge"):
        make_delegation(event, cast.organisations[body], due_at=due_at, status=DelegationStatus.INVITED)
    return event


def make_focal(cast: Cast, body: str, **fields: Any) -> Any:
    """Somebody who opens the letters of a body."""
    return appoint(make_user(**fields), Function.FOCAL_POINT, cast.organisations[body]).user


def prepared(cast: Cast, event: Event, template: LetterTemplate | None = None, **asked: Any) -> LetterRun:
    """Letters to the bodies that the event invites, looked at by nobody yet."""
    template = template or LetterTemplate.objects.first() or make_template(cast)
    asked = {"source": "invitation", "record": event.pk, "signing": Signing.BOTH, **asked}
    return prepare_run(template, by=cast.people["officer"], **asked)


def issued(cast: Cast, event: Event, **asked: Any) -> list[Letter]:
    """The same letters, issued, in their order."""
    run = issue_run(prepared(cast, event, **asked), by=cast.people["officer"])
    return list(run.letters.order_by("position"))
