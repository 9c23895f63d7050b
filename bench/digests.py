"""Digests of a morning: how long it takes to write them, and how many letters a second go to a mail server.

`python -m bench.digests` makes a database of its own with 10,000 readers of one country, five lines for each about
three kinds of record, opens a mail sink on the loopback and lets as many processes as asked (one) send to it. It says
what the letters cost in queries and where the time goes, ends with 1 when a letter is missing, comes twice or costs
more queries than the bound. `--drop` of `python -m bench` removes the database.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from typing import Any

from bench import database
from cooperation_center import env
from tests.smtp_sink import smtp_sink
from tools.services import Services

LINES, QUERIES = 5, 14


def main() -> int:
    """Fill, measure, print, judge."""
    parser = argparse.ArgumentParser(prog="python -m bench.digests", description=__doc__)
    parser.add_argument("--readers", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--in-this-process", choices=["fill", "write", "send"], help="used by the measurement itself")
    asked = parser.parse_args()
    if asked.in_this_process:
        return _in_this_process(asked.in_this_process, asked.readers)
    with Services() as services, smtp_sink() as sink:
        server, name = services.addresses()["DATABASE_URL"], f"digests_{asked.readers}"
        variables = database.variables(server, name) | {
            "LOG_LEVEL": "WARNING",
            "EMAIL_URL": f"smtp://127.0.0.1:{sink.port}",
        }
        database.prepare(server, name)
        _done(_start("fill", asked.readers, variables))
        written = _done(_start("write", asked.readers, variables))
        begun = time.monotonic()
        sent = [_done(one) for one in [_start("send", asked.readers, variables) for _ in range(asked.workers)]]
        seconds = time.monotonic() - begun
        came = sink.message_ids
    letters, queries = sum(one["letters"] for one in sent), max(one["queries"] for one in sent)
    print(f"{written['digests']:,} digests written in {written['seconds']:.1f} s, {written['queries']} queries")
    print(
        f"{letters:,} letters sent by {asked.workers} in {seconds:.0f} s: {letters / seconds:.0f} a second,"
        f" at most {queries} queries each"
    )
    spent: Counter[str] = Counter()
    for one in sent:
        spent.update(one["spent"])
    whole = sum(spent.values())
    print("Of their time: " + ", ".join(f"{what} {share / whole:.0%}" for what, share in spent.most_common()))
    whole_set = len(came) == came.total() == letters == written["digests"] == asked.readers
    print("Each came once." if whole_set else f"{len(came):,} came, {came.total() - len(came):,} of them again")
    return 0 if whole_set and queries <= QUERIES else 1


def _start(what: str, readers: int, variables: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bench.digests", "--in-this-process", what, "--readers", str(readers)]
    return subprocess.Popen(command, cwd=env.BASE, env=variables, stdout=subprocess.PIPE, text=True)


def _done(process: subprocess.Popen[str]) -> Any:
    said, _nothing = process.communicate()
    if process.returncode:
        raise SystemExit(f"{process.args!r} has failed")
    return json.loads(said or "{}")


# --- In a process of its own -----------------------------------------------------------------------------------------


def _in_this_process(what: str, readers: int) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "cooperation_center.settings"
    import django  # noqa: PLC0415  reads the environment

    django.setup()
    print(json.dumps({"fill": _fill, "write": _write, "send": _send}[what](readers)))
    return 0


def _fill(readers: int) -> dict[str, int]:
    """Readers with a post each, and what each was told last week; nobody is told, no task is queued."""
    from django.contrib.contenttypes.models import ContentType  # noqa: PLC0415  needs Django
    from django.utils import timezone  # noqa: PLC0415

    from notifications.models import DigestWish, Notification  # noqa: PLC0415
    from people.enums import Function  # noqa: PLC0415
    from people.models import Appointment, User  # noqa: PLC0415
    from tests.cast import SINCE, build  # noqa: PLC0415
    from tests.events.builders import make_event  # noqa: PLC0415
    from tests.practices.builders import make_practice  # noqa: PLC0415
    from tests.projects.builders import make_project  # noqa: PLC0415

    cast = build()
    body = cast.organisations["services_by"]
    people = User.objects.bulk_create(
        User(email=f"reader{n}@by.example", given_name="Reader", family_name=str(n), language="ru", zone="Europe/Minsk")
        for n in range(readers)
    )
    Appointment.objects.bulk_create(
        Appointment(user=one, function=Function.MEMBER, organisation=body, starts_on=SINCE, is_primary=True)
        for one in people
    )
    told = {
        "event_closed": make_event(cast.centre),
        "practice_published": make_practice(cast.centre, body, cast.people["official_by"], status="published"),
        "project_started": make_project(cast),
    }
    lines = [(kind, record, ContentType.objects.get_for_model(record)) for kind, record in told.items()]
    officer = cast.people["officer"].pk
    Notification.objects.bulk_create(
        (
            Notification(
                user=one, kind=kind, event=f"{kind}:{n}", content_type=about, object_id=record.pk, for_digest=True,
                context={"people": {"by": officer}},
            )
            for one in people
            for n, (kind, record, about) in enumerate([*lines, *lines][:LINES])
        ),
        batch_size=5_000,
    )  # fmt: skip
    past = timezone.now() - timedelta(days=7)
    DigestWish.objects.bulk_create(DigestWish(user=one, rhythm="daily", next_at=past) for one in people)
    return {}


def _at_the_opening(minute: int = 0) -> Any:
    """The clock at nine in Minsk on a Tuesday, going on from there: digests are written in office hours only."""
    import time_machine  # noqa: PLC0415  for tests and measurements only
    from django.utils import timezone  # noqa: PLC0415

    from calendars.directory import calendar_of  # noqa: PLC0415

    day = timezone.now() + timedelta(days=7)
    tuesday = day - timedelta(days=day.weekday() - 1)
    while not calendar_of("BY").is_working_day(tuesday.date()):
        tuesday += timedelta(days=1)
    return time_machine.travel(tuesday.replace(hour=6, minute=minute, second=1), tick=True)


def _write(_readers: int) -> dict[str, float]:
    from bench.measure import counted  # noqa: PLC0415  needs Django
    from notifications.actions.digesting import write_digests  # noqa: PLC0415
    from notifications.models import Digest  # noqa: PLC0415

    with _at_the_opening(), counted() as queries:
        begun = time.perf_counter()
        while write_digests():
            pass
        seconds = time.perf_counter() - begun
    number = len(queries)
    return {"digests": Digest.objects.count(), "seconds": seconds, "queries": number}


def _send(_readers: int) -> dict[str, Any]:
    """Batch by batch as the worker does it, with what each letter costs."""
    import smtplib  # noqa: PLC0415  its time is measured here

    from bench.measure import counted  # noqa: PLC0415  needs Django
    from notifications.actions.delivering import BATCH, deliver_due  # noqa: PLC0415

    letters, most, smtp = 0, 0, 0.0
    send = smtplib.SMTP.sendmail

    def timed(*arguments: Any, **options: Any) -> Any:
        nonlocal smtp
        begun = time.perf_counter()
        try:
            return send(*arguments, **options)
        finally:
            smtp += time.perf_counter() - begun

    smtplib.SMTP.sendmail = timed  # type: ignore[method-assign]
    in_database = 0.0
    with _at_the_opening(minute=10):
        begun = time.perf_counter()
        while True:
            with counted() as queries:
                done = deliver_due(BATCH)
            letters, in_database = letters + done, in_database + sum(queries)
            if done == BATCH:
                most = max(most, -(-len(queries) // BATCH))
            if done < BATCH:
                break
    whole = time.perf_counter() - begun
    spent = {"database": in_database, "mail server": smtp, "writing": whole - in_database - smtp}
    return {"letters": letters, "queries": most, "spent": spent}


if __name__ == "__main__":
    sys.exit(main())
