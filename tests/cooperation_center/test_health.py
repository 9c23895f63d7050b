"""What a supervisor is told: that the process lives, and whether it can work."""

import pytest
from django.db.migrations.recorder import MigrationRecorder


def test_healthz_asks_nobody(client):
    answer = client.get("/healthz")  # pytest-django would refuse any query here
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_readyz_names_what_it_needs(client):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "database": "ok", "migrations": "ok", "broker": "ok"},
    )
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_readyz_refuses_while_a_migration_waits(client):
    MigrationRecorder.Migration.objects.filter(app="core").delete()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["status"], answer.json()["migrations"]) == (503, "not ready", "failed")


@pytest.mark.django_db
def test_readyz_refuses_without_a_broker(client, settings):
    settings.REDIS_URL = "redis+socket:///nowhere/valkey.sock"
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["broker"], answer.json()["database"]) == (503, "failed", "ok")


def test_health_is_read_only(client):
    assert [client.post(path).status_code for path in ("/healthz", "/readyz")] == [405, 405]


def test_no_other_middleware_comes_first(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get("/healthz", headers={"host": "10.0.0.7"})
    assert (answer.status_code, answer.headers.get("Set-Cookie")) == (200, None)
