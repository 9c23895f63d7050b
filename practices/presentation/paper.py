"""An entry, or several, as a paper: PDF and DOCX in any language that the text has. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.localised import LANGUAGE_NAMES, Tongue
from papers import blocks
from papers.heads import head_of
from papers.report import Report
from practices.markdown import blocks as rich
from practices.models import Practice
from practices.presentation.facts import Facts, Need, figure, years
from practices.presentation.reading import Reading, ReadSection
from practices.presentation.record import cost_of, operation_of


@dataclass(frozen=True)
class Sheet:
    """What a paper is made of: the reading of one entry, and the facts beside it."""

    read: Reading
    facts: Facts

    @property
    def practice(self) -> Practice:
        return self.read.practice


def paper_of(sheet: Sheet, *, language: str) -> Report:
    """One entry. `language` is that of the headings; the text stands in the language of its reading.

    Call it within `translation.override(language)`.
    """
    practice = sheet.practice
    return Report(
        title=_tongue(sheet.read.title) if sheet.read.title.text else str(practice.title_text),
        subtitle=practice.owner.name,
        blocks=_blocks(sheet, level=1),
        language=language,
        head=head_of(practice.centre, number=practice.reference, day=timezone.localdate()),
    )


def collection_report(name: str, note: str, sheets: Sequence[Sheet], *, language: str) -> Report:
    """Several entries as chapters of one paper. `name` and `note` are what their collector wrote."""
    found: list[blocks.Block] = [blocks.Text(note)] if note else []
    for sheet in sheets:
        found.append(blocks.Heading(_tongue(sheet.read.title), 1))
        found += _blocks(sheet, level=2)
    centre = sheets[0].practice.centre if sheets else None
    head = head_of(centre, day=timezone.localdate()) if centre else None
    return Report(title=name, blocks=found, language=language, head=head)


def _blocks(sheet: Sheet, *, level: int) -> list[blocks.Block]:
    read = sheet.read
    found: list[blocks.Block] = [blocks.Facts(_facts(sheet))]
    if read.is_fallback:
        found.append(
            blocks.Text(_("This text is in %(language)s.") % {"language": LANGUAGE_NAMES[read.language]}, tone="soft")
        )
    for section in (read.summary, *read.story):
        found.append(blocks.Heading(str(section.heading), level))
        if section.is_outdated:
            found.append(blocks.Text(_("The original has changed since this was translated."), tone="soft"))
        elif section.is_original and not read.is_original:
            found.append(blocks.Text(_("Not yet translated. This is the original."), tone="soft"))
        found += rich(section.text, section.lang)
    if sheet.facts.evidence:
        found.append(blocks.Heading(_("Figures"), level))
        found.append(
            blocks.Table(
                head=[_("Figure"), _("What it counts"), _("Source"), _("Date")],
                rows=[[figure(one.value), one.what, one.source, one.dated_on] for one in sheet.facts.evidence],
                widths=(2, 5, 5, 2),
            )
        )
    if sheet.facts.preconditions:
        found.append(blocks.Heading(_("Conditions from the list"), level))
        found.append(blocks.Items([need_words(need) for need in sheet.facts.preconditions]))
    return found


def _facts(sheet: Sheet) -> list[tuple[Any, Any]]:
    practice, version = sheet.practice, sheet.read.version
    operation = operation_of(version)
    names = ", ".join(name.text for name in sheet.facts.current_names)
    former = ", ".join(_former(name) for name in sheet.facts.former_names)
    topics = ", ".join(str(topic.name) for topic in sheet.facts.topics)
    found: list[tuple[Any, Any]] = [
        (_("Number"), practice.reference),
        (_("Country"), practice.country.name),
        (pgettext("of a practice", "Owner"), practice.owner.name),
        (_("State of the system"), operation.words if operation else ""),
        (_("Names"), names),
        (_("Former names"), former),
        (_("Topics"), topics),
        (_("Cost to build"), cost_of(version)),
        (pgettext("on a day", "Facts confirmed"), practice.verified_on),
        (_("Licence of the text"), version.get_licence_display()),
        (_("Address"), settings.SITE_URL + practice.get_absolute_url()),
    ]
    return [(name, value) for name, value in found if value]


def _former(name: Any) -> str:
    return f"{name.text} ({when})" if (when := years(name)) else str(name.text)


def need_words(need: Need) -> str:
    """A precondition in one line, with the value an index must reach, and whether nothing works without it."""
    words = str(need.name) if need.minimum is None else f"{need.name}: {number_format(need.minimum, 2)}"
    return words if need.is_essential else _("%(condition)s (helps, not essential)") % {"condition": words}


def _tongue(section: ReadSection) -> Tongue:
    return Tongue(section.text, section.lang, is_fallback=False)


def written(sheet: Sheet) -> str:
    """The entry as one Markdown file, in the language of its reading."""
    read = sheet.read
    parts = [
        f"# {read.title.text}",
        f"{sheet.practice.reference} · {settings.SITE_URL}{sheet.practice.get_absolute_url()}",
    ]
    for section in (read.summary, *read.story):
        parts += [f"## {section.heading}", section.text]
    if sheet.facts.evidence:
        parts.append("## " + _("Figures"))
        parts.append(
            "\n".join(
                f"- {figure(one.value)}: {one.what} ({one.source}, {one.dated_on})" for one in sheet.facts.evidence
            )
        )
    return "\n\n".join(parts) + "\n"
