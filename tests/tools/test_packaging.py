"""The compose file: what runs is read-only, restarts, is watched, and has its secrets from outside."""

import re

import yaml

from cooperation_center import env

TEXT = (env.BASE / "docker-compose.yml").read_text(encoding="utf-8")
SERVICES = yaml.safe_load(TEXT)["services"]


def test_the_house_is_complete():
    assert set(SERVICES) == {"proxy", "web", "worker", "beat", "migrate", "database", "redis"}


def test_every_service_is_read_only_and_comes_back():
    assert {name for name, service in SERVICES.items() if service["read_only"] is not True} == set()
    assert {name for name, service in SERVICES.items() if service["restart"] == "no"} == {"migrate"}


def test_every_service_that_stays_is_watched():
    assert {name for name, service in SERVICES.items() if "healthcheck" not in service} == {"migrate"}


def test_only_the_proxy_is_reached_from_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_the_example_names_every_secret():
    asked = set(re.findall(r"\$\{(\w+)", TEXT))
    assert asked == set(env.read_file(env.BASE / "docker" / "example.env"))


def test_the_portal_gets_only_variables_it_reads():
    given = set(SERVICES["web"]["environment"])
    assert given <= set(env.read_file(env.BASE / ".env.example"))


def test_the_portal_does_not_own_its_tables():
    assert "//portal:" in SERVICES["web"]["environment"]["DATABASE_URL"]
    assert "//owner:" in SERVICES["migrate"]["environment"]["DATABASE_URL"]


def test_each_way_to_start_is_known_to_the_image():
    start = (env.BASE / "docker" / "start").read_text(encoding="utf-8")
    commands = {service["command"][0] for name, service in SERVICES.items() if name in {"web", "worker", "beat"}}
    assert {command for command in commands if f"  {command})" not in start} == set()


def test_no_secret_gets_into_the_image():
    ignored = (env.BASE / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {".*", "**/.env", "var"} <= set(ignored)
