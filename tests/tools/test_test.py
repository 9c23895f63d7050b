"""How `make test` divides the work, and that nothing of this machine's settings reaches the tests."""

import pytest

from tools.test import Part, environment, last_line, parts


def test_without_arguments_everything_runs_in_parts():
    names = [part.name for part in parts([], has_browser=True)]
    assert names[0] == "full stack"
    assert set(names) <= {"full stack", "worker", "browser"}


def test_a_path_runs_alone():
    (only,) = parts(["tests/tools", "-k", "lock"], has_browser=True)
    assert only.arguments[-3:] == ["tests/tools", "-k", "lock"]
    assert "no:playwright" in only.arguments


def test_a_word_that_names_a_folder_of_the_sources_is_no_path():
    first, *_ = parts(["-k", "people"], has_browser=False)
    assert (first.name, first.arguments[-2:]) == ("full stack", ["-k", "people"])


def test_without_a_browser_its_tests_are_left_out():
    assert "browser" not in [part.name for part in parts([], has_browser=False)]


def test_settings_of_this_machine_are_unset(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp://mail.example")
    monkeypatch.setenv("PRODUCTION", "1")
    given = environment()
    assert (given["EMAIL_URL"], given["PRODUCTION"]) == ("", "")
    assert given["TEST_DB_SUFFIX"] != ""


def test_python_keeps_what_it_has_compiled(monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert environment()["PYTHONDONTWRITEBYTECODE"] == ""


def counted(tests=0, failures=0, errors=0, skipped=0, *, failed=False):
    counts = {"tests": tests, "failures": failures, "errors": errors, "skipped": skipped}
    return Part("full stack", [], failed=failed, counts=counts)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ([counted(3600), counted(3)], "3603 passed in 1032.10s"),
        ([counted(9, 1, 2, 3, failed=True), counted(4)], "3 failed, 7 passed, 3 skipped in 1032.10s"),
        ([counted(4), counted(failed=True)], "1 failed, 4 passed in 1032.10s"),  # it broke down before any test
        ([counted()], "no tests ran in 1032.10s"),
    ],
)
def test_the_last_line_is_as_pytest_writes_it(done, said):
    assert last_line(done, 1032.1) == f"======= {said} ======="
