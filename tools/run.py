"""The whole portal on one machine: embedded servers, migrations, sample centre, web server, worker and clock.

Everything is stopped again on Ctrl-C or SIGTERM, children first. A worker that dies is started again; without the web
server there is nothing to run for, so its end ends everything, and the last lines of its log are shown.
"""

import fcntl
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import suppress
from types import FrameType
from typing import IO

from cooperation_center import env
from tools.messages import compile_all
from tools.services import ServiceError, Services

LOGS = env.VAR / "log"
SECONDS_TO_STOP = 15
SECONDS_TO_START = 60
SECONDS_BETWEEN_RESTARTS = 3
LEVEL = re.compile(r"\[(debug|info|warning|error|critical) *\]", re.IGNORECASE)


class StopError(Exception):
    """It is time to stop; the message, if any, says why nobody asked for it."""


class Child:
    """One process of the portal in a session of its own, so that Ctrl-C reaches this supervisor alone."""

    def __init__(self, name: str, command: list[str], *, is_loud: bool = False) -> None:
        self.name, self.command, self.is_loud = name, command, is_loud
        self.log = LOGS / f"{name}.log"
        self.start()

    def start(self) -> None:
        """Start it, or start it again."""
        self.process = subprocess.Popen(
            self.command,
            cwd=env.BASE,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self.reader = threading.Thread(target=self._read, args=(self.process.stdout,), daemon=True)
        self.reader.start()

    def is_running(self) -> bool:
        """Whether the process is there."""
        return self.process.poll() is None

    def stop(self) -> None:
        """Ask it to end its work; after a while, end it with all it started and left behind."""
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(SECONDS_TO_STOP)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def last_lines(self, count: int = 30) -> str:
        """The end of its log."""
        self.reader.join(1)
        return "\n".join(self.log.read_text(encoding="utf-8").splitlines()[-count:])

    def _read(self, lines: IO[str]) -> None:
        """Write its lines to its log, and what went wrong (with the traceback below it) to the terminal as well."""
        wrong = False
        with lines, self.log.open("a", encoding="utf-8") as log:
            for line in lines:
                log.write(line)
                log.flush()
                level = LEVEL.search(line)
                wrong = level[1].lower() in {"warning", "error", "critical"} if level else wrong
                if wrong and self.is_loud:
                    print(line, end="", file=sys.stderr, flush=True)


def main() -> int:
    """Run the portal until somebody stops it."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    LOGS.mkdir(parents=True, exist_ok=True)
    children: list[Child] = []
    with (env.VAR / "run.lock").open("a") as lock:
        try:
            has_sample = env.flag("SAMPLE_CENTRE", default=not env.flag("PRODUCTION"))
            os.environ["SAMPLE_CENTRE"] = "1" if has_sample else "0"
            _only_one(lock.fileno())
            with Services():
                try:
                    run(children, has_sample=has_sample)
                finally:
                    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                        signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not leave a process behind
                    for child in reversed(children):
                        child.stop()
        except subprocess.CalledProcessError:
            return 1  # it has said why
        except (StopError, ServiceError, env.BadVariableError) as reason:
            print(reason, file=sys.stderr)
            return 1 if str(reason) else 0
    return 0


def run(children: list[Child], *, has_sample: bool) -> None:
    """Prepare the database, start the children and watch them; ends with StopError only."""
    host, port = env.text("HOST", "127.0.0.1"), env.number("PORT", 8000)
    _port_is_free(host, port)
    compile_all()
    collect_static()
    accounts = settle(has_sample=has_sample)
    children.append(Child("web", web_command(host, port), is_loud=True))
    children.append(Child("worker", worker_command()))
    _wait_for(children[0], port, host)
    _say(f"\n{accounts}\nThe portal: http://localhost:{port} (by this name: passkeys do not work on 127.0.0.1)")
    _say("Ctrl-C stops it. Logs: var/log/")
    watch(*children)


def watch(web: Child, worker: Child) -> None:
    """Start the worker again when it dies; stop everything when the web server does."""
    while True:
        if not web.is_running():
            raise StopError(f"{web.last_lines()}\n\nThe web server ended. Its log: var/log/web.log")
        if not worker.is_running():
            _say("The worker ended and is started again. Its log: var/log/worker.log")
            worker.stop()
            time.sleep(SECONDS_BETWEEN_RESTARTS)
            worker.start()
        time.sleep(0.5)


def web_command(host: str, port: int) -> list[str]:
    """Granian, as in production."""
    place = ["--interface", "wsgi", "--host", host, "--port", str(port)]
    sizes = ["--workers", "2", "--blocking-threads", "4", "--no-ws", "--respawn-failed-workers"]
    return [sys.executable, "-m", "granian", *place, *sizes, "cooperation_center.wsgi:application"]


def worker_command() -> list[str]:
    """One worker with the clock inside."""
    celery = [sys.executable, "-m", "celery", "--app", "cooperation_center", "worker", "--beat", "--loglevel", "INFO"]
    return [*celery, "--concurrency", "2", "--without-gossip", "--without-mingle"]


def settle(*, has_sample: bool) -> str:
    """Bring the database to this version and load the sample centre, once; return what it says of its accounts."""
    command = [sys.executable, "-m", "tools.settle", *(["load_sample_centre"] if has_sample else [])]
    return subprocess.run(command, cwd=env.BASE, check=True, stdout=subprocess.PIPE, text=True).stdout


def collect_static() -> None:
    """Gather the static files when one of them is newer than the last gathering."""
    stamp = env.VAR / "static" / "staticfiles.json"
    sources = [env.BASE / "requirements-dev.txt", *(env.BASE / "static").rglob("*")]
    if not stamp.exists() or max(path.stat().st_mtime for path in sources) > stamp.stat().st_mtime:
        _say("Gathering static files")
        command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
        subprocess.run(command, cwd=env.BASE, check=True)


def _wait_for(web: Child, port: int, host: str) -> None:
    host = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - asked for, not listened on
    for _ in range(SECONDS_TO_START * 10):
        try:
            with urllib.request.urlopen(f"http://{host}:{port}/healthz", timeout=2):
                return
        except OSError:
            if not web.is_running():
                return
            time.sleep(0.1)


def _port_is_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StopError(f"{host}:{port} cannot be used: {error.strerror}. Try: make run PORT={port + 1}") from error


def _only_one(lock: int) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StopError("make run is at work in this folder already; two would send every message twice.") from None


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise StopError


def _say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())
