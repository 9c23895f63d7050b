"""What npm brought is copied by an explicit list; npm itself runs only when its lock changed."""

import shutil
import subprocess
import sys

import pytest

from papers import fonts
from tools import front_end


@pytest.fixture
def house(tmp_path):
    """Another checkout with the packages that npm has installed here, and no npm to be found."""
    (tmp_path / "tools").mkdir()
    shutil.copy(front_end.__file__, tmp_path / "tools")
    shutil.copy(front_end.BASE / "package-lock.json", tmp_path)
    (tmp_path / "node_modules").symlink_to(front_end.PACKAGES)
    return tmp_path


def bring(house):
    command = [sys.executable, str(house / "tools" / "front_end.py")]
    return subprocess.run(command, env={"PATH": ""}, capture_output=True, text=True, check=False)


def copied(house):
    return {path.name for path in (house / "var" / "fonts").glob("*")}


def test_a_lost_folder_costs_a_copy_and_no_npm(house):
    assert (bring(house).returncode, copied(house)) == (0, {name for names in fonts.FILES for name in names})
    shutil.rmtree(house / "var")
    assert (bring(house).returncode, len(copied(house))) == (0, 8)


def test_another_lock_needs_npm(house):
    lock = house / "package-lock.json"
    lock.write_text(lock.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    done = bring(house)
    assert (done.returncode, done.stderr) == (
        1,
        "npm is needed to bring Bootstrap, HTMX and the fonts. Install the packages nodejs and npm, then run this again.\n",
    )


def test_the_papers_find_the_fonts_where_they_are_put():
    assert front_end.FONTS == fonts.FOLDER
