"""Who may do what, as queries.

A permission is a function from a signed-in person to a `Q` over the model it speaks of. The list, the single object,
the search and the button ask the same `Q`, so they cannot disagree.

    @rule("consultations.view")
    def view(user):
        return asked_by(user) | worked_on_by(user)

Rules are written positively. A visitor is never passed to a rule: he gets the rule's `public` part, which is nobody
unless it says otherwise. Reach to-many relations by `pk__in=` or `Exists`, never by a join:
a join would list a row twice.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Case, Model, Q, QuerySet, Value, When

NOBODY = Q(pk__in=[])
# Not `Q()`: an empty Q vanishes from `a | b` and would turn "everybody or mine" into "mine".
EVERYBODY = ~Q(pk__in=[])

Condition = Callable[[Any], Q]
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Rule:
    """One permission: its name, the question asked of a signed-in person, and what visitors get."""

    name: str
    condition: Condition
    public: Q

    @property
    def why(self) -> str:
        """The rule's own docstring: who, in words."""
        return (self.condition.__doc__ or "").strip()


_rules: dict[str, Rule] = {}


def rule(name: str, *, public: Q = NOBODY) -> Callable[[Condition], Condition]:
    """Register the decorated function as the permission `app.verb`. A name is given once."""

    def register(condition: Condition) -> Condition:
        if name in _rules:
            message = f"The rule {name} is written twice"
            raise ValueError(message)
        _rules[name] = Rule(name, condition, public)
        return condition

    return register


def rules() -> dict[str, Rule]:
    """All rules by name."""
    return dict(_rules)


def has(name: str) -> bool:
    """Whether a rule of that name exists."""
    return name in _rules


def q(permission: str, user: Any) -> Q:
    """The rows on which `user` holds `permission`. Raises KeyError for a permission nobody wrote."""
    found = _rules[permission]
    if not (user.is_authenticated and user.is_active):
        return found.public
    return found.public | found.condition(user)


def granted(user: Any, permissions: Iterable[str], obj: Model) -> set[str]:
    """Which of the permissions hold on this one object: one query for all of them."""
    names = list(dict.fromkeys(permissions))
    if not names:
        return set()
    columns = {f"may_{i}": as_column(q(name, user)) for i, name in enumerate(names)}
    row = type(obj)._base_manager.filter(pk=obj.pk).annotate(**columns).values_list(*columns).first()
    return {name for name, yes in zip(names, row or (), strict=False) if yes}


def allows(user: Any, permission: str, obj: Model) -> bool:
    """Whether the permission holds on this object."""
    return type(obj)._base_manager.filter(q(permission, user), pk=obj.pk).exists()


def require(user: Any, permission: str, obj: Model) -> None:
    """Raise PermissionDenied (403) unless the permission holds. Whoever may not even see it gets 404 earlier."""
    if not allows(user, permission, obj):
        raise PermissionDenied(permission)


class PolicyQuerySet(QuerySet[M]):
    """Querysets that know who is asking. Subclasses set `view_permission`."""

    view_permission = ""

    def visible_to(self, user: Any) -> Self:
        """The rows this person, or visitor, may see."""
        return self.filter(q(self.view_permission, user))

    def with_permissions(self, user: Any, **columns: str) -> Self:
        """Mark each row with what the person may do: `.with_permissions(user, can_edit="app.edit")`."""
        return self.annotate(**{name: as_column(q(permission, user)) for name, permission in columns.items()})


def as_column(condition: Q) -> Case:
    """A condition as a boolean column."""
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())
