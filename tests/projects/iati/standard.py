"""The standard's own judgement of a file, written without our rules: its schema, its ruleset, its code lists.

`ruleset.json` is the machine-readable ruleset of release 2.03 and `codelists.json` an excerpt of its lists with the paths
where they hold, both from pyIATI 0.4.1 (MIT licence). Neither is read by the portal.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from lxml import etree

from projects.iati import checking, writing
from projects.iati.activity import Activity
from projects.iati.lookups import LATER_CURRENCIES
from tests.projects.iati.samples import NOW, TODAY

HERE = Path(__file__).parent
RULESET = json.loads((HERE / "ruleset.json").read_text(encoding="utf-8"))
EXCERPT = json.loads((HERE / "codelists.json").read_text(encoding="utf-8"))
LISTS = {name: set(codes.split()) for name, codes in EXCERPT["lists"].items()}
LISTS["Currency"] |= LATER_CURRENCIES


def written(*activities: Activity) -> bytes:
    return b"".join(writing.stream(activities, generated_at=NOW))


def objections(activity: Activity, today: date = TODAY) -> list[str]:
    """What the schema, the ruleset and the code lists say against a project, each naming itself."""
    file = written(activity)
    tree = etree.fromstring(file)
    return [
        *(f"schema: {message}" for message in checking.against_schema(file)),
        *(f"ruleset: {name} {case}" for name, case in _broken_rules(tree, today)),
        *(f"codes: {found}" for found in _unknown_codes(tree)),
    ]


def _broken_rules(tree, today):
    for path, rules in RULESET.items():
        for element in tree.xpath(path):
            for name, rule in rules.items():
                for case in rule["cases"]:
                    if not KEEPS[name](element, case, today):
                        yield name, case


def _all(element, paths):
    return [found for path in paths for found in element.xpath(path)]


def _atleast_one(element, case, today) -> bool:
    return bool(_all(element, case["paths"]))


def _no_more_than_one(element, case, today) -> bool:
    return len(_all(element, case["paths"])) <= 1


def _date_order(element, case, today) -> bool:
    less, more = ([today.isoformat()] if case[end] == "NOW" else element.xpath(case[end]) for end in ("less", "more"))
    return not less or not more or max(less) <= min(more)


def _regex_matches(element, case, today) -> bool:
    texts = (found if isinstance(found, str) else found.text for found in _all(element, case["paths"]))
    return all(re.fullmatch(case["regex"], text or "") for text in texts)


def _sum(element, case, today) -> bool:
    shares = _all(element, case["paths"])
    return not shares or sum(map(Decimal, shares)) == case["sum"]


KEEPS: dict[str, Callable] = {
    "atleast_one": _atleast_one,
    "no_more_than_one": _no_more_than_one,
    "date_order": _date_order,
    "regex_matches": _regex_matches,
    "sum": _sum,
}


def _unknown_codes(tree):
    for path, condition, name in EXCERPT["where"]:
        element, attribute = path.replace("//@", "//*/@").rsplit("/@", 1)
        attribute = attribute.replace("xml:lang", "{http://www.w3.org/XML/1998/namespace}lang")
        for found in tree.xpath(f"{element}[{condition}]" if condition else element):
            if found.get(attribute, default := min(LISTS[name])) not in LISTS[name]:
                yield f"{path} = {found.get(attribute, default)}"
