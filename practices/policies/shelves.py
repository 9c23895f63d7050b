"""Who sees and keeps a collection."""

from typing import Any

from django.db.models import Q

from core.policies import rule
from people.enums import Function


@rule("practices.view_collection", public=Q(is_public=True))
def view_collection(user: Any) -> Q:
    """One's own, and those that were shared with whoever is signed in."""
    return Q(user=user) | Q(is_shared=True)


@rule("practices.edit_collection")
def edit_collection(user: Any) -> Q:
    """One's own; what stands before the public in the name of the centre, as long as one is its officer."""
    return Q(user=user) if may_publish_collections(user) else Q(user=user, is_public=False)


@rule("practices.take_back_collection")
def take_back_collection(user: Any) -> Q:
    """One's own, to show it to fewer people or to delete it: also when one is no officer any more."""
    return Q(user=user)


def may_publish_collections(user: Any) -> bool:
    """Officers show theirs to the public. Asked of no row, so not a rule."""
    return user.is_authenticated and user.standing.holds(Function.OFFICER)
