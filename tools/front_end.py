"""Brings the pinned front-end packages and copies what the portal ships: an explicit list, no whole folders.

npm runs only when the lock changed since the last copy, so a second start costs nothing.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent
PACKAGES = BASE / "node_modules"
VENDOR = BASE / "static" / "vendor"
STAMP = VENDOR / ".lock"
SHIPPED = {"bootstrap/dist/css/bootstrap.min.css": "bootstrap.min.css"}
# Read by the browser tests where npm put it, and never shipped.
FOR_TESTS = ("axe-core/axe.min.js",)


def lock() -> str:
    """What the copy was made from: the npm lock and the list above."""
    return hashlib.sha256((BASE / "package-lock.json").read_bytes() + Path(__file__).read_bytes()).hexdigest()


def is_current() -> bool:
    """True when the last copy was made from this lock and nothing has been deleted since."""
    files = [*(VENDOR / name for name in SHIPPED.values()), *(PACKAGES / name for name in FOR_TESTS)]
    return STAMP.exists() and STAMP.read_text() == lock() and all(file.exists() for file in files)


def bring() -> None:
    """Install from the lock and copy; exits with npm's own words when npm is missing or fails."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to bring Bootstrap. Install the packages nodejs and npm, then run this again.")
    done = subprocess.run([npm, "ci"], cwd=BASE, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"npm ci failed:\n{done.stdout}{done.stderr}")
    VENDOR.mkdir(parents=True, exist_ok=True)
    for source, name in SHIPPED.items():
        shutil.copyfile(PACKAGES / source, VENDOR / name)
    STAMP.write_text(lock())


if __name__ == "__main__" and not is_current():
    bring()
