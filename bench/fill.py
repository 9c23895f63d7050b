"""Fill an empty database in bulk: people and texts from here, everything that grows from `fill.sql`."""

import io
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from datetime import time as hour
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from bench import events, practices, projects, words
from calendars.models import Calendar, OfficeWindow
from consultations.actions import clocks
from consultations.models import Consultation, Criterion, Topic
from core.localised import LocalisedText
from core.search import syllable_pairs
from people.enums import Function, OrganisationKind, Side
from people.models import Appointment, Centre, Country, Organisation, User

SQL = Path(__file__).with_name("fill.sql")
SECTION = re.compile(r"^--- (.+)\n", re.MULTILINE)
COUNTRIES = {
    "BY": ("Belarus", "Minsk", "Europe/Minsk"),
    "KR": ("Republic of Korea", "Seoul", "Asia/Seoul"),
    "AM": ("Armenia", "Yerevan", "Asia/Yerevan"),
    "AZ": ("Azerbaijan", "Baku", "Asia/Baku"),
    "BG": ("Bulgaria", "Sofia", "Europe/Sofia"),
    "GE": ("Georgia", "Tbilisi", "Asia/Tbilisi"),
    "KZ": ("Kazakhstan", "Astana", "Asia/Almaty"),
    "KG": ("Kyrgyzstan", "Bishkek", "Asia/Bishkek"),
    "MD": ("Republic of Moldova", "Chișinău", "Europe/Chisinau"),
    "RO": ("Romania", "Bucharest", "Europe/Bucharest"),
    "RS": ("Serbia", "Belgrade", "Europe/Belgrade"),
    "TJ": ("Tajikistan", "Dushanbe", "Asia/Dushanbe"),
    "UZ": ("Uzbekistan", "Tashkent", "Asia/Tashkent"),
}
ASKING = [code for code in COUNTRIES if code != "KR"]
BODIES = 290  # that ask; ten more advise
STAFF = 6  # people of each of them
ADVISORS = 40
# The open requests do not grow with the archive as fast as it does: one in 25, and never fewer than OPEN. The first OWN
# of them are the requests of the people whose pages are measured, so that a page shows as much at either size.
OPEN, OWN = 600, 420
MEASURED = 50_000  # clocks at once
GROWING = (
    "consultations_consultation",
    "consultations_question",
    "consultations_participant",
    "consultations_message",
    "consultations_messagetext",
    "consultations_answerpart",
    "consultations_clock",
    "core_journalentry",
    "core_signature",
    "notifications_notification",
    "notifications_delivery",
    *events.GROWING,
    *practices.GROWING,
    *projects.GROWING,
)
Say = Callable[[str], object]
Person = tuple[str, int, User, Appointment]


def fill(requests: int, say: Say = print) -> None:
    """So many requests and all that belongs to them, in one transaction; then the statistics the planner reads.

    Refuses a database that anybody lives in. Bulk inserts send no signals: nobody is told, no task is queued.
    """
    if User.objects.exists():
        raise SystemExit(f"Refused: somebody lives in {connection.settings_dict['NAME']} already.")
    begun = time.monotonic()
    with transaction.atomic(), connection.cursor() as cursor:
        centre = _house()
        _texts(cursor)
        numbers = {
            "requests": requests,
            "open": min(requests, max(OPEN, requests // 25)),
            "own": OWN,
            "bodies": BODIES,
            "advisors": ADVISORS,
            "centre": centre.pk,
            "type": ContentType.objects.get_for_model(Consultation).pk,
        }
        of_events = events.numbers(requests) | {"centre": centre.pk}
        of_practices = practices.numbers(practices.how_many(requests)) | {"centre": centre.pk}
        of_projects = projects.numbers(requests) | {
            "centre": centre.pk,
            "bodies": BODIES,
            "practices": practices.how_many(requests),
        }
        practices.prepare(cursor, _copy)
        cursor.execute("SET LOCAL work_mem = '256MB'; SET LOCAL maintenance_work_mem = '512MB'")
        with _without_indexes(cursor, say):
            sources = (
                (SQL, numbers),
                (events.SQL, of_events),
                (practices.SQL, of_practices),
                (projects.SQL, of_projects),
            )
            for name, statements in (section for source, told in sources for section in _sections(source, told)):
                at = time.monotonic()
                cursor.execute(statements)
                say(f"  {name}: {time.monotonic() - at:.1f} s")
            at = time.monotonic()
            while clocks.measure(MEASURED):
                pass
            say(f"  how long clocks ran: {time.monotonic() - at:.1f} s")
            at = time.monotonic()
            events.release()
            say(f"  releases: {time.monotonic() - at:.1f} s")
            at = time.monotonic()
            projects.finish()
            say(f"  words and figures of projects: {time.monotonic() - at:.1f} s")
        _count_on(cursor)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")
    say(f"  {requests:,} requests in {time.monotonic() - begun:.0f} s")


def _sections(source: Path, numbers: dict[str, int]) -> Iterator[tuple[str, str]]:
    parts = SECTION.split(source.read_text(encoding="utf-8"))[1:]
    numbered = re.compile(rf":({'|'.join(numbers)})\b")
    for name, statements in zip(parts[::2], parts[1::2], strict=True):
        yield name, numbered.sub(lambda found: str(numbers[found[1]]), statements)


# --- People ----------------------------------------------------------------------------------------------------------


def _house() -> Centre:
    """Calendars, countries, bodies, the centre, and two thousand people with their posts."""
    calendars = [Calendar(code=code, zone=zone) for code, (_name, _capital, zone) in COUNTRIES.items()]
    Calendar.objects.bulk_create(calendars, ignore_conflicts=True)
    if not OfficeWindow.objects.exists():
        OfficeWindow.objects.bulk_create(
            OfficeWindow(calendar=calendar, weekday=day, opens=hour(9), closes=hour(18))
            for calendar in calendars
            for day in range(5)
        )
    Country.objects.bulk_create(
        Country(code=code, name=_said(name), capital=_said(capital), calendar_id=code, family_name_first=code == "KR")
        for code, (name, capital, _zone) in COUNTRIES.items()
    )
    Topic.objects.bulk_create(Topic(name=_said(f"Subject {no}"), position=no) for no in range(12))
    Criterion.objects.bulk_create(Criterion(name=_said(f"Criterion {no}"), position=no) for no in range(10))
    bodies = Organisation.objects.bulk_create(
        Organisation(name=_said(f"Agency {no + 1} of {COUNTRIES[code][0]}"), country_id=code)
        for no, code in enumerate([ASKING[no % len(ASKING)] for no in range(BODIES)] + ["KR"] * 10)
    )
    own = Organisation.objects.create(name=_said("The centre"), kind=OrganisationKind.CENTRE, country_id="BY")
    centre = Centre.objects.create(
        name=_said("IT Cooperation Centre"),
        short_name=_said("Centre"),
        side_a_id="BY",
        side_b_id="KR",
        organisation=own,
    )
    centre.countries.set(Country.objects.filter(pk__in=ASKING))
    people = list(_people(bodies, own, centre))
    User.objects.bulk_create(user for _part, _no, user, _post in people)
    Appointment.objects.bulk_create(post for _part, _no, user, post in people if post.function)
    _keep_people(people, bodies)
    return centre


def _said(text: str) -> LocalisedText:
    return LocalisedText({"en": text, "ru": f"{text} (ru)", "ko": f"{text} (ko)"})


def _people(bodies: Sequence[Organisation], own: Organisation, centre: Centre) -> Iterator[Person]:
    """Everybody as (part, number, person, post): `fill.sql` draws them by part and number."""
    asking, advising = bodies[:BODIES], bodies[BODIES:]
    for no in range(BODIES * STAFF):
        function = Function.FOCAL_POINT if no % STAFF == 1 else Function.MEMBER
        yield _person("member", no + 1, function, asking[no // STAFF], "ru" if no % 10 < 7 else "en")
    for no in range(len(ASKING)):
        yield _person("contact", no + 1, Function.CONTACT_POINT, asking[no], "ru")
    for no in range(ADVISORS):
        advisor = _person("advisor", no + 1, Function.ADVISOR, advising[no % 10], "ko", centre)
        advisor[3].side = Side.B
        yield advisor
    for no in range(10):
        yield _person("translator", no + 1, Function.OBSERVER, advising[no], "en", centre)
    for no in range(6):
        yield _person("officer", no + 1, Function.OFFICER, own, "ru", centre)
    for no, (body, side) in enumerate(((asking[0], Side.A), (advising[0], Side.B))):
        director = _person("director", no + 1, Function.CO_DIRECTOR, body, "ru" if side == Side.A else "ko", centre)
        director[3].side = side
        yield director
    yield _person("evaluator", 1, Function.EVALUATOR, own, "en", centre)
    for no in range(1, 134):
        yield _person("nobody", no, "", own, "en")


def _person(  # noqa: PLR0917  a row of a table
    part: str, no: int, function: str, body: Organisation, language: str, centre: Centre | None = None
) -> Person:
    zone = COUNTRIES[body.country_id][2]
    user = User(
        email=f"{part}{no}@bench.example",
        password="!",  # noqa: S106  no password is this
        given_name=f"{part.capitalize()}",
        family_name=f"Number {no}",
        language=language,
        zone=zone,
        own_language=language,
    )
    post = Appointment(
        user=user,
        function=function,
        organisation=body,
        centre=centre,
        starts_on=date(2016, 9, 9),
        is_primary=True,
        title=_said("Head of department"),
    )
    return part, no, user, post


def _keep_people(people: list[Person], bodies: Sequence[Organisation]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE bench_person (part text, no int, id bigint, name text, language text, country text);"
            "CREATE TEMP TABLE bench_body (no int, id bigint, country text);"
            "CREATE TEMP TABLE bench_topic AS SELECT position AS no, id FROM consultations_topic"
        )
        rows = [(part, no, user.pk, str(user), user.language, post.country_code) for part, no, user, post in people]
        _copy(cursor, "bench_person", rows)
        _copy(cursor, "bench_body", [(no, body.pk, body.country_id) for no, body in enumerate(bodies, 1)])
        cursor.execute("CREATE INDEX ON bench_person (part, no); ANALYZE bench_person; ANALYZE bench_body")


# --- Texts -----------------------------------------------------------------------------------------------------------


def _texts(cursor: Any) -> None:
    """The texts that requests draw from, each with the search vector that `core.search.document` gives it."""
    pools = {
        "title": words.titles(),
        "question": words.texts(2, 300, 1, 2),
        "paragraph": words.texts(3, 400, 4, 8),
        "part": words.texts(4, 400, 3, 5),
        "message": words.texts(5, 1500, 3, 9),
        "city": words.CITIES,
    }
    cursor.execute(
        "CREATE TEMP TABLE bench_text"
        " (kind text, no int, language text, text text, body jsonb, pairs text, vector tsvector)"
    )
    rows = [
        (kind, no, language, text, _json(body), " ".join(syllable_pairs(text)))
        for kind, pool in pools.items()
        for no, texts in enumerate(pool)
        for language, text, body in [
            *((language, texts[language], {language: texts[language]}) for language in words.LANGUAGES),
            ("all", "\n".join(texts.values()), texts),
        ]
    ]
    _copy(cursor, "bench_text (kind, no, language, text, body, pairs)", rows)
    cursor.execute("CREATE TEMP TABLE bench_name (no int PRIMARY KEY, given text, family text)")
    _copy(cursor, "bench_name", [(no, *pair) for no, pair in enumerate(words.names(600))])
    cursor.execute(
        "UPDATE bench_text SET vector = to_tsvector('english', rest) || to_tsvector('russian', rest) ||"
        " to_tsvector('simple', pairs)"
        " FROM (SELECT ctid AS at, regexp_replace(text, '[가-힣]+', ' ', 'g') AS rest FROM bench_text) AS spoken"
        " WHERE ctid = at; CREATE INDEX ON bench_text (kind, language, no); ANALYZE bench_text"
    )


def _json(body: dict[str, str]) -> str:
    return "{" + ", ".join(f'"{language}": "{text}"' for language, text in body.items()) + "}"


# --- Tables ----------------------------------------------------------------------------------------------------------


def _copy(cursor: Any, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """COPY; the texts here hold neither tabs nor backslashes, and a line break is written as PostgreSQL reads it."""
    lines = "\n".join("\t".join(str(value).replace("\n", "\\n") for value in row) for row in rows)
    cursor.copy_expert(f"COPY {table} FROM STDIN", io.StringIO(lines))


@contextmanager
def _without_indexes(cursor: Any, say: Say) -> Iterator[None]:
    """Build the indexes of the tables that grow once at the end: cheaper than a million times in between."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND NOT EXISTS"
        " (SELECT FROM pg_constraint WHERE conindid = to_regclass(format('%%I', indexname)))",
        [list(GROWING)],
    )
    found = cursor.fetchall()
    for name, _definition in found:
        cursor.execute(f'DROP INDEX "{name}"')
    yield
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the foreign keys would hold the tables
    at = time.monotonic()
    for _name, definition in found:
        cursor.execute(definition)
    say(f"  {len(found)} indexes: {time.monotonic() - at:.1f} s")


def _count_on(cursor: Any) -> None:
    """Numbers given from here on follow the ones that were drawn."""
    own = (
        f"consultations_{name}" for name in ("consultation", "question", "message", "messagetext", "answer", "clock")
    )
    for name in (*own, *events.NUMBERED, *practices.NUMBERED, *projects.NUMBERED):
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))")
