"""PDF from a typst template and plain data: archivable, tagged, and the same on every machine.

What people have written reaches typst as JSON only and is never read as its language, so a name may hold whatever it
holds. Nothing is fetched while compiling: templates import each other, fonts lie in a folder.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.utils import translation

from core.localised import LANGUAGES
from papers import fonts
from papers.errors import PaperError
from papers.labels import labels
from papers.words import plain

ROOT: Path = settings.BASE_DIR
STANDARDS = ["a-2a", "ua-1"]  # for the archive, and for readers who listen; only so a missing glyph is an error
TEMPLATE = re.compile(r"(?:(?P<app>[a-z_]+)/)?(?P<name>[a-z_]+)")


def compile_pdf(template: str, data: Mapping[str, Any], *, language: str) -> bytes:
    """The paper as PDF/A-2a and PDF/UA-1.

    `template` is one of ours (`letter`) or an app's (`events/programme` is `events/papers/programme.typ`), which begins
    with `#import "/papers/typst/base.typ": *`. `data` needs a `title`; days, names and texts in several languages may
    stand in it as they are.
    """
    made = _compile(template, data, language, format="pdf", pdf_standards=STANDARDS)
    return b"".join(made) if isinstance(made, list) else made


def compile_pages(template: str, data: Mapping[str, Any], *, language: str, ppi: int = 72) -> list[bytes]:
    """The same paper as a PNG per page, for a look at it."""
    made = _compile(template, data, language, format="png", ppi=ppi)
    return made if isinstance(made, list) else [made]


def path_of(template: str) -> Path:
    """Where a template lies. Refuses names that are not one of an app."""
    found = TEMPLATE.fullmatch(template)
    if found is None:
        raise PaperError(f"{template!r} names no template.")
    folder = ROOT / found["app"] / "papers" if found["app"] else ROOT / "papers" / "typst"
    return folder / f"{found['name']}.typ"


def _compile(template: str, data: Mapping[str, Any], language: str, **options: Any) -> Any:
    path = path_of(template)
    if not path.is_file():
        raise PaperError(f"There is no template {path.relative_to(ROOT)}.")
    inputs = {"paper": json.dumps(_paper(data, language), ensure_ascii=False)}
    try:
        return typst.compile(
            path, root=ROOT, font_paths=fonts.for_typst(), ignore_system_fonts=True, sys_inputs=inputs, **options
        )
    except typst.TypstError as error:
        raise PaperError(f"{path.relative_to(ROOT)}: {error.message}\n{error.diagnostic}") from error


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
