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

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Case, ExpressionWrapper, Model, Q, QuerySet, Value, When
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.hashable import make_hashable


class _Nobody(Q):
    """No row. It gives way to whatever it meets, so that nothing is asked of the database for its sake."""

    def __or__(self, other: Any) -> Any:
        return other or self

    def __and__(self, other: Any) -> Any:
        return self

    __ror__, __rand__ = __or__, __and__

    def __invert__(self) -> Q:
        return ~Q(pk__in=[])


NOBODY: Q = _Nobody(pk__in=[])
# Not `Q()`: an empty Q vanishes from `a | b` and would turn "everybody or mine" into "mine".
EVERYBODY = ~NOBODY

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


class Asked:
    """Several permissions of one person on the rows of one model: what they have in common is asked once.

    Rules are put together from a few parts, so that a page that asks for twenty of them asks for the same parts again
    and again, and to make SQL of a part takes longer than to run it. Each part becomes one column; `held` puts the
    rules together again from what the columns of a row say. A part has two values, as in SQL, where Django lets a
    missing value count as no.
    """

    def __init__(self, user: Any, permissions: Iterable[str]) -> None:
        self.conditions = {name: q(name, user) for name in permissions}
        self._parts: dict[Any, tuple[str, Any]] = {}  # name of the column and the part, by what tells parts apart
        for condition in self.conditions.values():
            self._take_apart(condition)

    def _take_apart(self, condition: Q) -> None:
        for part in condition.children:
            if isinstance(part, Q):
                self._take_apart(part)
            else:
                self._parts.setdefault(make_hashable(part), (f"asked_{len(self._parts)}", part))

    @property
    def columns(self) -> dict[str, ExpressionWrapper]:
        """What to annotate the rows with."""
        parts = self._parts.values()
        return {column: ExpressionWrapper(Q(part), output_field=BooleanField()) for column, part in parts}

    def held(self, answers: Mapping[str, Any]) -> set[str]:
        """The permissions that hold on the row whose columns say this."""
        return {name for name, condition in self.conditions.items() if self._holds(condition, answers)}

    def _holds(self, condition: Q, answers: Mapping[str, Any]) -> bool:
        said = (
            self._holds(part, answers) if isinstance(part, Q) else bool(answers[self._parts[make_hashable(part)][0]])
            for part in condition.children
        )
        return {Q.AND: all, Q.OR: any}[condition.connector](said) is not condition.negated


def granted(user: Any, permissions: Iterable[str], obj: Model) -> set[str]:
    """Which of the permissions hold on this one object: one query for all of them."""
    asked = Asked(user, permissions)
    if not asked.conditions:
        return set()
    columns = asked.columns
    row = type(obj)._base_manager.filter(pk=obj.pk).annotate(**columns).values(*columns).first()
    return asked.held(row) if row else set()


def find_granted(rows: "PolicyQuerySet[M]", user: Any, permissions: Iterable[str], **which: Any) -> M:
    """The one row that the person may see, with the set of permissions that hold on it as `granted`: one query in all.

    Raises Http404 where there is none or it may not be seen, so that addresses tell nothing.
    """
    view = rows.view_permission
    asked = Asked(user, {view: None, **dict.fromkeys(permissions)})
    row = get_object_or_404(rows.annotate(**asked.columns), **which)
    row.granted = asked.held(vars(row))
    if view not in row.granted:
        raise Http404
    return row


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
