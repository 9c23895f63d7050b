"""Papers of the sample centre as real files: letters, country reports, slides. Made when it is loaded, kept nowhere."""

from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile
from django.utils.translation import override

from core.localised import LocalisedText
from events.models import Delegation
from files.actions import store
from files.models import StoredFile
from papers import blocks, letter, report
from papers.heads import Head
from people.models import User
from sample_centre.content.events.forms import Nominee

Point = tuple[str, str]


def keep(name: str, content: bytes, *, by: User, language: str = "en") -> StoredFile:
    """A file as if `by` had uploaded it; it is given to what it belongs to by the act that follows."""
    return store(ContentFile(content, name=name), by=by, language=language)


def nomination_letter(
    delegation: Delegation, nominees: Sequence[Nominee], *, number: str, day: date, signatory: str, post: str, by: User
) -> StoredFile:
    """The letter by which a body officially nominates."""
    with override("en"):
        names = "; ".join(
            f"{one.given} {one.family}, {one.post}{' (alternate)' if one.is_alternate else ''}" for one in nominees
        )
        paper = letter.Letter(
            head=Head(delegation.organisation.name, (), number, day),
            addressee=(delegation.event.centre.name,),
            subject=LocalisedText({"en": f"Nomination: {delegation.event.name}"}),
            paragraphs=(
                "In reply to your invitation we officially nominate the persons named below.",
                names + ".",
                "We confirm that what they have written is complete and correct and that they work in a language of the programme.",
            ),
            signatures=(blocks.Signature(signatory, post, delegation.country.name),),
        )
        content = letter.pdf([paper], language="en")
    return keep(f"Nomination letter, {delegation.country.name['en']}.pdf", content, by=by)


def points(title: str, said: Sequence[Point], *, by: User, language: str = "en", word: bool = False) -> StoredFile:
    """A report of a few chapters, as PDF or as DOCX."""
    with override(language):
        chapters = [block for head, text in said for block in (blocks.Heading(head), blocks.Text(text))]
        paper = report.Report(title, chapters, language)
        content = report.docx(paper) if word else report.pdf(paper)
    return keep(f"{title}.{'docx' if word else 'pdf'}", content, by=by, language=language)


def slides(title: str, said: Sequence[str], *, by: User, language: str = "en") -> StoredFile:
    """Slides as a short paper: one line each."""
    with override(language):
        paper = report.Report(title, [blocks.Items(said, is_numbered=True)], language)
        content = report.pdf(paper)
    return keep(f"{title}.pdf", content, by=by, language=language)
