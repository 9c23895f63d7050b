"""The environment: each kind of variable, the refusals of settings, and `.env.example` beside the sources."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cooperation_center import env

READ = re.compile(r"""env\.(?:text|flag|number|words)\(\s*["'](\w+)["']""")
URLS = {"DATABASE_URL", "REDIS_URL", "EMAIL_URL"}


@pytest.fixture
def variables(monkeypatch):
    """Set a variable as the environment would."""
    return lambda **values: [monkeypatch.setitem(env._values, name, value) for name, value in values.items()]


def test_an_empty_variable_counts_as_unset(variables):
    variables(NAME="")
    assert env.text("NAME", "default") == "default"


@pytest.mark.parametrize(
    ("value", "answer"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("FALSE", False)]
)
def test_a_flag_is_yes_or_no(variables, value, answer):
    variables(NAME=value)
    assert env.flag("NAME") is answer


def test_a_flag_that_is_neither_is_refused_by_name(variables):
    variables(NAME="perhaps")
    with pytest.raises(env.BadVariableError, match="NAME must be yes or no, not 'perhaps'"):
        env.flag("NAME")


def test_a_number_that_is_none_is_refused_by_name(variables):
    variables(NAME="8 000")
    with pytest.raises(env.BadVariableError, match="NAME must be a whole number, not '8 000'"):
        env.number("NAME", 1)


def test_words_stand_between_commas(variables):
    variables(NAME="a, b,,c ")
    assert env.words("NAME") == ["a", "b", "c"]


def test_a_database_address_keeps_its_password_and_options(variables):
    variables(DATABASE_URL="postgresql://portal:p%40ss%2Fword@db.example:6432/centre?sslmode=require")
    assert env.database() == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "centre",
        "USER": "portal",
        "PASSWORD": "p@ss/word",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_database_may_listen_on_a_socket(variables):
    variables(DATABASE_URL="postgresql://postgres:@/postgres?host=/run/a%20folder")
    assert (env.database()["HOST"], env.database()["OPTIONS"]) == ("/run/a folder", {})


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp+tls://u:p%3Aw@mail.example:587", 587, True, False),
        ("smtps://mail.example:465", 465, False, True),
    ],
)
def test_a_mail_address_says_how_it_is_encrypted(variables, url, port, tls, ssl):
    variables(EMAIL_URL=url)
    mail = env.email()
    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"]) == ("mail.example", port)
    assert (mail["EMAIL_USE_TLS"], mail["EMAIL_USE_SSL"]) == (tls, ssl)
    assert mail["EMAIL_HOST_PASSWORD"] in {"", "p:w"}


def test_the_environment_wins_over_the_file(tmp_path):
    file = tmp_path / ".env"
    file.write_text("# a comment\n\nNAME = 'value'\nOTHER=a=b\n", encoding="utf-8")
    assert env.read_file(file) == {"NAME": "value", "OTHER": "a=b"}
    assert env.read_file(tmp_path / "missing") == {}


@pytest.mark.parametrize(
    ("variables_set", "sentence"),
    [
        ({"SAMPLE_CENTRE": "1", "SECRET_KEY": "x" * 60}, "production refuses to start with it"),
        ({"DEBUG": "1", "SECRET_KEY": "x" * 60}, "Production refuses to start with DEBUG"),
        ({"SECRET_KEY": ""}, "Production needs SECRET_KEY"),
        ({"SECRET_KEY": "x" * 60, "FIELD_KEYS": ""}, "Production needs FIELD_KEYS"),
        ({"SECRET_KEY": "x" * 60, "FIELD_KEYS": "too short"}, "FIELD_KEYS are keys of 32 bytes"),
    ],
)
def test_production_refuses_to_start(variables_set, sentence):
    unset = dict.fromkeys(env.read_file(env.BASE / ".env.example"), "")
    done = subprocess.run(
        [sys.executable, "-c", "import cooperation_center.settings"],
        cwd=env.BASE,
        env=os.environ | unset | {"PRODUCTION": "1"} | variables_set,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert sentence in done.stderr.splitlines()[-1]


def test_the_example_lists_every_variable_that_is_read():
    folders = [path.parent for path in env.BASE.glob("*/__init__.py")]
    sources = [path for folder in folders if folder.name != "tests" for path in folder.rglob("*.py")]
    read = {name for path in sources for name in READ.findall(Path(path).read_text(encoding="utf-8"))}
    assert read | URLS == set(env.read_file(env.BASE / ".env.example"))
