"""The interface's sentences: read out of the sources, merged into the catalogues, checked, compiled.

`tools/messages.py` extracts and merges, `--check` changes nothing and fails on what a reader would see untranslated,
`--compile` writes the .mo files that are older than their catalogue. Extraction needs GNU gettext, the rest does not.
"""

import argparse
import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import polib
from django.core.management import call_command
from django.core.management.commands import makemessages
from django.test import override_settings

BASE = Path(__file__).resolve().parent.parent
LOCALE = BASE / "locale"
# As Django has them; a catalogue with other forms would break its sentences.
_EAST_SLAVIC = (
    "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
    "n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);"
)
PLURALS = {"ru": _EAST_SLAVIC, "be": _EAST_SLAVIC, "ko": "nplurals=1; plural=0;"}
NOT_READ = ["locale", "var", "tests", "tools", "bench", "docs", "static", "node_modules", ".venv"]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


def catalogue(language: str, locale: Path = LOCALE) -> Path:
    """Where the sentences of one language stand."""
    return locale / language / "LC_MESSAGES" / "django.po"


class Extract(makemessages.Command):
    """Django's extraction, with its result in LOCALE_PATHS even where the project has a folder named `locale`."""

    def find_files(self, root: str) -> list[Any]:
        """Every file to read, whatever its folder, for the one result."""
        files: list[Any] = super().find_files(root)
        for file in files:
            file.locale_dir = self.default_locale_path
        return files


def extract() -> polib.POFile:
    """Every sentence that sources and templates mark, in the order of the sources."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cooperation_center.settings")
    os.environ["SAMPLE_CENTRE"], os.environ["PRODUCTION"] = "1", ""
    django.setup()
    with tempfile.TemporaryDirectory() as folder, override_settings(LOCALE_PATHS=[folder]), contextlib.chdir(BASE):
        options = {"ignore_patterns": NOT_READ, "keep_pot": True, "no_wrap": True, "add_location": "file"}
        call_command(Extract(), locale=["en"], verbosity=0, **options)
        return polib.pofile(str(Path(folder) / "django.pot"))


def merge(language: str, found: polib.POFile, locale: Path = LOCALE) -> None:
    """Add what is new as an empty sentence and drop what is gone; nothing is guessed."""
    path = catalogue(language, locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    known = {key(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    result = polib.POFile(wrapwidth=120)
    result.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for entry in found:
        old = known.get(key(entry))
        fresh = polib.POEntry(
            msgid=entry.msgid,
            msgid_plural=entry.msgid_plural,
            msgctxt=entry.msgctxt,
            comment=entry.comment,
            tcomment=old.tcomment if old else "",
            occurrences=sorted({(file, "") for file, _ in entry.occurrences}),
            flags=[flag for flag in entry.flags if flag != "fuzzy"] + (["fuzzy"] if old and old.fuzzy else []),
        )
        if entry.msgid_plural:
            fresh.msgstr_plural = old.msgstr_plural if old else dict.fromkeys(range(forms(language)), "")
        else:
            fresh.msgstr = old.msgstr if old else ""
        result.append(fresh)
    result.save(str(path))


def faults(language: str, found: polib.POFile, locale: Path = LOCALE) -> Iterator[str]:
    """What a reader of this language would see untranslated or broken, and what only lies about."""
    path = catalogue(language, locale)
    if not path.exists():
        yield f"{language}: there is no catalogue"
        return
    entries = polib.pofile(str(path))
    if not entries.metadata.get("Plural-Forms", "").startswith(f"nplurals={forms(language)};"):
        yield f"{language}: Plural-Forms must begin with nplurals={forms(language)}"
    known = {key(entry): entry for entry in entries if not entry.obsolete}
    wanted = {key(entry): entry for entry in found}
    for name in wanted.keys() - known.keys():
        yield f"{language}: missing: {name[1]!r}"
    for name in known.keys() - wanted.keys():
        yield f"{language}: obsolete: {name[1]!r}"
    yield from (f"{language}: obsolete: {entry.msgid!r}" for entry in entries.obsolete_entries())
    for name in wanted.keys() & known.keys():
        yield from (f"{language}: {fault}: {name[1]!r}" for fault in entry_faults(known[name], forms(language)))


def entry_faults(entry: polib.POEntry, count: int) -> Iterator[str]:
    """What is wrong with one sentence."""
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if entry.fuzzy:
        yield "fuzzy"
    if not all(texts):
        yield "empty"
        return
    if entry.msgid_plural and len(texts) != count:
        yield f"{len(texts)} plural forms, not {count}"
    allowed = [sorted(PLACEHOLDER.findall(text)) for text in (entry.msgid, entry.msgid_plural or entry.msgid)]
    if any(sorted(PLACEHOLDER.findall(text)) not in allowed for text in texts):
        yield "other placeholders"


def compile_all(locale: Path = LOCALE) -> list[Path]:
    """Write each .mo that is older than its catalogue, and return those."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            written.append(target)
    return written


def key(entry: polib.POEntry) -> tuple[str | None, str]:
    """What makes two sentences the same to gettext."""
    return entry.msgctxt, entry.msgid


def forms(language: str) -> int:
    """How many plural forms a language has here."""
    return int(PLURALS[language].split(";")[0].removeprefix("nplurals="))


def main() -> int:
    """Extract and merge, check, or compile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--compile", action="store_true")
    options = parser.parse_args()
    if options.compile:
        compile_all()
        return 0
    if shutil.which("xgettext") is None:
        print("Reading the interface's sentences needs GNU gettext: apt-get install gettext")
        return 1
    found = extract()
    if not options.check:
        for language in PLURALS:
            merge(language, found)
    wrong = [fault for language in PLURALS for fault in sorted(faults(language, found))]
    print("\n".join([*wrong, f"{len(found)} sentences, {len(wrong)} faults in {', '.join(PLURALS)}"]))
    return 1 if options.check and wrong else 0


if __name__ == "__main__":
    sys.path.insert(0, str(BASE))
    sys.exit(main())
