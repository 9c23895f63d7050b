"""The whole portal for a browser: its own database and broker, the web server, a worker, the sample centre.

Nothing here reads Django's own settings: what the tests see, they see through the browser and the mails.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from cooperation_center import env
from tools.services import Broker

PASSWORD = "two-keys-two-clocks"
AXE = env.BASE / "node_modules" / "axe-core" / "axe.min.js"
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
    """A running portal: its address, and where its mail lands."""

    url: str
    mail: Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def server(sql: str) -> None:
    """Said to the database server itself, outside any transaction."""
    found = env.database()
    link = psycopg2.connect(
        dbname=found["NAME"],
        user=found["USER"],
        password=found["PASSWORD"],
        host=found["HOST"],
        port=found["PORT"] or None,
    )
    link.autocommit = True
    try:
        with link.cursor() as cursor:
            cursor.execute(sql)
    finally:
        link.close()


def address(name: str) -> str:
    found = env.database()
    return f"postgresql://{found['USER']}:{found['PASSWORD']}@/{name}?host={found['HOST'] or 'localhost'}" + (
        f"&port={found['PORT']}" if found["PORT"] else ""
    )


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """Built once for all browser tests, and ended by its own process ids."""
    folder = tmp_path_factory.mktemp("portal")
    name = f"portal_browser_{os.getpid()}"
    broker = Broker(folder / "valkey")
    server(f"CREATE DATABASE {name}")
    processes: list[subprocess.Popen[bytes]] = []
    try:
        port = free_port()
        surroundings = os.environ | {
            "DATABASE_URL": address(name),
            "REDIS_URL": broker.start(),
            "SAMPLE_CENTRE": "1",
            "PORT": str(port),
            "SITE_URL": f"http://localhost:{port}",
            "MAIL_DIR": str(folder / "mail"),
            "LOG_LEVEL": "WARNING",
        }
        python = sys.executable

        def start(*command: str) -> None:
            with (folder / f"{command[2]}.log").open("ab") as log:
                processes.append(
                    subprocess.Popen(
                        command, cwd=env.BASE, env=surroundings, stdout=log, stderr=log, start_new_session=True
                    )
                )

        for command in (["migrate", "-v", "0"], ["collectstatic", "--no-input", "-v", "0"], ["load_sample_centre"]):
            subprocess.run(
                [python, "manage.py", *command], cwd=env.BASE, env=surroundings, check=True, capture_output=True
            )
        place = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws"]
        start(
            python,
            "-m",
            "granian",
            *place,
            "--workers",
            "1",
            "--blocking-threads",
            "4",
            "cooperation_center.wsgi:application",
        )
        clock = ["--beat", "--schedule", str(folder / "schedule"), "--concurrency", "1", "--without-gossip"]
        start(python, "-m", "celery", "--app", "cooperation_center", "worker", *clock, "--without-mingle")
        _wait(f"http://127.0.0.1:{port}/readyz", processes[0], folder / "granian.log")
        yield Portal(f"http://localhost:{port}", folder / "mail")
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        broker.stop()
        server(f"DROP DATABASE {name} WITH (FORCE)")


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
    return {**browser_type_launch_args, "executable_path": "/usr/bin/chromium", "args": CHROMIUM}


Open = Callable[..., Page]


@pytest.fixture
def open_as(portal: Portal, browser: Browser) -> Iterator[Open]:
    """`open_as("official@by.example")`: a page of somebody who has signed in; `open_as("")`: of a visitor."""
    contexts: list[BrowserContext] = []

    def opened(email: str = "", *, width: int = 1280, **options: object) -> Page:
        context = browser.new_context(
            base_url=portal.url, viewport={"width": width, "height": 900}, bypass_csp=True, locale="en-GB", **options
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        if email:
            page.goto("/account/login/")
            page.fill("input[name=login]", email)
            page.fill("input[name=password]", PASSWORD)
            page.click("main form button[type=submit]")
            page.wait_for_url("**/desk/")
        return page

    yield opened
    for context in contexts:
        context.close()


def axe_says(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands: the rule, and where."""
    page.evaluate(AXE.read_text(encoding="utf-8") + "; null")
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:160]}" for fault in found["violations"]]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
