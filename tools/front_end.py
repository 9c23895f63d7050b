"""Brings the pinned front-end packages and copies what the portal ships: an explicit list, no whole folders.

npm runs only when its lock changed, so a second start costs nothing, and `rm -rf var` costs a copy.
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
FONTS = BASE / "var" / "fonts"
INSTALLED = PACKAGES / ".installed"
_GOOGLE = "@expo-google-fonts"
SHIPPED = {
    "bootstrap/dist/css/bootstrap.min.css": VENDOR / "bootstrap.min.css",
    # On pages with panels only (core/panels.py).
    "htmx.org/dist/htmx.min.js": VENDOR / "htmx.min.js",
    # For papers, never sent to a browser: Latin, Cyrillic and Greek; Hangul; Georgian; Armenian. Two weights are used.
    f"{_GOOGLE}/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf": FONTS / "IBMPlexSans_400Regular.ttf",
    f"{_GOOGLE}/ibm-plex-sans/700Bold/IBMPlexSans_700Bold.ttf": FONTS / "IBMPlexSans_700Bold.ttf",
    f"{_GOOGLE}/ibm-plex-sans-kr/IBMPlexSansKR_400Regular.ttf": FONTS / "IBMPlexSansKR_400Regular.ttf",
    f"{_GOOGLE}/ibm-plex-sans-kr/IBMPlexSansKR_700Bold.ttf": FONTS / "IBMPlexSansKR_700Bold.ttf",
    f"{_GOOGLE}/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf": FONTS
    / "NotoSansGeorgian_400Regular.ttf",
    f"{_GOOGLE}/noto-sans-georgian/700Bold/NotoSansGeorgian_700Bold.ttf": FONTS / "NotoSansGeorgian_700Bold.ttf",
    f"{_GOOGLE}/noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf": FONTS
    / "NotoSansArmenian_400Regular.ttf",
    f"{_GOOGLE}/noto-sans-armenian/700Bold/NotoSansArmenian_700Bold.ttf": FONTS / "NotoSansArmenian_700Bold.ttf",
}
# Read by the browser tests where npm put it, and never shipped.
FOR_TESTS = ("axe-core/axe.min.js",)


def lock() -> str:
    """What the copy was made from: the npm lock and the list above."""
    return hashlib.sha256((BASE / "package-lock.json").read_bytes() + Path(__file__).read_bytes()).hexdigest()


def npm_lock() -> str:
    """What npm installs from."""
    return hashlib.sha256((BASE / "package-lock.json").read_bytes()).hexdigest()


def is_current() -> bool:
    """True when the last copy was made from this lock and nothing has been deleted since."""
    files = [*SHIPPED.values(), *(PACKAGES / name for name in FOR_TESTS)]
    return STAMP.exists() and STAMP.read_text() == lock() and all(file.exists() for file in files)


def is_installed() -> bool:
    """True when npm has installed from this lock and the folder still holds what is copied."""
    files = [PACKAGES / name for name in (*SHIPPED, *FOR_TESTS)]
    return INSTALLED.exists() and INSTALLED.read_text() == npm_lock() and all(file.exists() for file in files)


def install() -> None:
    """Install from the lock; exits with npm's own words when npm is missing or fails."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit(
            "npm is needed to bring Bootstrap, HTMX and the fonts. "
            "Install the packages nodejs and npm, then run this again."
        )
    done = subprocess.run([npm, "ci"], cwd=BASE, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"npm ci failed:\n{done.stdout}{done.stderr}")
    INSTALLED.write_text(npm_lock())


def bring() -> None:
    """Copy what is shipped, after installing it where that has not been done."""
    if not is_installed():
        install()
    for source, target in SHIPPED.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PACKAGES / source, target)
    STAMP.write_text(lock())


if __name__ == "__main__" and not is_current():
    bring()
