"""What a fresh machine lacks: the virtual environment, npm, Chromium, GNU gettext.

Runs on any Python from 3.11 on with nothing installed, so it uses the standard library only. It installs through apt
where it may (root, or sudo without a password), and else says in one sentence what to type.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent
VENV = BASE / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "lock.sha256"
LOCK = BASE / "requirements-dev.txt"
NEEDED = (3, 11)


def venv() -> None:
    """Make `.venv` hold exactly what the lock names; does nothing while neither has changed."""
    if sys.version_info < NEEDED:
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12")
    if _runs(PYTHON, "--version") and STAMP.exists() and STAMP.read_text(encoding="utf-8") == _lock():
        return
    os.umask(0o022)  # PostgreSQL refuses to run as root; its own user must be able to read the programs here
    if not _runs(PYTHON, "-m", "pip", "--version"):
        _make_venv()
    _say("Installing what requirements-dev.txt names")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    _do(*pip, "-r", str(BASE / "requirements-uv.txt"))
    uv("sync", str(LOCK))
    STAMP.write_text(_lock(), encoding="utf-8")


def front_end() -> None:
    """Bring the pinned front-end packages; without npm on the machine, with the one that Python's index offers."""
    if shutil.which("npm") is None and not (VENV / "bin" / "npm").exists():
        _say("There is no npm here: installing one into .venv")
        uv("install", "--requirements", str(BASE / "requirements-node.txt"))
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), str(VENV / "bin")])
    _do(str(PYTHON), str(BASE / "tools" / "front_end.py"), env=os.environ | {"PATH": path})


def chromium() -> bool:
    """Whether browser tests can run: Debian's Chromium, and fonts that know Korean."""
    if _runs("chromium", "--version") and _runs("sh", "-c", "fc-list :lang=ko | grep -q ."):
        return True
    packages = ("chromium", "fontconfig", "fonts-noto-core", "fonts-noto-cjk")
    return apt(*packages, why="The browser tests need Chromium and fonts") and _runs("chromium", "--version")


def gettext() -> bool:
    """Whether the sentences of the interface can be read out of the sources."""
    return _has("xgettext") or apt("gettext", why="Reading the interface's sentences needs GNU gettext")


def apt(*packages: str, why: str) -> bool:
    """Install Debian packages; where that is not allowed, say what to type and return False."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if _has("apt-get") and (not sudo or _runs("sudo", "--non-interactive", "true")):
        _say(f"{why}: apt-get install {' '.join(packages)}")
        quiet = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive"]
        subprocess.run([*quiet, "apt-get", "update", "--quiet=2"], stdin=subprocess.DEVNULL, check=False)
        if subprocess.run([*quiet, *command, "--quiet=2"], stdin=subprocess.DEVNULL, check=False).returncode == 0:
            return True
    _say(f"{why}. Please type: sudo {' '.join(command)}")
    return False


def uv(*command: str) -> None:
    """Let uv bring the environment to the state a lock names, checking every hash."""
    _do(str(VENV / "bin" / "uv"), "pip", *command, "--quiet", "--python", str(PYTHON), "--require-hashes")


def _make_venv() -> None:
    if not _runs(sys.executable, "-c", "import ensurepip, venv"):
        package = f"python3.{sys.version_info.minor}-venv"
        if not apt("python3-venv", package, why="Python comes without its venv module"):
            sys.exit(1)
    _say("Making .venv")
    _do(sys.executable, "-m", "venv", "--clear", str(VENV))


def _lock() -> str:
    return hashlib.sha256(LOCK.read_bytes() + (BASE / "requirements-uv.txt").read_bytes()).hexdigest()


def _has(program: str) -> bool:
    return shutil.which(program) is not None


def _runs(*command: str | Path) -> bool:
    """Whether a command can be run, and says yes."""
    try:
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def _do(*command: str, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, env=env, check=False)
    if done.returncode:
        sys.exit(f"This failed: {' '.join(command)}")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        if {"venv": venv, "front_end": front_end, "chromium": chromium, "gettext": gettext}[name]() is False:
            sys.exit(1)
