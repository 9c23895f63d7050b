"""A project with everything that a file can hold, and how files are read back."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from lxml import etree

from projects.enums import EntryKind, EntryState, LineState, Nature, Unit, ValueState
from projects.iati import writing
from projects.iati.activity import Activity
from projects.models import (
    Category,
    Dimension,
    IatiIdentity,
    Indicator,
    Partner,
    Project,
    Publication,
    Registration,
    RegistrationRule,
    ValuePart,
)
from projects.publishing.activity import activity_of
from projects.publishing.rows import rows_of
from tests.cast import Cast
from tests.projects.builders import (
    make_entry,
    make_line,
    make_measure,
    make_period,
    make_project,
    make_target,
    make_value,
)

NIA, SERVICES = "KR-GOV-010", "BY-GOV-742"
IDS = {"a": SERVICES, "b": NIA}


def identify(cast: Cast) -> None:
    """Both leading bodies are known to IATI."""
    for body, identifier in (("services_by", SERVICES), ("nia", NIA)):
        IatiIdentity.objects.get_or_create(
            organisation=cast.organisations[body], defaults={"identifier": identifier, "kind": "10"}
        )


def make_publication(project: Project, side: str, *, is_published: bool = True, **fields: Any) -> Publication:
    """The activity of a side, published unless something else is said."""
    values = {
        "activity_id": f"{IDS[side]}-{project.reference}",
        "is_published": is_published,
        "published_at": timezone.now() if is_published else None,
        **fields,
    }
    return Publication.objects.create(project=project, side=side, **values)


def make_whole(cast: Cast, **fields: Any) -> Project:
    """A running project with money in both books, drafts among them, and results of every kind."""
    identify(cast)
    project = make_project(
        cast,
        summary={"en": "A pilot", "ko": "시범 사업", "be": "Пілот"},
        objective={"en": "Three days instead of 23"},
        place={"en": "Minsk"},
        contractor=cast.organisations["agency_ge"],
        **fields,
    )
    project.refresh_from_db()
    Partner.objects.create(
        project=project, organisation=cast.organisations["ministry_by"], role="3", activity_id="BY-MCI-7"
    )
    rule = RegistrationRule.objects.get_or_create(country=project.country, defaults={"name": {"en": "Registration"}})[0]
    Registration.objects.create(
        project=project, rule=rule, state="registered", number="2/26/001", registered_on=date(2026, 1, 5)
    )
    _money(cast, project)
    _results(project)
    return project


def _money(cast: Cast, project: Project) -> None:
    cash = make_line(project, "b", amount=Decimal("250000.00"))
    make_line(project, "a", nature=Nature.IN_KIND, amount=Decimal("60000.00"))
    make_line(project, "b", state=LineState.DRAFT, amount=Decimal("666.00"))
    won = make_line(project, "b", currency="KRW", rate=Decimal("0.00072"), amount=Decimal(90000000))
    paid = make_entry(cash, amount="120000.00")
    make_entry(won, EntryKind.COMMITMENT, "90000000", receiver=cast.organisations["agency_ge"])
    make_entry(cash, EntryKind.RECEIPT, "119500.00", side="a", answers=paid)
    make_entry(cash, EntryKind.EXPENDITURE, "40000.00", side="a", receiver=cast.organisations["ministry_by"])
    wrong = make_entry(cash, amount="500.00")
    make_entry(cash, amount="-500.00", reverses=wrong)
    make_entry(cash, amount="771993.00", state=EntryState.DRAFT)
    make_entry(cash, EntryKind.IN_KIND, "3333.00", days=Decimal("2.5"))


def _results(project: Project) -> None:
    quarter, later = make_period(project), make_period(project, quarter=2)
    number = make_measure(project)
    make_target(number, quarter, "10")
    value = make_value(number, quarter, "4.5", comment={"en": "Two agencies late"})
    dimension = Dimension.objects.get_or_create(key="sex", defaults={"name": {"en": "Sex"}})[0]
    for place, key in enumerate(("women", "men")):
        category = Category.objects.get_or_create(
            dimension=dimension, key=key, defaults={"name": {"en": key.title()}, "position": place}
        )[0]
        ValuePart.objects.create(of=value, category=category, value=Decimal("2.25"))
    make_value(number, later, "882991", state=ValueState.CHECKED)
    indicator = Indicator.objects.create(
        code=f"T-{project.pk}", name={"en": "Law"}, unit=Unit.TEXT, over_time="last", across="none"
    )
    words = make_measure(project, indicator=indicator, baseline=None, baseline_text={"en": "Paper only"})
    value = make_value(words, quarter, "1")
    type(value).objects.filter(pk=value.pk).update(value=None, text={"en": "A law is in force"})


def activity(project: Project, side: str) -> Activity:
    """As it stands now."""
    return activity_of(rows_of([project.pk])[project.pk], side)


def written(*activities: Activity) -> bytes:
    return b"".join(writing.stream(activities, generated_at=timezone.now()))


def read(xml: bytes) -> Any:
    return etree.fromstring(xml)
