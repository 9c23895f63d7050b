"""The supervisor of `make run`: what its children leave in logs and on the terminal, and that nothing outlives it."""

import socket
import sys
import time

import psutil
import pytest

from tools import run


@pytest.fixture
def start(tmp_path, monkeypatch):
    """Start a child that runs some Python; it is stopped at the end."""
    monkeypatch.setattr(run, "LOGS", tmp_path)
    children = []

    def start(code: str, **options: bool) -> run.Child:
        children.append(run.Child("web", [sys.executable, "-c", code], **options))
        return children[-1]

    yield start
    for child in children:
        child.stop()


def wait_until(happened):
    end = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < end, "it did not happen"


def test_the_log_keeps_everything_and_the_terminal_what_went_wrong(start, capsys):
    lines = ["[info     ] fine", "[error    ] bad", "Traceback", "[INFO] fine again", "more of it"]
    child = start(f"print({chr(10).join(lines)!r})", is_loud=True)
    child.process.wait(10)
    assert child.last_lines() == "\n".join(lines)
    assert capsys.readouterr().err == "[error    ] bad\nTraceback\n"


def test_a_quiet_child_writes_to_its_log_only(start, capsys):
    child = start("print('[error] bad')")
    child.process.wait(10)
    assert (child.last_lines(), capsys.readouterr().err) == ("[error] bad", "")


def test_stopping_leaves_no_process_behind(start):
    child = start("import subprocess; p = subprocess.Popen(['sleep', '600']); print(p.pid, flush=True); p.wait()")
    wait_until(lambda: child.log.exists() and child.log.read_text(encoding="utf-8").endswith("\n"))
    grandchild = psutil.Process(int(child.log.read_text(encoding="utf-8")))
    child.stop()
    assert not child.is_running()
    wait_until(lambda: not grandchild.is_running() or grandchild.status() == psutil.STATUS_ZOMBIE)


def test_the_end_of_the_web_server_ends_everything_with_its_last_lines(start):
    web, worker = start("print('why it died')"), start("import time; time.sleep(600)")
    with pytest.raises(run.StopError, match="why it died"):
        run.watch(web, worker)


def test_a_port_in_use_is_said_before_anything_starts():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(run.StopError, match=f"127.0.0.1:{port} cannot be used.*PORT={port + 1}"):
            run._port_is_free("127.0.0.1", port)


def test_a_second_run_in_the_same_folder_is_refused(tmp_path):
    with (tmp_path / "lock").open("a") as first, (tmp_path / "lock").open("a") as second:
        run._only_one(first.fileno())
        with pytest.raises(run.StopError, match="at work in this folder already"):
            run._only_one(second.fileno())
