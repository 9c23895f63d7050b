"""The transfer kit: all that another body needs to take a practice home, in one archive. Reads only."""

import zipfile
from collections.abc import Iterable, Sequence
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from core.localised import LANGUAGE_NAMES
from files.models import StoredFile
from papers import report as papers
from practices.models import Practice
from practices.presentation.facts import Facts
from practices.presentation.paper import Sheet, need_words, paper_of, written
from practices.presentation.reading import Reading

IN_MEMORY = 5 * 1024 * 1024  # bytes; a larger archive is written to the disk of the server and gone when it was sent
CHUNK = 256 * 1024


def kit_of(
    practice: Practice, readings: Sequence[Reading], facts: Facts, files: Iterable[StoredFile], *, reader: Any
) -> IO[bytes]:
    """A ZIP, ready to be read from its beginning: the text in each language, conditions, contacts, the files.

    Contacts are named to whoever is signed in, as on the page. `files` are those that the reader may see.
    """
    archive: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  the answer closes it
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as kit:
        names = []
        for read in readings:
            with translation.override(read.language):
                sheet = Sheet(read, facts)
                paper = paper_of(sheet, language=read.language)
                stem = f"{practice.reference}-{read.language}"
                kit.writestr(f"text/{stem}.md", written(sheet))
                kit.writestr(f"text/{stem}.docx", papers.docx(paper))
                kit.writestr(f"text/{stem}.pdf", papers.pdf(paper), zipfile.ZIP_STORED)
                names.append(LANGUAGE_NAMES[read.language])
        listed = [_copied(kit, file, number) for number, file in enumerate(files, 1)]
        licence = str(readings[0].version.get_licence_display())
        kit.writestr("README.txt", _readme(practice, facts, names, listed, licence=licence, reader=reader))
    archive.seek(0)
    return archive


def _copied(kit: zipfile.ZipFile, file: StoredFile, number: int) -> str:
    """Copy a file piece by piece under its own name; a number keeps two of one name apart."""
    name = f"files/{number:02}-{file.name}"
    with file.open() as source, kit.open(zipfile.ZipInfo(name), "w") as target:
        while piece := source.read(CHUNK):
            target.write(piece)
    return name


def _readme(
    practice: Practice, facts: Facts, languages: list[str], files: list[str], *, licence: str, reader: Any
) -> str:
    """What lies in the archive, on what terms, and whom to ask, in the reader's language."""
    lines = [
        f"{practice.reference}  {practice.title}",
        f"{practice.owner.name}, {practice.country.name}",
        settings.SITE_URL + practice.get_absolute_url(),
        "",
        _("The text stands in the folder “text”, in these languages: %(languages)s.")
        % {"languages": ", ".join(languages)},
        _("On the terms of the licence: %(licence)s.") % {"licence": licence},
    ]
    if facts.preconditions:
        lines += ["", _("What must be in place:"), *(f"- {need_words(need)}" for need in facts.preconditions)]
    if files:
        lines += ["", _("Files:"), *(f"- {name}" for name in files)]
    lines += ["", _("Whom to ask:"), *_contacts(practice, reader)]
    return "\n".join(lines) + "\n"


def _contacts(practice: Practice, reader: Any) -> list[str]:
    if practice.contact is not None and reader.is_authenticated:
        return [f"- {practice.contact.name_of_record()}, {practice.owner.name}, {practice.contact.email}"]
    return ["- " + _("The centre passes questions to the owner: open the address above and choose “Ask the owner”.")]
