"""The whole portal for a browser: its own database and broker, the web server, a worker, the sample centre.

Nothing here reads Django's own settings: what the tests see, they see through the browser and the mails.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from cooperation_center import env
from tools import databases
from tools.databases import Sample
from tools.services import Broker

PASSWORD = "two-keys-two-clocks"
AXE = env.BASE / "node_modules" / "axe-core" / "axe.min.js"
# The rule and where, and no more: all that axe has to tell of a page is dozens of kilobytes to carry over.
FAULTS = """
async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, {resultTypes: ['violations'], runOnly: tags});
  return found.violations.map(fault => `${fault.id}: ${fault.nodes[0].html.slice(0, 160)}`);
}
"""
SECONDS_TO_START = 60
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Portal:
    """A running portal: its address, where its mail lands, and a folder that all processes of the run share.

    `surroundings` are those of its processes, for what no screen does: that time goes by.
    """

    url: str
    mail: Path
    shared: Path
    surroundings: dict[str, str]

    def run(self, code: str) -> None:
        """Run a few lines of Python inside the portal, as its clock would."""
        command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", code]
        done = subprocess.run(command, cwd=env.BASE, env=self.surroundings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def own_host() -> str:
    """An address of this machine for this process alone: two portals answer at one port, where their letters lead."""
    return f"127.0.0.{1 + int(os.environ.get('PYTEST_XDIST_WORKER', 'gw0')[2:])}"


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """Built once for all browser tests, and ended by its own process ids."""
    folder = tmp_path_factory.mktemp("portal")
    loaded = databases.sample()
    sample = Sample(f"portal_browser_{os.getpid()}", folder, loaded.port)
    broker = Broker(folder / "valkey")
    processes: list[subprocess.Popen[bytes]] = []
    for kept in (loaded.mail, loaded.media):
        shutil.copytree(kept, folder / kept.name)
    with databases.copy_of(loaded.database, sample.database):
        try:
            surroundings = os.environ | databases.surroundings_of(
                sample, databases.address(sample.database), broker.start()
            )
            _start(sample, surroundings, processes)
            yield Portal(f"http://localhost:{sample.port}", sample.mail, loaded.folder, dict(surroundings))
        finally:
            for process in processes:  # with their children, and at once: nobody reads what they would still write
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            broker.stop()


def _start(sample: Sample, surroundings: dict[str, str], processes: list[subprocess.Popen[bytes]]) -> None:
    """The web server and the worker with its clock; `processes` tells of them from the moment they run."""
    host, port, folder = own_host(), str(sample.port), sample.folder

    def start(module: str, *words: str) -> None:
        command = [sys.executable, "-m", module, *words]
        with (folder / f"{module}.log").open("ab") as log:
            processes.append(
                subprocess.Popen(
                    command, cwd=env.BASE, env=surroundings, stdout=log, stderr=log, start_new_session=True
                )
            )

    place = ["--interface", "wsgi", "--host", host, "--port", port, "--no-ws", "--workers", "1"]
    start("granian", *place, "--blocking-threads", "4", "cooperation_center.wsgi:application")
    clock = ["--beat", "--schedule", str(folder / "schedule"), "--concurrency", "1", "--without-gossip"]
    start("celery", "--app", "cooperation_center", "worker", *clock, "--without-mingle")
    _wait(f"http://{host}:{port}/readyz", processes[0], folder / "granian.log")


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(SECONDS_TO_START * 10):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
    pytest.fail(f"The portal did not start: {log.read_text()}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    here = f"--host-resolver-rules=MAP localhost {own_host()}"
    return {**browser_type_launch_args, "executable_path": "/usr/bin/chromium", "args": [*CHROMIUM, here]}


Open = Callable[..., Page]


@pytest.fixture(scope="session")
def signed_in() -> dict[str, Any]:
    """What the browser of each reader keeps of signing in, by address: nobody has to sign in twice."""
    return {}


@pytest.fixture
def open_as(portal: Portal, browser: Browser, signed_in: dict[str, Any]) -> Iterator[Open]:
    """`open_as("official@by.example")`: a page of somebody who has signed in; `open_as("")`: of a visitor."""
    contexts: list[BrowserContext] = []

    def opened(email: str = "", *, width: int = 1280, **options: object) -> Page:
        if email in signed_in:
            options["storage_state"] = signed_in[email]
        context = browser.new_context(
            base_url=portal.url, viewport={"width": width, "height": 900}, bypass_csp=True, locale="en-GB", **options
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        if email and email not in signed_in:
            page.goto("/account/login/")
            page.fill("input[name=login]", email)
            page.fill("input[name=password]", PASSWORD)
            page.click("main form button[type=submit]")
            page.wait_for_url("**/desk/")
            signed_in[email] = context.storage_state()
        return page

    yield opened
    for context in contexts:
        context.close()


def axe_says(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands: the rule, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8") + "; null")
    found: list[str] = page.evaluate(FAULTS)
    return found


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
