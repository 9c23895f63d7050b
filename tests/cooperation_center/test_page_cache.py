"""Public pages are kept whole, and nothing of them is ever past.

Commits are real here: inside a transaction nothing is kept, because it reads its own rows.
"""

import re
import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cooperation_center import page_cache
from core import changes
from core.localised import LocalisedText
from core.models import Change
from core.tasks import fold_changes
from people.models import Centre, Country, User
from practices.models import Practice
from tests.cast import sign_in
from tests.consultations import builders as requests
from tests.practices import builders as build

pytestmark = pytest.mark.usefixtures("real_commits")
ABOUT, LIST = "/about/", "/practices/"


@pytest.fixture(autouse=True)
def _noon():
    """Midnight and the end of a minute come when a test says so."""
    with time_machine.travel(datetime(2026, 11, 23, 9, 0, 10, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def house(real_commits, cast):
    User.objects.update(language="en")
    return cast


def published(cast) -> Practice:
    """One more entry of the library that everybody reads."""
    owner = cast.people["advisor_kr"]
    return build.make_practice(cast.centre, cast.organisations["nia"], owner, status="published")


def visitor(**headers) -> Client:
    return Client(headers={"accept-language": "en"} | headers)


def statements(client: Client, path: str) -> tuple[int, str]:
    """How many queries a page costs, and the page."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
    assert answer.status_code == 200
    return len(queries), answer.content.decode()


def is_kept(path: str, **headers) -> bool:
    """Whether the next visitor is shown what is kept: by the one query that asks whether it still holds."""
    return statements(visitor(**headers), path)[0] == 1


def test_the_second_visitor_is_shown_what_the_first_was(house):
    first = statements(visitor(), LIST)
    second = statements(visitor(), LIST)
    assert (second[0], second[1] == first[1]) == (1, True)


def test_each_language_is_a_page(house):
    english, korean = statements(visitor(), ABOUT)[1], statements(visitor(**{"accept-language": "ko"}), ABOUT)[1]
    assert ('<html lang="en"' in english, '<html lang="ko"' in korean) == (True, True)
    assert statements(visitor(), ABOUT) == (1, english)
    assert statements(visitor(**{"accept-language": "ko-KR,ko;q=0.9"}), ABOUT) == (1, korean)
    by_choice = visitor()
    by_choice.cookies["django_language"] = "ko"
    assert statements(by_choice, ABOUT) == (1, korean)


def test_where_a_visitor_comes_from_makes_no_other_page(house):
    plain = statements(visitor(), f"{LIST}?country=BY")[1]
    assert statements(visitor(), f"{LIST}?utm_source=x&country=BY&fbclid=1") == (1, plain)
    fresh = statements(visitor(), f"{LIST}?utm_source=secret&country=KR")[1]
    assert "secret" not in fresh


# --- Nothing is past -------------------------------------------------------------------------------------------------


def by_action(row: Country) -> None:
    row.name = LocalisedText(row.name | {"en": "By an action"})
    row.save()


def in_bulk(row: Country) -> None:
    Country.objects.filter(pk=row.pk).update(name=LocalisedText(row.name | {"en": "In bulk"}))


def from_a_terminal(row: Country) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """UPDATE people_country SET name = name || '{"en": "From a terminal"}' WHERE code = %s""", [row.pk]
        )


@pytest.mark.parametrize(
    ("write", "name"), [(by_action, "By an action"), (in_bulk, "In bulk"), (from_a_terminal, "From a terminal")]
)
def test_whoever_writes_the_next_page_is_new(house, write, name):
    """Countries are known by heart in every process, and their names stand in every page."""
    statements(visitor(), ABOUT)
    assert is_kept(ABOUT)
    write(Country.objects.get(pk="GE"))
    count, page = statements(visitor(), ABOUT)
    assert (count > 1, name in page) == (True, True)
    assert is_kept(ABOUT)


def test_an_administrator_writes(house, admin_user):
    statements(visitor(), ABOUT)
    desk = Client()
    sign_in(admin_user, client=desk)
    centre = Centre.objects.get()
    url = reverse("admin:people_centre_change", args=[centre.pk])
    form = desk.get(url).context["adminform"].form
    sent = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, dict):
            sent |= {f"{bound.html_name}_{code}": text for code, text in value.items()}
        elif isinstance(value, list):
            sent[bound.html_name] = [getattr(one, "pk", one) for one in value]
        elif value not in (None, False):
            sent[bound.html_name] = value
    sent["short_name_en"] = "Renamed by an administrator"
    assert desk.post(url, sent).status_code == 302
    assert "Renamed by an administrator" in statements(visitor(), ABOUT)[1]


def test_a_published_practice_appears_and_leaves(house):
    before = statements(visitor(), LIST)[1]
    row = published(house)
    count, page = statements(visitor(), LIST)
    assert (row.reference in before, row.reference in page, count > 1) == (False, True, True)
    statements(visitor(), row.get_absolute_url())
    assert is_kept(row.get_absolute_url())
    Practice.objects.filter(pk=row.pk).update(status="draft")
    assert visitor().get(row.get_absolute_url()).status_code == 404


def test_what_is_taken_back_was_never_shown(house):
    before = statements(visitor(), ABOUT)[1]
    with transaction.atomic():
        in_bulk(Country.objects.get(pk="GE"))
        assert "ETag" not in visitor().get(ABOUT)  # the transaction reads its own rows
        transaction.set_rollback(True)
    assert statements(visitor(), ABOUT) == (1, before)


def test_nobody_is_shown_what_is_not_committed_and_everybody_what_is(house):
    """Another process writes, reads on, and commits later: until then the page holds, and from then on it does not."""
    statements(visitor(), ABOUT)
    wrote, may_commit, done = threading.Event(), threading.Event(), threading.Event()

    def write() -> None:
        try:
            with transaction.atomic():
                in_bulk(Country.objects.get(pk="GE"))
                wrote.set()
                may_commit.wait(20)
        finally:
            connection.close()
            done.set()

    threading.Thread(target=write).start()
    assert wrote.wait(20)
    assert is_kept(ABOUT)
    may_commit.set()
    assert done.wait(20)
    assert "In bulk" in statements(visitor(), ABOUT)[1]


def test_a_page_that_was_being_made_meanwhile_is_not_shown_twice(house, monkeypatch):
    """A row changes after the page was drawn and before it is kept."""
    made = page_cache.PageCacheMiddleware._made

    def slowly(self, request, key, before):
        answer = made(self, request, key, before)
        in_bulk(Country.objects.get(pk="GE"))
        monkeypatch.undo()
        return answer

    monkeypatch.setattr(page_cache.PageCacheMiddleware, "_made", slowly)
    assert "In bulk" not in visitor().get(ABOUT).content.decode()
    assert "In bulk" in visitor().get(ABOUT).content.decode()


def test_what_no_public_page_reads_leaves_pages_alone(house, official_by):
    statements(visitor(), ABOUT)
    client = Client()
    client.force_login(official_by)
    client.get("/desk/")
    assert is_kept(ABOUT)


def test_a_figure_that_is_known_belongs_to_the_page_that_shows_it(house):
    """The first page asks for the figures of requests; the second language is made while they are known by heart."""
    korean = {"accept-language": "ko"}
    statements(visitor(), "/")
    statements(visitor(**korean), "/")
    assert (is_kept("/"), is_kept("/", **korean)) == (True, True)
    requests.draft(house)
    assert (is_kept("/"), is_kept("/", **korean)) == (False, False)


def test_folding_keeps_pages(house):
    published(house)
    statements(visitor(), LIST)
    assert fold_changes() > 0
    assert is_kept(LIST)
    tables = list(Change.objects.values_list("matter", flat=True))
    assert (len(tables), sorted({*tables})) == (len({*tables}), sorted(tables))
    published(house)
    assert not is_kept(LIST)


def test_a_transaction_is_one_change_however_much_it_writes(house):
    before = changes.read()
    with transaction.atomic():
        for _ in range(3):
            Country.objects.update(capital=LocalisedText(en="x"))
    after = changes.read()
    assert after.of(["people_country"])[1] - before.of(["people_country"])[1] == 1


def test_every_watched_table_is_watched(house):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [changes.TRIGGER])
        assert {name for (name,) in cursor.fetchall()} == set(changes.watched())


# --- Whose page it is ------------------------------------------------------------------------------------------------


def test_who_is_signed_in_neither_fills_it_nor_is_served(house, advisor_kr):
    User.objects.update(language="en")
    reader = Client()
    reader.force_login(advisor_kr)
    own = reader.get(ABOUT)
    assert ("ETag" in own, own["Cache-Control"]) == (False, "private, no-cache")
    shown = visitor().get(ABOUT).content.decode()
    assert (advisor_kr.family_name in own.content.decode(), advisor_kr.family_name in shown) == (True, False)
    assert advisor_kr.family_name in reader.get(ABOUT).content.decode()


@pytest.mark.parametrize(("cookie", "value"), [("theme", "dark"), ("zone", "Asia/Seoul"), ("text_size", "largest")])
def test_who_reads_in_another_light_or_zone_has_a_page_of_his_own(house, cookie, value):
    plain = statements(visitor(), ABOUT)[1]
    client = visitor()
    client.cookies[cookie] = value
    answer = client.get(ABOUT)
    assert ("ETag" in answer, answer.content.decode() == plain) == (False, False)
    assert statements(visitor(), ABOUT) == (1, plain)


def test_what_a_visitor_is_told_is_told_to_nobody_else(house):
    client = visitor()
    client.post("/view/", {"theme": "auto", "contrast": "normal", "text_size": "normal", "zone": "Europe/Minsk"})
    told = client.get(ABOUT).content.decode()
    page = statements(visitor(), ABOUT)[1]
    assert ("Pages now look as you have chosen." in told, "Pages now look" in page) == (True, False)


@pytest.mark.parametrize("path", ["/login/", "/view/", "/language/", "/access/", "/practices/?q=register"])
def test_pages_with_a_form_and_searches_are_made_for_each(house, path):
    answer = visitor().get(path)
    assert "ETag" not in answer


def test_a_page_that_is_not_there_is_not_kept(house):
    answer = visitor().get("/practices/PR-2026-9999/")
    page = answer.content.decode()
    assert (answer.status_code, "ETag" in answer, "<!--clock" in page, 'class="clock-bar"' in page) == (
        404,
        False,
        False,
        True,
    )


def test_two_requests_have_two_numbers(house):
    numbers = {visitor().get(ABOUT)["X-Request-ID"] for _ in range(3)}
    assert len(numbers) == 3


# --- What browsers and robots ask for --------------------------------------------------------------------------------


def test_a_browser_that_has_it_is_told_so(house):
    first = visitor().get(ABOUT)
    again = visitor().get(ABOUT, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert visitor().get(ABOUT, headers={"if-none-match": '"another"'}).status_code == 200
    in_bulk(Country.objects.get(pk="GE"))
    new = visitor().get(ABOUT, headers={"if-none-match": first["ETag"]})
    assert (new.status_code, new["ETag"] == first["ETag"]) == (200, False)


def test_the_head_of_a_page_is_that_of_the_page(house):
    page = visitor().get(ABOUT)
    head = visitor().head(ABOUT)
    names = ("Content-Type", "Content-Language", "Content-Length", "ETag", "Cache-Control", "Vary", "X-Frame-Options")
    assert (head.status_code, head.content) == (200, b"")
    assert {name: head[name] for name in names} == {name: page[name] for name in names}
    assert head["Content-Length"] == str(len(page.content))


def test_headers_are_those_of_a_page_that_is_made(house):
    made, kept = visitor().get(ABOUT), visitor().get(ABOUT)
    without = {"X-Request-ID"}
    assert {k: v for k, v in made.items() if k not in without} == {k: v for k, v in kept.items() if k not in without}
    assert kept["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "default-src 'self'" in kept["Content-Security-Policy"]
    assert kept["Content-Language"] == "en"


# --- Time ------------------------------------------------------------------------------------------------------------


def clocks(page: str) -> list[str]:
    return re.findall(r'data-zone="[^"]+">(\d\d:\d\d)<', page)


def test_the_clocks_go_on(house):
    shown = clocks(statements(visitor(), ABOUT)[1])
    with time_machine.travel(datetime(2026, 11, 23, 9, 1, 5, tzinfo=UTC), tick=False):
        count, page = statements(visitor(), ABOUT)
    assert (shown, clocks(page), count) == (["12:00", "18:00"], ["12:01", "18:01"], 1)


def test_pages_that_speak_of_moments_end_with_the_minute(house):
    statements(visitor(), "/events/")
    assert is_kept("/events/")
    with time_machine.travel(datetime(2026, 11, 23, 9, 1, 0, tzinfo=UTC), tick=False):
        assert not is_kept("/events/")


def test_pages_that_speak_of_days_end_with_the_day_of_either_side(house):
    statements(visitor(), ABOUT)
    midnight_in_seoul = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
    with time_machine.travel(midnight_in_seoul - timedelta(seconds=1), tick=False):
        assert is_kept(ABOUT)
    with time_machine.travel(midnight_in_seoul, tick=False):
        assert not is_kept(ABOUT)
