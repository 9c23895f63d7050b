"""Who writes press releases and pages, and who publishes them: never the same person alone."""

from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce

from core.models import JournalEntry
from core.policies import NOBODY, rule
from pages.enums import PageStatus, TextState
from pages.models import PageText
from people.enums import Function
from people.models import Centre
from people.standing import once

WRITERS = (Function.OFFICER, Function.CO_DIRECTOR, Function.ADMINISTRATOR)
EVER = datetime(1970, 1, 1, tzinfo=UTC)  # before anything was written
WRITING = ("write", "edit_text")  # acts of the journal
# What was withdrawn before anybody read it stays unknown; what was withdrawn later says so at its address.
PUBLIC = Q(status__in=PageStatus.public()) | Q(status=PageStatus.WITHDRAWN, published_at__isnull=False)


@once
def written_at(user: Any) -> Q:
    """The staff of the centre. An administrator without a centre looks after all of them."""
    if any(held.centre_id is None for held in user.standing.holding(Function.ADMINISTRATOR)):
        return Q(pk__isnull=False)
    centres = user.standing.centre_ids(*WRITERS)
    return Q(centre__in=centres) if centres else NOBODY


@once
def answered_for_by(user: Any) -> Q:
    """Officers and co-directors of the centre."""
    centres = user.standing.centre_ids(Function.OFFICER, Function.CO_DIRECTOR)
    return Q(centre__in=centres) if centres else NOBODY


def may_write_for(user: Any, centre: Centre) -> None:
    """Raise PermissionDenied for whoever does not write for this centre: there is no row to ask yet."""
    held = user.standing.holding(*WRITERS)
    if not any(
        one.centre_id == centre.pk or (one.centre_id is None and one.function == Function.ADMINISTRATOR) for one in held
    ):
        raise PermissionDenied("pages.write")


def may_begin(user: Any) -> bool:
    """Whether the person writes for any centre."""
    return bool(user.is_authenticated and written_at(user) is not NOBODY)


def require_staff(user: Any) -> None:
    """Raise PermissionDenied for whoever writes for no centre: lists of what is written are the staff's."""
    if not may_begin(user):
        raise PermissionDenied("pages.write")


def centres_of(user: Any) -> list[Centre]:
    """The centres that the person writes for."""
    if any(held.centre_id is None for held in user.standing.holding(Function.ADMINISTRATOR)):
        return list(Centre.objects.order_by("pk"))
    return list(Centre.objects.filter(pk__in=user.standing.centre_ids(*WRITERS)).order_by("pk"))


@rule("pages.view", public=PUBLIC)
def view(user: Any) -> Q:
    """Everybody, what is published; the staff of the centre, also what is being written."""
    return written_at(user) | PUBLIC


@rule("pages.write")
def write(user: Any) -> Q:
    """Officers, co-directors and administrators of the centre."""
    return written_at(user)


@rule("pages.publish")
def publish(user: Any) -> Q:
    """Officers and co-directors of the centre, where none of the texts that wait is their own."""
    answered_for = answered_for_by(user)
    if answered_for is NOBODY:
        return NOBODY
    # What was withdrawn and taken up again waits once more, with the texts that readers had.
    waits = Q(state=TextState.DRAFT) | Q(state=TextState.PUBLISHED, page__published_at=None)
    own = PageText.objects.filter(waits, page=OuterRef("pk"), by=user)
    return answered_for & ~Q(Exists(own)) & ~Q(Exists(_written_since_published(user)))


def _written_since_published(user: Any) -> Any:
    """The person's own work on what waits, also where a colleague has saved the same text after him.

    The row of a text names its last writer alone; the journal keeps all of them.
    """
    work = JournalEntry.objects.filter(
        at__gt=Coalesce(OuterRef("renewed_at"), Value(EVER)),
        content_type__app_label="pages",
        content_type__model="page",
        object_id=OuterRef("pk"),
        verb__in=WRITING,
        actor=user,
    )
    return work.order_by()


@rule("pages.withdraw")
def withdraw(user: Any) -> Q:
    """Officers and co-directors of the centre; whoever began a text that was never published gives it up."""
    return answered_for_by(user) | (written_at(user) & Q(author=user, published_at=None))
