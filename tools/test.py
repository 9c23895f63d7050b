"""Every test there is, in three parts that need different things, with one summary at the end.

The full stack in parallel on PostgreSQL; one folder against a real broker and a real worker process; the browser. What
is said on the command line goes to pytest: a path runs that alone, anything else is added to each part.
"""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4
from xml.etree import ElementTree as ET

from cooperation_center import env
from tools import databases, prepare
from tools.messages import compile_all
from tools.services import Services

TESTS = env.BASE / "tests"
RESULTS = env.VAR / "test-results"
SPECIAL = {name: TESTS / name for name in ("worker", "browser")}
NO_BROWSER = ["-p", "no:playwright", "-p", "no:base_url"]
NOT_PARALLEL = ["-p", "no:xdist"]
NOTHING_COLLECTED = 5
RUN = uuid4().hex


@dataclass
class Part:
    """One run of pytest and what came of it."""

    name: str
    arguments: list[str]
    seconds: float = 0
    failed: bool = False
    counts: dict[str, int] = field(default_factory=dict)

    def run(self) -> None:
        """Run it, with pytest's own words on the terminal."""
        print(f"\n=== {self.name} ===", flush=True)
        report = RESULTS / f"{self.name.replace(' ', '_')}.xml"
        report.unlink(missing_ok=True)
        begun = time.monotonic()
        command = [
            sys.executable,
            "-m",
            "pytest",
            "--durations=5",
            "--durations-min=2",
            f"--junitxml={report}",
            *self.arguments,
        ]
        code = subprocess.run(command, cwd=env.BASE, env=environment(), check=False).returncode
        self.seconds = time.monotonic() - begun
        self.failed = code not in {0, NOTHING_COLLECTED}
        suites = list(ET.parse(report).iter("testsuite")) if report.exists() else []  # noqa: S314 - pytest wrote it
        for kind in ("tests", "failures", "errors", "skipped"):
            self.counts[kind] = sum(int(suite.get(kind, 0)) for suite in suites)

    @property
    def figures(self) -> dict[str, int]:
        """How many tests failed, passed and were skipped. A run that broke down counts as one that failed."""
        counted = self.counts["failures"] + self.counts["errors"]
        passed = self.counts["tests"] - counted - self.counts["skipped"]
        return {"failed": max(counted, int(self.failed)), "passed": passed, "skipped": self.counts["skipped"]}

    def __str__(self) -> str:
        verdict = "FAILED" if self.failed else "passed"
        figures = " ".join(f"{number:5} {what}" for what, number in self.figures.items())
        return f"{self.name:12} {verdict} {figures} {self.seconds:7.1f} s"


def last_line(done: list[Part], seconds: float) -> str:
    """All parts together as pytest would say it, for whoever reads logs by machine."""
    total = {what: sum(part.figures[what] for part in done) for what in ("failed", "passed", "skipped")}
    said = ", ".join(f"{number} {what}" for what, number in total.items() if number) or "no tests ran"
    return f"{'=' * 7} {said} in {seconds:.2f}s {'=' * 7}"


def parts(arguments: list[str], *, has_browser: bool) -> Iterator[Part]:
    """What to run for these arguments."""
    paths = [Path(word.split("::")[0]).resolve() for word in arguments]
    named = {name for name, folder in SPECIAL.items() if any(p == folder or folder in p.parents for p in paths)}
    if any(path.exists() and TESTS in path.parents for path in paths):
        yield Part("chosen", [*([] if "browser" in named else NO_BROWSER), *NOT_PARALLEL, *arguments])
        return
    apart = [f"--ignore={folder}" for folder in SPECIAL.values()]
    yield Part("full stack", [*parallel(4), *NO_BROWSER, *apart, *arguments])
    if SPECIAL["worker"].exists():
        yield Part("worker", [*NOT_PARALLEL, *NO_BROWSER, str(SPECIAL["worker"]), *arguments])
    if SPECIAL["browser"].exists() and has_browser:
        yield Part("browser", [*parallel(2), str(SPECIAL["browser"]), *arguments])


def parallel(most: int) -> list[str]:
    """As many processes as there are processors; one that has nothing left takes from another."""
    return ["-n", str(min(most, os.cpu_count() or 1)), "--dist", "worksteal"]


def environment() -> dict[str, str]:
    """The tests' own surroundings: nothing of this machine's settings but the addresses of its servers.

    Python keeps what it has compiled, even where the machine says otherwise: dozens of processes start in a run.
    """
    names = env.read_file(env.BASE / ".env.example")
    unset = {name: "" for name in names if name not in {"DATABASE_URL", "REDIS_URL"}}
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(env.VAR / "pycache")}
    own = {"TEST_DB_SUFFIX": env.text("TEST_DB_SUFFIX", "make"), databases.RUN: RUN, "TZ": "UTC"}
    return os.environ | unset | compiled | own


def main() -> int:
    """Run the parts one after the other; fail when one of them does, or when nothing ran."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    RESULTS.mkdir(parents=True, exist_ok=True)
    has_browser = prepare.chromium()
    compile_all()
    begun = time.monotonic()
    with (env.VAR / "test.lock").open("a") as lock, Services():
        fcntl.flock(lock, fcntl.LOCK_EX)  # a second run in this folder waits: both use one test database
        done = list(parts(sys.argv[1:], has_browser=has_browser))
        try:
            for part in done:
                part.run()
        finally:
            databases.drop(environment()["TEST_DB_SUFFIX"])
    print("\n=== Summary ===", *done, sep="\n")
    if not has_browser:
        print("The browser tests were left out: they need chromium and fonts-noto-cjk (see above how to get them).")
    print(last_line(done, time.monotonic() - begun))
    unfinished = not has_browser and bool(os.environ.get("CI"))
    return 1 if unfinished or any(part.failed for part in done) or not any(p.counts["tests"] for p in done) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("Stopped.")
