"""What the tests of money share: a keeper of each side's books, lines, rates."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from people.enums import Function
from people.models import User
from projects.enums import EntryKind, Nature
from projects.models import BudgetLine, Project
from tests.cast import Cast
from tests.factories import appoint, make_user
from tests.projects.builders import make_line

DAY = date(2026, 5, 4)


def keeper(cast: Cast, key: str, body: str) -> User:
    """The focal point of a leading body: keeps the books of its side, and approves nothing."""
    user = make_user(email=f"{key}@{body}.example", given_name=key.title(), family_name="Sample")
    appoint(user, Function.FOCAL_POINT, cast.organisations[body], is_primary=True)
    cast.people[key] = user
    return user


@pytest.fixture
def keeper_by(cast: Cast) -> User:
    """Keeps the books of Belarus."""
    return keeper(cast, "keeper_by", "services_by")


@pytest.fixture
def keeper_kr(cast: Cast) -> User:
    """Keeps the books of Korea."""
    return keeper(cast, "keeper_kr", "nia")


@pytest.fixture
def line(project: Project) -> BudgetLine:
    """100,000 dollars of Korea."""
    return make_line(project)


@pytest.fixture
def line_in_kind(project: Project) -> BudgetLine:
    """What Belarus gives in kind."""
    return make_line(project, "a", nature=Nature.IN_KIND, amount=Decimal("60000.00"))


def written(line: BudgetLine, **fields: Any) -> dict[str, Any]:
    """What somebody writes of an entry."""
    return {
        "line": line,
        "kind": EntryKind.DISBURSEMENT,
        "on": DAY,
        "amount": Decimal("1000.00"),
        "currency": "USD",
        "description": {"en": "First payment"},
        **fields,
    }


def posted(line: BudgetLine, **fields: Any) -> dict[str, Any]:
    """The same, as a browser sends it."""
    return {
        "line": str(line.pk),
        "kind": "disbursement",
        "on": "2026-05-04",
        "amount": "1000.00",
        "currency": "USD",
        "description_en": "First payment",
        **fields,
    }
