"""The own account: names, languages, how pages look."""

from collections.abc import Collection
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction

from core import journal, policies
from people.models import User

PROFILE_FIELDS: tuple[str, ...] = (
    "given_name",
    "family_name",
    "given_name_own",
    "family_name_own",
    "own_language",
    "family_name_first",
    "language",
    "reads",
    "zone",
)
VIEW_FIELDS = ("theme", "contrast", "text_size")


def edit_profile(user: User, *, by: User, **fields: Any) -> User:
    """Change names, languages and zone. Old acts keep the name they were done under: the journal has it."""
    policies.require(by, "people.edit_profile", user)
    return _save(user, PROFILE_FIELDS, fields)


def set_view(user: User, **fields: str) -> User:
    """Keep theme, contrast and text size for every device the person signs in on."""
    return _save(user, VIEW_FIELDS, fields)


def set_language(user: User, language: str) -> User:
    return _save(user, ("language",), {"language": language})


def _save(user: User, allowed: Collection[str], fields: dict[str, Any]) -> User:
    if unknown := set(fields) - set(allowed):
        message = f"Not fields of this act: {sorted(unknown)}"
        raise TypeError(message)
    for name, value in fields.items():
        setattr(user, name, value)
    user.save(update_fields=list(fields))
    return user


@transaction.atomic
def save_account(user: User, *, by: User) -> User:
    """Keep an account as the admin site edited it, and let it sign in by its present address only."""
    is_new = user.pk is None
    user.save()
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
    journal.write(user, "open_account" if is_new else "edit_account", by=by)
    return user
