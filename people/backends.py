"""How `user.has_perm` answers, for the admin site and for templates."""

from typing import TYPE_CHECKING

from django.contrib.auth.backends import BaseBackend
from django.db.models import Model

from core import policies

if TYPE_CHECKING:
    from people.models import User


class PolicyBackend(BaseBackend):
    """A rule of that name decides about an object; what no rule speaks of belongs to administrators.

    Asked without an object, a rule cannot be put as a query: then only administrators are told yes, which opens the
    pages of the admin site to them and nothing to anybody else.
    """

    def has_perm(self, user_obj: "User", perm: str, obj: Model | None = None) -> bool:  # type: ignore[override]
        if not user_obj.is_active:
            return False
        if obj is not None and policies.has(perm):
            return policies.allows(user_obj, perm, obj)
        return user_obj.standing.is_administrator
