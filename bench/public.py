"""Public pages from what is kept, against a fixed reply of the same size on the same server, and against being made.

`python -m bench.public` fills the small database if need be, starts the web server as `make run` does, and prints
milliseconds of one visitor and answers a second of four. Ends with 1 when a kept page takes too much of what it takes
to make it.
"""

import argparse
import http.client
import socket
import statistics
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import NamedTuple

from bench import database
from bench.portal import Portal
from cooperation_center import env
from tools.messages import compile_all
from tools.run import collect_static
from tools.services import Services

PAGES = ("/?lang=en", "/?lang=ko", "/about/?lang=en", "/practices/?lang=en", "/projects/open-data/?lang=en")
VISITS = 300
VISITORS = 4
SECONDS = 3.0
BOUND = 0.2  # of the time in which the page is made
AROUND = {"Cookie": "theme=light"}  # who has chosen how pages look is shown one that is made


class Measured(NamedTuple):
    """One address: the median of one visitor, and what four at once are given in a second."""

    size: int
    ms: float
    a_second: float


def main() -> int:
    """Fill, serve, measure, print, judge."""
    parser = argparse.ArgumentParser(prog="python -m bench.public", description=__doc__)
    parser.add_argument("--requests", type=int, default=1_000)
    asked = parser.parse_args()
    with Services() as services:
        addresses = services.addresses()
        server = addresses["DATABASE_URL"]
        compile_all()
        collect_static()
        if database.prepare(server, asked.requests):
            portal = Portal(server, asked.requests)
            portal.ask("fill", asked.requests)
            portal.close()
            database.sign(server, asked.requests)
        port = _free_port()
        surroundings = database.variables(server, asked.requests) | {
            "SITE_URL": f"http://localhost:{port}",
            "LOG_LEVEL": "WARNING",
            "REDIS_URL": addresses["REDIS_URL"],
        }
        place = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws"]
        command = [sys.executable, "-m", "granian", *place, "--workers", "2", "--blocking-threads", "4"]
        web = subprocess.Popen([*command, "bench.public_door:application"], cwd=env.BASE, env=surroundings)
        try:
            _wait_for(port)
            return measure(port)
        finally:
            web.terminate()
            web.wait(10)


def measure(port: int) -> int:
    """Each page in three ways, in turns, so that whatever else the machine does falls on all alike."""
    broken = 0
    print(
        f"{'page':32}{'KB':>6}{'fixed':>10}{'kept':>10}{'made':>10}{'ratio':>8}{'fixed/s':>10}{'kept/s':>9}{'made/s':>9}"
    )
    for path in PAGES:
        size = len(ask(http.client.HTTPConnection("localhost", port), path, {}))
        ways = {"fixed": (f"/fixed?bytes={size}", {}), "kept": (path, {}), "made": (path, AROUND)}
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _turn in range(3):
            for name, (where, headers) in ways.items():
                times[name] += one_visitor(port, where, headers, VISITS // 3 if name != "made" else 20)
        ms = {name: statistics.median(found) * 1000 for name, found in times.items()}
        rates = {name: many_visitors(port, *way) for name, way in ways.items()}
        slow = ms["kept"] > ms["made"] * BOUND
        broken += slow
        print(
            f"{path:32}{size / 1000:6.1f}{ms['fixed']:8.2f}ms{ms['kept']:8.2f}ms{ms['made']:8.1f}ms"
            f"{rates['fixed'] / rates['kept']:7.1f}×{rates['fixed']:10.0f}{rates['kept']:9.0f}{rates['made']:9.0f}"
            f"{'  too slow' if slow else ''}"
        )
    return 1 if broken else 0


def ask(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> bytes:
    """One answer; whatever is not a page is a mistake of the measurement."""
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise AssertionError(f"{path} answers {answer.status}")
    return body


def one_visitor(port: int, path: str, headers: dict[str, str], visits: int) -> list[float]:
    """The seconds of each answer, over one connection."""
    connection, found = http.client.HTTPConnection("localhost", port), []
    for _ in range(visits):
        begun = time.perf_counter()
        ask(connection, path, headers)
        found.append(time.perf_counter() - begun)
    connection.close()
    return found


def many_visitors(port: int, path: str, headers: dict[str, str]) -> float:
    """Answers a second to four who never stop asking. They run on the same machine and take their share of it."""
    counts = [0] * VISITORS
    until = time.perf_counter() + SECONDS

    def visit(rank: int) -> None:
        connection = http.client.HTTPConnection("localhost", port)
        while time.perf_counter() < until:
            ask(connection, path, headers)
            counts[rank] += 1
        connection.close()

    threads = [threading.Thread(target=visit, args=[rank]) for rank in range(VISITORS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise SystemExit("The web server does not answer.")


if __name__ == "__main__":
    sys.exit(main())
