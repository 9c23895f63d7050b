"""What CI asks before the tests, two questions at a time: style, types, contracts, translations, migrations, locks."""

import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from cooperation_center import env
from tools import lock

MANAGE = ("-W", "ignore::RuntimeWarning", "manage.py")  # no database is needed, and Django would warn of that
TEMPLATES = env.BASE / "templates"
DJANGO = re.compile(r"{[{%#].*?[}%#]}", re.DOTALL)
INLINE = re.compile(
    r"""\sstyle\s*=|<style\b|<script\b(?![^>]*(?:\bsrc=|type="application/json"))"""
    r"""|<[a-z][^>]*\son[a-z]+\s*=|javascript:""",
    flags=re.IGNORECASE,
)
# Settings as on a real server, and none of this machine's.
PLAIN = dict.fromkeys(env.read_file(env.BASE / ".env.example"), "")
PRODUCTION = PLAIN | {
    "PRODUCTION": "1",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "FIELD_KEYS": env.field_key_from(secrets.token_urlsafe(64)),
    "ALLOWED_HOSTS": "portal.example",
    "SITE_URL": "https://portal.example",
    "EMAIL_URL": "smtp://mail.example",
}


@dataclass
class Question:
    """A program that says yes or no."""

    name: str
    command: tuple[str, ...]
    variables: dict[str, str] = field(default_factory=lambda: PLAIN | {"SAMPLE_CENTRE": "1"})

    def ask(self) -> tuple[bool, str]:
        """The answer and, where it is no, what the program said."""
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, *self.command],
            cwd=env.BASE,
            env=os.environ | self.variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        line = f"{'ok    ' if done.returncode == 0 else 'FAILED'} {self.name} ({time.monotonic() - begun:.1f} s)"
        return done.returncode == 0, line if done.returncode == 0 else f"{line}\n{done.stdout}"


QUESTIONS = (
    Question("types", ("-m", "mypy")),
    Question("translations", ("tools/messages.py", "--check")),
    Question("template format", ("-m", "djlint", "--quiet", "--check", "templates")),
    Question("template faults", ("-m", "djlint", "--quiet", "--lint", "templates")),
    Question("style", ("-m", "ruff", "check", "--output-format", "concise", ".")),
    Question("format", ("-m", "ruff", "format", "--check", "--output-format", "concise", ".")),
    Question("import contracts", ("-c", "from importlinter.cli import lint_imports_command as c; c()")),
    Question("django", (*MANAGE, "check", "--fail-level", "WARNING")),
    Question("django in production", (*MANAGE, "check", "--deploy", "--fail-level", "WARNING"), PRODUCTION),
    Question("migrations", (*MANAGE, "makemigrations", "--check", "--dry-run")),
    Question("workflow drawings", (*MANAGE, "workflows", "--check")),
)


def inline() -> Iterator[str]:
    """Styles and scripts inside templates: the Content-Security-Policy forbids both. Mail has no such policy."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        for found in INLINE.finditer(only_html(text)):
            if "mail" not in path.parts and "email" not in path.parts:
                line = text.count("\n", 0, found.start()) + 1
                yield f"{path.relative_to(env.BASE)}:{line}: {found[0].strip()}"


def only_html(template: str) -> str:
    """A template with Django's own tags blanked, each character in its place."""
    return DJANGO.sub(lambda tag: re.sub(r"\S", " ", tag[0]), template)


def main() -> int:
    """Ask everything; fail when one answer is no."""
    begun = time.monotonic()
    good = True
    with ThreadPoolExecutor(2) as pool:
        for is_yes, line in pool.map(Question.ask, QUESTIONS):
            good &= is_yes
            print(line, flush=True)
    for name, faults in {"inline style and script": [*inline()], "locks": [*lock.faults()]}.items():
        good &= not faults
        print("\n".join([f"{'FAILED' if faults else 'ok    '} {name}", *faults]))
    print(f"{'All is well' if good else 'Something is wrong'} ({time.monotonic() - begun:.0f} s)")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
