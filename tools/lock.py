"""Whether the locks hold what `pyproject.toml` and `package.json` ask for, with a hash each and no address at all.

It asks no index, so it works without a network; `make lock` is what brings a lock up to date.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

BASE = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)")
ADDRESS = re.compile(r"https?://|git\+|^-(?:i|f)\b|--(?:extra-)?index-url\s|--find-links\s|\bfile:")


def faults(base: Path = BASE) -> Iterator[str]:
    """What is wrong with the locks, a sentence each."""
    project = tomllib.loads((base / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"]
    files = {
        "requirements.txt": wanted,
        "requirements-dev.txt": [*wanted, *project["project"]["optional-dependencies"]["dev"]],
        **{f"requirements-{name}.txt": group for name, group in project.get("dependency-groups", {}).items()},
    }
    locks = {name: (base / name).read_text(encoding="utf-8") for name in files}
    pinned = {name: dict(pins(text)) for name, text in locks.items()}
    for name, requirements in files.items():
        yield from (f"{name}: {fault}" for fault in unmet(requirements, pinned[name]))
        yield from (f"{name}: no hash for {package}" for package in unhashed(locks[name]))
        yield from (f"{name}: an address: {line.strip()}" for line in locks[name].splitlines() if is_address(line))
    for package, version in pinned["requirements.txt"].items():
        if pinned["requirements-dev.txt"].get(package) != version:
            yield f"requirements-dev.txt: {package} is not {version}, as in production"
    yield from npm_faults(base)


def pins(text: str) -> Iterator[tuple[str, str]]:
    """Each package of a lock and its version."""
    for line in text.splitlines():
        if found := PIN.match(line):
            yield canonicalize_name(found[1]), found[2]


def unmet(requirements: list[str], pinned: dict[str, str]) -> Iterator[str]:
    """The requirements that a lock does not satisfy."""
    for text in requirements:
        requirement = Requirement(text)
        version = pinned.get(canonicalize_name(requirement.name))
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            yield f"{text} is asked for, {version or 'nothing'} is locked: run make lock"


def unhashed(text: str) -> Iterator[str]:
    """The packages that anybody could exchange."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    for line, following in pairwise([*lines, ""]):
        if (found := PIN.match(line)) and "--hash=" not in following:
            yield found[1]


def is_address(line: str) -> bool:
    """Whether a line of a lock names a place instead of a package; comments may."""
    return not line.lstrip().startswith("#") and bool(ADDRESS.search(line))


def npm_faults(base: Path) -> Iterator[str]:
    """What is wrong with the npm lock."""
    asked = json.loads((base / "package.json").read_text(encoding="utf-8"))
    text = (base / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    for name, version in (asked.get("dependencies", {}) | asked.get("devDependencies", {})).items():
        locked = packages.get(f"node_modules/{name}", {}).get("version")
        if locked != version:
            yield f"package-lock.json: {name} {version} is asked for, {locked or 'nothing'} is locked"
    yield from (
        f"package-lock.json: no hash for {name}" for name, held in packages.items() if name and "integrity" not in held
    )
    if '"resolved"' in text:
        yield "package-lock.json: it holds addresses; .npmrc must say omit-lockfile-registry-resolved=true"
