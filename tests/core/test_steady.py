"""Within a request one version of what a process keeps is gone by, and its stamp is asked for once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache

from core.kept import Kept, steady


@pytest.fixture
def asked(monkeypatch):
    """The stamps that the shared cache was asked for."""
    found, ask = [], cache.get_or_set

    def get_or_set(key, *args, **kwargs):
        found.append(key)
        return ask(key, *args, **kwargs)

    monkeypatch.setattr(cache, "get_or_set", get_or_set)
    return found


@pytest.fixture
def kept(db):
    numbers = iter(range(9))
    one = Kept("test:steady", lambda: next(numbers))
    yield one
    cache.delete(one.stamp)


def elsewhere(act):
    """What another request does meanwhile."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(act).result()


def test_the_stamp_is_asked_for_once(kept, asked):
    with steady():
        assert [kept.get() for _ in range(3)] == [0, 0, 0]
    assert asked == ["test:steady"]
    assert [kept.get(), kept.get()] == [0, 0]
    assert asked == ["test:steady"] * 3


def test_what_others_change_meanwhile_stands_on_the_next_page(kept):
    with steady():
        assert kept.get() == 0
        elsewhere(kept.renew)
        assert kept.get() == 0
    with steady():
        assert kept.get() == 1


def test_what_the_request_changes_itself_it_sees_at_once(kept):
    with steady():
        assert kept.get() == 0
        kept.renew()
        assert kept.get() == 1


def test_inside_another_it_changes_nothing(kept, asked):
    with steady():
        kept.get()
        with steady():
            kept.get()
        kept.get()
    assert asked == ["test:steady"]


def test_a_page_that_failed_leaves_no_version_behind(kept):
    def fail():
        with steady():
            kept.get()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    elsewhere(kept.renew)
    assert kept.get() == 1


def test_a_page_asks_for_each_stamp_once(real_commits, cast, client_of, asked):
    client = client_of(cast.people["officer"])
    client.get("/desk/")
    asked.clear()
    assert client.get("/desk/").status_code == 200
    assert len(asked) == len(set(asked)) > 1
