"""The public file of a body with many projects, read from a database: how large, how long, how much memory.

`python -m bench.iati_rows` makes a database of its own with 1,000 projects, each with money and 144 approved values in
three parts, writes the file in a process of its own, and ends with 1 when a bound breaks or the schema objects.
`--drop` of `python -m bench` removes the database. Needs Linux, which says what a process has used at most.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

from bench import database
from bench.iati import MEMORY, SECONDS, Measured, peak
from cooperation_center import env
from tools.services import Services

REPORTER = "XM-DAC-742"
RESULTS, INDICATORS, QUARTERS, PARTS, PAYMENTS = 3, 4, 12, 3, 12
VALUES = """
INSERT INTO projects_target (measure_id, period_id, value, text)
SELECT m.id, p.id, m.id %% 90 + 10, '{}' FROM projects_measure m JOIN projects_period p USING (project_id);
INSERT INTO projects_reportedvalue (measure_id, period_id, project_id, side, state, value, text, comment, evidence,
    reason, revision, by_id, created_at, moved_at, submitted_at, approved_at)
SELECT m.id, p.id, m.project_id, 'a', 'approved', m.id %% 80 + 3, '{}', '{"en": "As counted by the agencies"}', '', '',
    1, %(by)s, now(), now(), now(), now()
FROM projects_measure m JOIN projects_period p USING (project_id);
INSERT INTO projects_valuepart (of_id, category_id, value)
SELECT v.id, c.id, 1 FROM projects_reportedvalue v CROSS JOIN projects_category c;
ANALYZE;
"""


def main() -> int:
    """Fill, measure, print, judge."""
    parser = argparse.ArgumentParser(prog="python -m bench.iati_rows", description=__doc__)
    parser.add_argument("--activities", type=int, default=1_000)
    parser.add_argument("--in-this-process", choices=["fill", "measure"], help="used by the measurement itself")
    asked = parser.parse_args()
    if asked.in_this_process:
        return _in_this_process(asked.in_this_process, asked.activities)
    with Services() as services:
        server = services.addresses()["DATABASE_URL"]
        name = f"iati_{asked.activities}"
        if database.prepare(server, name):
            _run(server, name, "fill", asked.activities)
            database.sign(server, name)
        found = Measured(*json.loads(_run(server, name, "measure", asked.activities)))
    print(
        f"{found.activities} projects, {found.megabytes:.1f} MB: {found.seconds:.1f} s,"
        f" {found.peak:.0f} MB of memory at its peak, {found.before:.0f} MB of them before"
    )
    print("The schema says: valid" if not found.faults else f"{found.faults} objections of the schema")
    return 0 if found.peak < MEMORY and found.seconds < SECONDS and not found.faults else 1


def _run(server: str, name: str, what: str, number: int) -> str:
    command = [sys.executable, "-m", "bench.iati_rows", "--in-this-process", what, "--activities", str(number)]
    variables = database.variables(server, name) | {"LOG_LEVEL": "WARNING"}
    return subprocess.run(command, cwd=env.BASE, env=variables, check=True, stdout=subprocess.PIPE, text=True).stdout


# --- In a process of its own -----------------------------------------------------------------------------------------


def _in_this_process(what: str, number: int) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "cooperation_center.settings"
    import django  # noqa: PLC0415  reads the environment

    django.setup()
    if what == "fill":
        _fill(number)
    else:
        print(json.dumps(_measure()))
    return 0


def _measure() -> Measured:
    """The file as the server sends it; then once more for the schema, when the memory is measured already."""
    from people.models import Organisation  # noqa: PLC0415  needs Django
    from projects.iati import checking, writing  # noqa: PLC0415
    from projects.publishing.published import activities, reported_by  # noqa: PLC0415

    rows = reported_by(Organisation.objects.get(iati__identifier=REPORTER))

    def file(limit: int | None = None) -> Any:
        chosen = rows if limit is None else rows.filter(pk=rows.order_by("pk").values_list("pk", flat=True)[0])
        return writing.stream(activities(chosen), generated_at=datetime.now(UTC))

    size = sum(len(piece) for piece in file(1))  # what is loaded once
    before, begun = peak(), time.monotonic()
    size = sum(len(piece) for piece in file())
    seconds, most = time.monotonic() - begun, peak()
    faults = len(checking.against_schema(b"".join(file())))
    return Measured(rows.count(), size / 1e6, seconds, before, most, faults)


def _fill(number: int) -> None:
    """Rows as the acts leave them, in bulk: nobody is told, no task is queued."""
    from django.db import connection, transaction  # noqa: PLC0415  needs Django

    with transaction.atomic():
        projects, by = _projects(number)
        _money(projects, by)
        _indicators(projects)
        with connection.cursor() as cursor:
            cursor.execute(VALUES, {"by": by.pk})


def _house() -> tuple[Any, Any, Any, Any]:
    from calendars.models import Calendar  # noqa: PLC0415  needs Django
    from people.models import Centre, Country, Organisation, User  # noqa: PLC0415
    from projects.models import IatiIdentity  # noqa: PLC0415

    bodies = []
    for code, country, identifier in (("BY", "Belarus", "BY-GOV-1"), ("KR", "Republic of Korea", REPORTER)):
        calendar, _made = Calendar.objects.get_or_create(code=code, defaults={"zone": "UTC"})
        land, _made = Country.objects.get_or_create(
            code=code, defaults={"name": {"en": country}, "capital": {"en": country}, "calendar": calendar}
        )
        body = Organisation.objects.create(name={"en": f"Ministry of {country}", "ko": "부처"}, country=land)
        IatiIdentity.objects.create(organisation=body, identifier=identifier)
        bodies.append(body)
    centre = Centre.objects.create(
        name={"en": "Centre"}, short_name={"en": "Centre"}, side_a=bodies[0].country, side_b=bodies[1].country
    )
    return centre, *bodies, User.objects.create(email="bench@centre.example", given_name="Bench", family_name="Sample")


def _projects(number: int) -> tuple[list[Any], Any]:
    from agreements.models import Agreement, Committee, CommitteeSession, Decision  # noqa: PLC0415  needs Django
    from projects.models import Project, Publication  # noqa: PLC0415

    now = datetime.now(UTC)
    centre, lead_a, lead_b, by = _house()
    agreement = Agreement.objects.create(
        centre=centre, reference="AG-2016-01", kind="agreement", title={"en": "Agreement"}, status="recorded",
        signed_on=date(2016, 9, 9), recorded_at=now, languages=["en"], by=by,
    )  # fmt: skip
    committee = Committee.objects.create(code="JSC", centre=centre, name={"en": "Joint Steering Committee"})
    session = CommitteeSession.objects.create(
        committee=committee, number=1, programme_year=1, reference="JSC-1", status="held", starts_at=now,
        ends_at=now + timedelta(hours=3), zone="Asia/Seoul", convened_at=now, by=by,
    )  # fmt: skip
    decision = Decision.objects.create(
        session=session, number=1, reference="JSC-1-01", kind="project", title={"en": "Approved"},
        text={"en": "Approved"}, status="adopted", adopted_at=now, by=by,
    )  # fmt: skip
    projects = Project.objects.bulk_create(
        Project(
            centre=centre, reference=f"JP-2026-{place:04d}", stage="running", kind="pilot",
            name={"en": f"Joint project {place}", "ru": f"Совместный проект {place}", "ko": f"공동 사업 {place}"},
            summary={"en": "Records without paper", "ru": "Документы без бумаги", "ko": "종이 없는 기록"},
            country=centre.side_a, agreement=agreement, decision=decision, lead_a=lead_a, lead_b=lead_b, author=by,
            planned_start_on=date(2023, 1, 9), planned_end_on=date(2027, 12, 31), started_on=date(2023, 1, 9),
            submitted_at=now, approved_at=now,
        )
        for place in range(1, number + 1)
    )  # fmt: skip
    Publication.objects.bulk_create(
        Publication(
            project=project, side=side, activity_id=f"{identifier}-{project.reference}", is_published=True,
            published_at=now, sector="22040",
        )
        for project in projects
        for side, identifier in (("a", "BY-GOV-1"), ("b", REPORTER))
    )  # fmt: skip
    return projects, by


def _money(projects: list[Any], by: Any) -> None:
    from projects.models import BudgetLine, Entry  # noqa: PLC0415  needs Django

    rate = {"currency": "USD", "rate": Decimal(1), "rate_source": "USD = USD", "by": by}
    lines = BudgetLine.objects.bulk_create(
        BudgetLine(
            project=project, number=place, title={"en": "Services"}, side="b", source=project.lead_b, group="services",
            amount=Decimal(100_000), starts_on=date(2022 + place, 1, 1), ends_on=date(2022 + place, 12, 31),
            agreement=project.agreement, decision=project.decision, state="approved", rate_on=date(2023, 1, 2), **rate,
        )
        for project in projects
        for place in range(1, 5)
    )  # fmt: skip
    Entry.objects.bulk_create(
        (
            Entry(
                project=line.project, line=line, number=month, side="b", kind="disbursement", state="approved",
                on=date(2025, month, 15), amount=Decimal(month * 1_000), description={"en": "Payment", "ko": "지급"},
                approved_at=datetime.now(UTC), rate_on=date(2025, month, 15), **rate,
            )
            for line in lines
            if line.number == 1
            for month in range(1, PAYMENTS + 1)
        ),
        batch_size=2_000,
    )  # fmt: skip


def _indicators(projects: list[Any]) -> None:
    from projects.models import Category, Dimension, Indicator, Measure, Period, Result  # noqa: PLC0415  needs Django

    region = Dimension.objects.create(key="region", name={"en": "Region", "ru": "Область"})
    for part in range(PARTS):
        Category.objects.create(dimension=region, key=f"region-{part}", name={"en": f"Region {part}"}, position=part)
    library = Indicator.objects.bulk_create(
        Indicator(
            code=f"I-{place:03d}", unit="number", over_time="sum",
            name={"en": f"Registers linked, {place}", "ru": f"Связано реестров, {place}"},
        )
        for place in range(RESULTS * INDICATORS)
    )  # fmt: skip
    Period.objects.bulk_create(
        (
            Period(
                project=project,
                starts_on=date(2023 + quarter // 4, quarter % 4 * 3 + 1, 1),
                ends_on=date(2023 + quarter // 4, quarter % 4 * 3 + 3, 28),
            )
            for project, quarter in product(projects, range(QUARTERS))
        ),
        batch_size=2_000,
    )
    results = Result.objects.bulk_create(
        (
            Result(
                project=project, level="1", number=place, title={"en": f"Result {place}", "ru": f"Результат {place}"}
            )
            for project, place in product(projects, range(1, RESULTS + 1))
        ),
        batch_size=2_000,
    )
    Measure.objects.bulk_create(
        (
            Measure(
                result=result, project=result.project, indicator=library[(result.number - 1) * INDICATORS + place],
                number=place + 1, reported_by="a", baseline=Decimal(place), baseline_on=date(2022, 12, 31),
            )
            for result, place in product(results, range(INDICATORS))
        ),
        batch_size=2_000,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
