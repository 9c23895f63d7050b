"""How `make test` divides the work, and that nothing of this machine's settings reaches the tests."""

from tools.test import environment, parts


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
