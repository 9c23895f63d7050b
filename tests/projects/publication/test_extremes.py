"""Whatever the database holds becomes a valid file, or is said to be a fault: names, texts, amounts, days at random."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from projects.currencies import Currency, rounded
from projects.enums import EntryKind, Stage
from projects.iati import checking
from projects.models import BudgetLine, Entry, Measure, Partner, Project, ReportedValue, Target
from tests.projects.builders import make_entry, make_line
from tests.projects.iati.standard import objections
from tests.projects.publication.publishing import IDS, activity

LANGUAGES = ("en", "ru", "be", "ko")
WILD = st.sampled_from(["\u202bשלום\u202c", "\x1b[0m", "\ufffe", "𝄞", "]]>", "<!--", "&amp;", "\r\n", "서울"])
# What PostgreSQL holds: no zero byte, no halves of pairs.
WORDS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20) | WILD,
    min_size=1,
    max_size=3,
).map("".join)
TEXTS = st.dictionaries(st.sampled_from(LANGUAGES), WORDS, max_size=4)
SOME = st.dictionaries(st.sampled_from(LANGUAGES), WORDS, min_size=1, max_size=4)
AMOUNTS = st.decimals(Decimal("0.01"), Decimal("999999999999999999.99"), places=2)
FIGURES = st.decimals(Decimal(-9999999999999999), Decimal(9999999999999999), places=4)
DAYS = st.dates(date(1990, 1, 1), date(2026, 6, 1))


@st.composite
def money(draw: Any) -> dict[str, Any]:
    currency = draw(st.sampled_from(Currency.values))
    amount = rounded(draw(AMOUNTS), currency) or Decimal(1)
    return {"currency": currency, "amount": amount, "rate": Decimal("0.0000000001")}


@st.composite
def changes(draw: Any) -> dict[str, Any]:
    start = draw(DAYS)
    return {
        "project": {
            "name": draw(SOME),
            "summary": draw(SOME),
            "objective": draw(TEXTS),
            "place": draw(TEXTS),
            "planned_start_on": draw(st.none() | st.just(start)),
            "planned_end_on": start + timedelta(days=draw(st.integers(0, 3000))),
        },
        "publication": {
            "language": draw(st.sampled_from(LANGUAGES)),
        },
        "own": draw(st.text("ABC-0123456789Ж서", min_size=1, max_size=20) | st.sampled_from(["a b", "", "\u202b"])),
        "partner": {"activity_id": draw(st.sampled_from(["", "BY-MCI-7", "서울-1", "x|y"]))},
        "line": {**draw(money()), "starts_on": start, "ends_on": start + timedelta(days=draw(st.integers(0, 365)))},
        "entry": {**draw(money()), "on": draw(DAYS), "rate_on": draw(DAYS), "description": draw(TEXTS)},
        "kind": draw(st.sampled_from(EntryKind.values)),
        "baseline": draw(st.none() | FIGURES),
        "value": draw(FIGURES),
        "comment": draw(TEXTS),
    }


@pytest.mark.parametrize("side", ["a", "b"])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=changes())
def test_a_file_without_faults_is_valid(both: Project, side: str, made: dict[str, Any]) -> None:
    with transaction.atomic():
        Project.objects.filter(pk=both.pk).update(**made["project"], stage=Stage.RUNNING)
        both.publications.filter(side=side).update(activity_id=f"{IDS[side]}-{made['own']}", **made["publication"])
        Partner.objects.filter(project=both).update(**made["partner"])
        line = make_line(both, side)
        BudgetLine.objects.filter(pk=line.pk).update(**made["line"])
        entry = make_entry(line, made["kind"], side=side)
        Entry.objects.filter(pk=entry.pk).update(**made["entry"])
        Measure.objects.filter(project=both).update(baseline=made["baseline"], baseline_on=date(2025, 1, 1))
        Target.objects.filter(measure__project=both).update(value=made["value"])
        ReportedValue.objects.filter(project=both, value__isnull=False).update(
            value=made["value"], comment=made["comment"]
        )
        found = activity(both, side)
        if not checking.faults(found):
            event("valid")
            assert objections(found, timezone.now().date()) == []
        transaction.set_rollback(True)
