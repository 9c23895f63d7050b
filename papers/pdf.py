"""PDF from a typst template and plain data: archivable, tagged, and the same on every machine.

What people have written reaches typst as JSON only and is never read as its language, so a name may hold whatever it
holds. Nothing is fetched while compiling: templates import each other, fonts lie in a folder. See `compiler.py` for
why that happens elsewhere.
"""

import base64
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation

from core.localised import LANGUAGES
from papers import fonts
from papers.errors import PaperError
from papers.labels import labels
from papers.words import plain

ROOT: Path = settings.BASE_DIR
COMPILER = Path(__file__).with_name("compiler.py")
SECONDS = 60
STANDARDS = ["a-2a", "ua-1"]  # for the archive, and for readers who listen; only so a missing glyph is an error
TEMPLATE = re.compile(r"(?:(?P<app>[a-z_]+)/)?(?P<name>[a-z_]+)")


def compile_pdf(template: str, data: Mapping[str, Any], *, language: str) -> bytes:
    """The paper as PDF/A-2a and PDF/UA-1.

    `template` is one of ours (`letter`) or an app's (`events/programme` is `events/papers/programme.typ`), which begins
    with `#import "/papers/typst/base.typ": *`. `data` needs a `title`; days, names and texts in several languages may
    stand in it as they are.
    """
    return _compile(template, data, language, format="pdf", pdf_standards=STANDARDS)[0]


def path_of(template: str) -> Path:
    """Where a template lies. Refuses names that are not one of an app."""
    found = TEMPLATE.fullmatch(template)
    if found is None:
        raise PaperError(f"{template!r} names no template.")
    folder = ROOT / found["app"] / "papers" if found["app"] else ROOT / "papers" / "typst"
    return folder / f"{found['name']}.typ"


def _compile(template: str, data: Mapping[str, Any], language: str, **options: Any) -> list[bytes]:
    path = path_of(template)
    if not path.is_file():
        raise PaperError(f"There is no template {path.relative_to(ROOT)}.")
    answer = _run(
        {
            "template": str(path),
            "root": str(ROOT),
            "fonts": str(fonts.folder()),
            "paper": json.dumps(_paper(data, language), ensure_ascii=False),
            "options": options,
        }
    )
    if "fault" in answer:
        raise PaperError(f"{path.relative_to(ROOT)}: {answer['fault']}")
    return [base64.b64decode(page) for page in answer["pages"]]


def _run(job: dict[str, Any]) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-I", COMPILER],
            input=json.dumps(job).encode(),
            env={},
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise PaperError(f"{job['template']} took longer than {SECONDS} seconds.") from error
    except subprocess.CalledProcessError as error:
        raise PaperError(f"{job['template']}: {error.stderr.decode(errors='replace')}") from error
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _paper(data: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What `base.typ` reads: the data in letters that can be written, and the few words it adds itself."""
    if language not in LANGUAGES:
        raise PaperError(f"Papers are written in {', '.join(LANGUAGES)}, not in {language!r}.")
    with translation.override(language):
        paper = _writable({**plain(data, language), "language": language, "labels": labels()})
    title = paper.get("title")
    paper["title"] = " ".join((title["text"] if isinstance(title, dict) else title or "").split())
    if not paper["title"]:
        raise PaperError("A paper needs a title: its readers hear it first.")
    return paper


def _writable(value: Any) -> Any:
    if isinstance(value, str):
        return fonts.writable(value)
    if isinstance(value, dict):
        return {key: _writable(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_writable(one) for one in value]
    return value
