"""Fill two databases, a small and a large one, and print what every page costs at both sizes.

`python -m bench` ends with 1 when a bound breaks. `--small` and `--large` set the sizes, `--only inbox` measures the
pages whose names hold a word, `--drop` removes the databases again.
"""

import argparse
import sys
from itertools import groupby

from bench import database
from bench.portal import Portal
from bench.report import Line, broken, is_slower, summary, table
from tools.messages import compile_all
from tools.run import collect_static
from tools.services import Services

ROUNDS = 9
AGAIN = 18  # further rounds for a page that seems to break: this machine may have been busy with something else
WARM = 2


def main() -> int:
    """Fill, measure, print, judge."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--only", default="", help="measure only pages whose reader or name holds this word")
    parser.add_argument(
        "--drop", action="store_true", help="remove the databases of the measurement, and do nothing else"
    )
    asked = parser.parse_args()
    with Services() as services:
        server = services.addresses()["DATABASE_URL"]
        if asked.drop:
            print(*(f"Removed {name}" for name in database.drop_all(server)), sep="\n")
            return 0
        compile_all()
        collect_static()
        portals = []
        for requests in (asked.small, asked.large):
            to_fill = database.prepare(server, requests)
            portals.append(Portal(server, requests))
            if to_fill:
                print(f"Filling {database.name_of(requests)}", flush=True)
                portals[-1].ask("fill", requests)
                database.sign(server, requests)
        try:
            return measure(*portals, only=asked.only)
        finally:
            for portal in portals:
                portal.close()


def measure(small: Portal, large: Portal, *, only: str) -> int:
    """Page by page at both sizes in turns, so that whatever else the machine does falls on both alike."""
    keys = {key: is_reckoned for key, is_reckoned in large.ask("keys").items() if only in " ".join(key)}
    both = small.ask("keys")
    lines = []
    for reader, group in groupby(keys, key=lambda key: key[0]):
        for key in group:
            if key not in both:
                raise AssertionError(f"Only one of the databases has {key}")
            lines.append(_line(small, large, key, is_reckoned=keys[key]))
        print(table([line for line in lines if line.key[0] == reader]), flush=True)
    found = broken(lines)
    weights = {} if only else small.ask("first_visit")
    recounts = {} if only else {portal.requests: portal.ask("recount") for portal in (small, large)}
    text, heavy = summary(lines, weights, recounts)
    print(text)
    return 1 if found or heavy else 0


def _line(small: Portal, large: Portal, key: tuple[str, str], *, is_reckoned: bool) -> Line:
    for portal in (small, large):
        portal.ask("visit", key, WARM)
    line = Line(key, small.ask("visit", key), large.ask("visit", key), is_reckoned)
    _more(line, small, large, ROUNDS - 1)
    if is_slower(line):
        _more(line, small, large, AGAIN)
    return line


def _more(line: Line, small: Portal, large: Portal, rounds: int) -> None:
    for _ in range(rounds):
        line.small.add(small.ask("visit", line.key))
        line.large.add(large.ask("visit", line.key))


if __name__ == "__main__":
    sys.exit(main())
