"""What it takes to write a long list into a file: `python -m bench.exports`.

No database: rows as a list gives them go through the very writer that the work in the background uses. Each size runs
in a process of its own, whose peak of memory the system tells; what a process takes that writes ten rows is taken off.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SIZES = (10, 10_000, 100_000)
COLUMNS = ("Number", "Title", "State", "Country", "Organisation", "Amount", "Day", "Moment", "Score", "Note")


def rows(number: int) -> Iterator[list[Any]]:
    """Rows that differ from one another, as those of a register do."""
    first, begun = date(2019, 1, 1), datetime(2019, 1, 1, 9, tzinfo=UTC)
    for n in range(number):
        yield [
            f"CR-{2019 + n % 8}-{n:06d}",
            f"Облачная платформа государственных органов {n} 클라우드",
            ("Open", "Answered", "Closed")[n % 3],
            ("Belarus", "Georgia", "Armenia")[n % 3],
            f"National Centre of Electronic Services {n % 97}",
            Decimal(n) / 4,
            first + timedelta(days=n % 2500),
            begun + timedelta(minutes=n),
            n % 25,
            None if n % 2 else "=2+2",
        ]


def write(kind: str, number: int) -> None:
    """Write one file, and say what it took: seconds, bytes of the file, kilobytes of memory at the most."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "cooperation_center.settings"
    import django  # noqa: PLC0415  in this process only

    django.setup()
    from reports.exporting.tables import Csv, Table, Xlsx  # noqa: PLC0415  needs the settings

    with TemporaryDirectory() as folder:
        path = Path(folder) / f"list.{kind}"
        started = time.perf_counter()
        table: Table = Csv(path, COLUMNS) if kind == "csv" else Xlsx(path, COLUMNS, name="List")
        for row in rows(number):
            table.write(row)
        table.close([("Rows", number)])
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        sys.stdout.write(f"{seconds:.2f} {path.stat().st_size} {peak}\n")


def measured(kind: str, number: int) -> tuple[float, int, int]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "bench.exports", "--one", kind, str(number)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(said[-3]), int(said[-2]), int(said[-1])


def main() -> None:
    """Both kinds in all sizes, and how much more memory the longest takes than the one before it."""
    sys.stdout.write(f"{'file':6}{'rows':>9}{'seconds':>9}{'MB':>8}{'peak MB':>9}{'more than 10 rows, MB':>23}\n")
    for kind in ("csv", "xlsx"):
        peaks = []
        for number in SIZES:
            seconds, size, peak = measured(kind, number)
            peaks.append(peak)
            line = f"{kind:6}{number:>9}{seconds:>9.2f}{size / 1e6:>8.2f}{peak / 1e3:>9.1f}"
            sys.stdout.write(f"{line}{(peak - peaks[0]) / 1e3:>23.1f}\n")
        sys.stdout.write(f"{kind:6}100,000 rows take {peaks[2] / peaks[1]:.2f} of the memory of 10,000\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", nargs=2, metavar=("KIND", "ROWS"))
    asked = parser.parse_args()
    if asked.one:
        write(asked.one[0], int(asked.one[1]))
    else:
        main()
