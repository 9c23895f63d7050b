"""The embedded servers: started once, held by several, stopped by the last, never in the way of real ones."""

import os
import subprocess

import psycopg2
import pytest
import redis

from cooperation_center import env
from tools.services import Broker, Database, Services


@pytest.fixture
def only_broker(monkeypatch):
    """Another database is set, so only the broker is ours to start."""
    monkeypatch.setitem(env._values, "DATABASE_URL", "postgresql://elsewhere/portal")
    monkeypatch.setitem(env._values, "REDIS_URL", "")


def test_a_set_variable_keeps_its_twin_from_starting(monkeypatch, tmp_path):
    monkeypatch.setitem(env._values, "DATABASE_URL", "postgresql://elsewhere/portal")
    monkeypatch.setitem(env._values, "REDIS_URL", "redis://elsewhere")
    with Services(tmp_path) as services:
        assert services.servers == []
        assert services.addresses() == {
            "DATABASE_URL": "postgresql://elsewhere/portal",
            "REDIS_URL": "redis://elsewhere",
        }


@pytest.mark.usefixtures("only_broker")
def test_the_last_one_out_stops_them(tmp_path):
    broker = Broker(tmp_path / "valkey")
    with Services(tmp_path):
        with Services(tmp_path):
            assert (tmp_path / "redis_url").read_text(encoding="utf-8") == f"redis+socket://{broker.socket}"
        assert broker.is_running()
    assert not broker.is_running()
    assert not (tmp_path / "redis_url").exists()


@pytest.mark.usefixtures("only_broker")
def test_started_to_stay_they_stay_until_stopped(tmp_path):
    broker = Broker(tmp_path / "valkey")
    services = Services(tmp_path)
    services.start()
    with Services(tmp_path):
        pass
    assert broker.is_running()
    assert services.stop() is True
    assert not broker.is_running()


@pytest.mark.usefixtures("only_broker")
def test_stop_leaves_them_to_whoever_is_at_work(tmp_path):
    broker = Broker(tmp_path / "valkey")
    with Services(tmp_path):
        assert Services(tmp_path).stop() is False
        assert broker.is_running()
    assert not broker.is_running()


def test_what_the_broker_was_told_survives_a_restart(tmp_path):
    broker = Broker(tmp_path)
    broker.start()
    redis.Redis(unix_socket_path=str(broker.socket)).set("key", "value")
    broker.stop()
    broker.start()
    try:
        assert redis.Redis(unix_socket_path=str(broker.socket)).get("key") == b"value"
    finally:
        broker.stop()


def test_a_long_path_gets_a_short_socket(tmp_path):
    broker = Broker(tmp_path / ("long" * 30))
    assert len(os.fsencode(broker.socket)) < 100
    assert broker.start() == f"redis+socket://{broker.socket}"
    broker.stop()
    assert not broker.is_running()


def test_the_database_starts_after_a_crash_whose_number_another_process_got(tmp_path):
    database = Database(tmp_path / "pg")
    url = database.start()
    database.stop()
    with subprocess.Popen(["sleep", "60"]) as other:
        stale = f"{other.pid}\n{database.folder}\n1\n5432\n{database.folder}\n\n1 1\nready\n"
        (database.folder / "postmaster.pid").write_text(stale, encoding="utf-8")
        assert not database.is_running()
        assert database.start() == url
        other.kill()
    try:
        with psycopg2.connect(url.replace(":@", "@")) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT lower('ЁЎ'), current_setting('listen_addresses')")
            assert cursor.fetchone() == ("ёў", "")
    finally:
        database.stop()
    assert not database.is_running()
