"""The IATI file of many projects with results: how large, how long, and how much memory at its peak.

`python -m bench.iati` measures 1,000 projects, some 60 MB, in a process of its own, and ends with 1 when a bound
breaks; `--check` validates the file as well. Needs Linux, which says what a process has used at most.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from cooperation_center import env
from projects.iati import checking, writing
from projects.iati.activity import (
    Activity,
    Baseline,
    Budget,
    Country,
    Dates,
    Description,
    Dimension,
    Figure,
    Indicator,
    Money,
    Participant,
    Party,
    Period,
    Reporter,
    Result,
    Sector,
    Transaction,
)
from projects.iati.texts import text_of

REPORTER, PARTNER = "XM-DAC-742", "BY-UNP-100000001"
MEMORY = 300  # MB at most
SECONDS = 60
RESULTS, INDICATORS, QUARTERS, DISAGGREGATIONS = 3, 4, 12, 3


class Measured(NamedTuple):
    """What a file of so many projects took."""

    activities: int
    megabytes: float
    seconds: float
    before: float
    peak: float
    faults: int


def activities(number: int) -> Iterator[Activity]:
    """Projects with money and results, one by one, none equal to another."""
    for position in range(1, number + 1):
        yield _activity(position)


def measure(number: int) -> Measured:
    """Write the file in a process of its own, and forget each piece as a server that has sent it."""
    command = [sys.executable, "-m", "bench.iati", "--in-this-process", "--activities", str(number)]
    done = subprocess.run(command, cwd=env.BASE, env=_environment(), check=True, capture_output=True, text=True)
    return Measured(*json.loads(done.stdout))


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(prog="python -m bench.iati", description=__doc__)
    parser.add_argument("--activities", type=int, default=1_000)
    parser.add_argument("--in-this-process", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help="ask the schema as well")
    asked = parser.parse_args()
    if asked.in_this_process:
        print(json.dumps(_measure_here(asked.activities)))
        return 0
    found = measure(asked.activities)
    print(
        f"{found.activities} projects, {found.megabytes:.1f} MB: {found.seconds:.1f} s,"
        f" {found.peak:.0f} MB of memory at its peak, {found.before:.0f} MB of them before"
    )
    is_good = found.peak < MEMORY and found.seconds < SECONDS and not found.faults
    if asked.check:
        begun = time.monotonic()
        wrong = checking.against_schema(b"".join(_file(asked.activities)))
        print(f"The schema took {time.monotonic() - begun:.1f} s and says: {wrong or 'valid'}")
        is_good = is_good and not wrong
    return 0 if is_good else 1


def _measure_here(number: int) -> Measured:
    next(_file(1))  # what is loaded once
    faults = len(checking.faults(_activity(1)))
    before, begun = peak(), time.monotonic()
    size = sum(len(piece) for piece in _file(number))
    return Measured(number, size / 1e6, time.monotonic() - begun, before, peak(), faults)


def _file(number: int) -> Iterator[bytes]:
    return writing.stream(activities(number), generated_at=datetime.now(UTC))


def peak() -> float:
    """MB that this process has used at most, of memory that was really there."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"^VmHWM:\s+(\d+) kB$", status, flags=re.MULTILINE)
    if not found:
        raise RuntimeError("This system does not say how much memory a process has used")
    return int(found[1]) / 1000


def _environment() -> dict[str, str]:
    return os.environ | {"DJANGO_SETTINGS_MODULE": "cooperation_center.settings"}


def _activity(position: int) -> Activity:
    title = text_of(
        {"en": f"Joint project {position}", "ru": f"Совместный проект {position}", "ko": f"공동 사업 {position}"}, "ru"
    )
    money = Money(Decimal(position) * 1_000, "KRW", date(2025, 1, 2))
    identifier = f"{REPORTER}-{position}"
    return Activity(
        identifier=identifier,
        reporter=Reporter(ref=REPORTER, type="10", name=text_of({"en": "A ministry", "ko": "부처"}, "ko")),
        title=title,
        descriptions=(Description(text=title),),
        participants=(
            Participant(role="1", ref=REPORTER, activity_id=identifier),
            Participant(role="4", ref=PARTNER, activity_id=f"{PARTNER}-{position}"),
        ),
        status="2",
        dates=Dates(actual_start=date(2023, 1, 9), planned_end=date(2027, 12, 31)),
        language="ru",
        currency="KRW",
        countries=(Country(code="BY"),),
        sectors=(Sector(code="22040"),),
        budgets=tuple(
            Budget(start=date(year, 1, 1), end=date(year, 12, 31), value=money) for year in range(2023, 2027)
        ),
        transactions=tuple(
            Transaction(
                type="3",
                on=date(2025, month, 15),
                value=money,
                description=title,
                receiver=Party(ref=PARTNER, activity_id=f"{PARTNER}-{position}"),
            )
            for month in range(1, 13)
        ),
        results=tuple(_result(position, number) for number in range(RESULTS)),
    )


def _result(position: int, number: int) -> Result:
    title = text_of({"en": f"Result {number}", "ru": f"Результат {number}"}, "ru")
    return Result(
        type="1", title=title, indicators=tuple(_indicator(position, number, place) for place in range(INDICATORS))
    )


def _indicator(position: int, number: int, place: int) -> Indicator:
    title = text_of({"en": f"Registers linked, {place}", "ru": f"Связано реестров, {place}"}, "ru")
    return Indicator(
        title=title,
        measure="1",
        baselines=(Baseline(year=2022, value=Decimal(place)),),
        periods=tuple(
            Period(
                start=date(2023 + quarter // 4, quarter % 4 * 3 + 1, 1),
                end=date(2023 + quarter // 4, quarter % 4 * 3 + 3, 28),
                targets=(Figure(value=Decimal(position + quarter)),),
                actuals=tuple(
                    Figure(value=Decimal(number + part), dimensions=(Dimension("region", f"Region {part}"),))
                    for part in range(DISAGGREGATIONS)
                ),
            )
            for quarter in range(QUARTERS)
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
