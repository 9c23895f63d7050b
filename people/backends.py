"""Who somebody is, and how `user.has_perm` answers, for the admin site and for templates."""

from typing import TYPE_CHECKING

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Model

from core import policies

if TYPE_CHECKING:
    from people.models import User


class PolicyBackend(AuthenticationBackend):
    """E-mail address and password by allauth; permissions by our rules, and by nothing else.

    A rule of that name decides about an object; what no rule speaks of belongs to administrators. Asked without an
    object, a rule cannot be put as a query: then only administrators are told yes, which opens the pages of the admin
    site to them and nothing to anybody else.
    """

    def has_perm(self, user_obj: "User", perm: str, obj: Model | None = None) -> bool:
        if not user_obj.is_active:
            return False
        if obj is not None and policies.has(perm):
            return policies.allows(user_obj, perm, obj)
        return user_obj.standing.is_administrator

    def get_all_permissions(self, user_obj: "User", obj: Model | None = None) -> set[str]:  # noqa: ARG002
        """No permission is ever given to a person by name."""
        return set()
