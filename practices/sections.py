"""What the text of an entry consists of: its sections in their order, their measure, and how each is asked for.

An entry stands alone: every section is written, none says "see the link" (the demand of the OPSI form). The summary has
the 150 to 200 words of the WSIS form; a script that says as much in fewer or other units has its own measure.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Measure(NamedTuple):
    """From how much to how much, and counted how: in words, or in characters without spaces."""

    least: int
    most: int
    by_words: bool = True

    def count(self, text: str) -> int:
        """How long the text is by this measure."""
        return len(text.split()) if self.by_words else len("".join(text.split()))


# 150–200 English words say as much as these: Russian and Belarusian have no articles, Korean is counted in syllables.
SUMMARY: dict[str, Measure] = {
    "en": Measure(150, 200),
    "ru": Measure(120, 180),
    "be": Measure(120, 180),
    "ko": Measure(350, 550, by_words=False),
}
MOST = 12_000  # characters of a section: some 2,000 words


@dataclass(frozen=True)
class Section:
    """One part of the text: its key in the database, its heading, what is asked for, and a short good example."""

    key: str
    heading: str | Promise
    help: str | Promise
    example: str | Promise = ""
    is_line: bool = False


SECTIONS: tuple[Section, ...] = (
    Section(
        "title",
        pgettext_lazy("practice", "Title"),
        _("What it does, in one line. The name of the system alone tells a foreign reader nothing."),
        _("One gateway for data exchange between registers"),
        is_line=True,
    ),
    Section(
        "summary",
        _("Summary"),
        _("The problem, the solution and the result, for somebody who reads nothing else."),
        _("Ministries sent paper extracts to each other for every permit. Since 2014 one gateway connects them …"),
    ),
    Section(
        "problem",
        _("Problem"),
        _("Who had which difficulty, since when, and how it was known."),
        _("A company needed eleven certificates from five bodies to take part in one tender."),
    ),
    Section(
        "solution",
        _("Solution"),
        _("What was done and how it works today, step by step from the user's side."),
        _("An official enters a number; the gateway asks the register and shows the extract within seconds."),
    ),
    Section(
        "actors",
        _("Actors"),
        _("Who decided, who built, who runs it, who pays, and who had to be won over."),
        _("The ministry owns the service, an agency runs it, 84 registers are connected by their keepers."),
    ),
    Section(
        "steps",
        _("Steps and dates"),
        _("What happened in which year, from the first decision to today."),
        _("- 2010: decision of the government\n- 2012: pilot with three registers\n- 2014: open to all bodies"),
    ),
    Section(
        "financing",
        _("Financing"),
        _("Who paid for building it and who pays each year. The amount itself stands among the facts."),
        _("Built with a loan; running costs are a line of the agency's budget."),
    ),
    Section(
        "legal",
        _("Legal changes"),
        _("Which laws or rules had to change, and how long that took. If none had to, say so."),
        _("A law of 2011 gave an electronic extract the force of a paper one."),
    ),
    Section(
        "technology",
        _("Technology"),
        _("What it is built of, what is open, what was bought, and which standards it keeps to."),
        _("Open-source message bus, national public keys, REST interfaces published as OpenAPI."),
    ),
    Section(
        "results",
        _("Results"),
        _("What has changed for whom. Figures stand below, each with its source and date."),
        _("Officials no longer ask citizens for extracts; the wait for a permit fell."),
    ),
    Section(
        "obstacles",
        _("Obstacles"),
        _("What went wrong or slowly, and what was done about it."),
        _("Two registers had no electronic records; they were digitised first, which took a year."),
    ),
    Section(
        "lessons",
        _("Lessons"),
        _("What you would do again, and what you would do differently."),
        _("Begin with the registers that are asked most; leave the rare ones on paper."),
    ),
    Section(
        "sustainability",
        _("Sustainability"),
        _("Who keeps it running, with which staff and money, and what could end it."),
        _("Nine people run it; the law obliges the government to finance it."),
    ),
    Section(
        "preconditions",
        _("Preconditions"),
        _("What a country must have before it can begin. Choose from the list of conditions too."),
        _("An inventory of registers, and one number a person in all of them."),
    ),
    Section(
        "adapt",
        _("What to adapt"),
        _("What another country has to change: law, names, procedures, interfaces."),
        _("Roles and fees follow our law on registers; the message formats can stay."),
    ),
    Section(
        "not_suitable",
        _("Not suitable when"),
        _("In which circumstances it should not be copied."),
        _("Where registers are kept on paper, or where bodies may not share data by law."),
    ),
)
BY_KEY: dict[str, Section] = {section.key: section for section in SECTIONS}
KEYS: tuple[str, ...] = tuple(BY_KEY)


def missing_in(sections: dict[str, str]) -> list[Section]:
    """The sections that are not written yet."""
    return [section for section in SECTIONS if not sections.get(section.key, "").strip()]


def measure_fault(language: str, summary: str) -> str | Promise:
    """What is wrong with the length of a summary, in a sentence; nothing when it is right."""
    measure = SUMMARY[language]
    count = measure.count(summary)
    if measure.least <= count <= measure.most:
        return ""
    said = {"count": count, "least": measure.least, "most": measure.most}
    if measure.by_words:
        return _("The summary has %(count)d words. Write %(least)d to %(most)d.") % said
    return _("The summary has %(count)d characters without spaces. Write %(least)d to %(most)d.") % said
