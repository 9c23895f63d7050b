"""The locks: each fault is planted and named."""

import shutil

import pytest

from tools import lock

FILES = [
    "pyproject.toml",
    "package.json",
    "package-lock.json",
    *(path.name for path in lock.BASE.glob("requirements*.txt")),
]


@pytest.fixture
def copy(tmp_path):
    """The project's own locks, to be broken."""
    for name in FILES:
        shutil.copy(lock.BASE / name, tmp_path)
    return tmp_path


def replace(copy, name, old, new):
    path = copy / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return list(lock.faults(copy))


def test_the_locks_are_in_order():
    assert list(lock.faults()) == []


def test_what_is_asked_for_and_not_locked_is_named(copy):
    faults = replace(copy, "pyproject.toml", '"polib~=', '"not-there~=1.0", "polib~=')
    assert faults == [
        f"{name}: not-there~=1.0 is asked for, nothing is locked: run make lock"
        for name in ("requirements.txt", "requirements-dev.txt")
    ]


def test_production_and_tests_have_the_same_versions(copy):
    faults = replace(copy, "requirements.txt", "\nvine==", "\nvine==9.")
    assert [fault.split(" is not ")[0] for fault in faults] == ["requirements-dev.txt: vine"]


def test_an_address_is_refused(copy):
    assert replace(copy, "requirements.txt", "amqp==", "--index-url https://elsewhere.example/\namqp==") == [
        "requirements.txt: an address: --index-url https://elsewhere.example/"
    ]


def test_a_package_without_hash_is_refused(copy):
    assert replace(copy, "requirements-uv.txt", "uv==", "other==1.0\nuv==") == [
        "requirements-uv.txt: no hash for other"
    ]


def test_the_npm_lock_holds_hashes_and_no_address(copy):
    faults = replace(copy, "package-lock.json", '"integrity"', '"resolved"')
    assert faults == [
        "package-lock.json: no hash for node_modules/@expo-google-fonts/ibm-plex-sans",
        "package-lock.json: it holds addresses; .npmrc must say omit-lockfile-registry-resolved=true",
    ]
