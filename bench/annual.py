"""The annual report of a centre with 100,000 requests: counted, then drawn as every kind of file in every language.

`python -m bench.annual` works in the large database that `make bench` has filled, and leaves nothing there. It ends
with 1 when the report has fewer pages than it should be measured with, or when a file takes longer or more memory than
the bound: whoever has asked for it waits for it.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from datetime import date
from io import BytesIO

from bench import database
from tools.messages import compile_all
from tools.services import Services

REQUESTS = 100_000
PAGES = 60  # of 13 countries, with a hundred of each kind by name
LONGEST = 20  # seconds, for one file
MOST = 500  # MB, for all of them one after the other
YEAR = 2025


def main() -> int:
    """Measure in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m bench.annual", description=__doc__)
    parser.add_argument("--requests", type=int, default=REQUESTS)
    parser.add_argument("--in-this-process", action="store_true", help="used by the measurement itself")
    asked = parser.parse_args()
    if asked.in_this_process:
        return _measure()
    with Services() as services:
        server = services.addresses()["DATABASE_URL"]
        if not database.is_filled(server, asked.requests):
            raise SystemExit(f"There is no database of {asked.requests:,} requests as it should be: run `make bench`.")
        compile_all()
        variables = database.variables(server, asked.requests) | {"LOG_LEVEL": "WARNING"}
        command = [sys.executable, "-m", "bench.annual", "--in-this-process"]
        return subprocess.run(command, env=variables, check=False).returncode


def _measure() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "cooperation_center.settings"
    import django  # noqa: PLC0415  in this process only

    django.setup()
    from django.db import transaction  # noqa: PLC0415
    from pypdf import PdfReader  # noqa: PLC0415

    from bench.measure import counted  # noqa: PLC0415
    from core.localised import LANGUAGES  # noqa: PLC0415
    from people import directory  # noqa: PLC0415
    from reports.actions.making import make_report  # noqa: PLC0415
    from reports.actions.papers import draw  # noqa: PLC0415
    from reports.enums import Format  # noqa: PLC0415
    from reports.figures.figure import Asked  # noqa: PLC0415

    slowest, pages = 0.0, []
    with transaction.atomic():
        centre = directory.main_centre()
        if centre is None:
            raise SystemExit("There is no centre in this database.")
        asked = Asked(centre, date(YEAR, 1, 1), date(YEAR, 12, 31))
        begun = time.perf_counter()
        with counted() as queries:
            report = make_report("centre_year", asked, by=None)
        print(f"counted in {time.perf_counter() - begun:.1f} s, {len(queries)} queries", flush=True)
        for form in Format.values:
            for language in LANGUAGES:
                begun = time.perf_counter()
                content = draw(report, language, form).read()
                seconds = time.perf_counter() - begun
                slowest = max(slowest, seconds)
                line = f"{form:5}{language:4}{seconds:7.2f} s{len(content) / 1000:9.0f} kB"
                if form == Format.PDF:
                    pages.append(len(PdfReader(BytesIO(content)).pages))
                    line += f"{pages[-1]:5} pages"
                print(line, flush=True)
        transaction.set_rollback(True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"peak of memory {peak:.0f} MB (bound {MOST}), slowest file {slowest:.1f} s (bound {LONGEST})")
    return int(min(pages) < PAGES or slowest > LONGEST or peak > MOST)


if __name__ == "__main__":
    sys.exit(main())
