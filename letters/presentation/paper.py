"""A letter as the paper that leaves the house: letterhead of both sides, number, day, addressee, words, signatures."""

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from core.localised import LocalisedText
from letters.actions.issuing import signatories_of
from letters.merging import fill, paragraphs_of
from letters.models import Letter
from papers import letter as papers
from papers.blocks import Signature
from papers.heads import head_of


def pdf_of(letters: Sequence[Letter], *, language: str) -> bytes:
    """The papers of letters that are in one language, as one file."""
    with translation.override(language):
        return papers.pdf([_paper(one) for one in letters], language=language)


def bytes_of(letter: Letter) -> bytes:
    """The paper as it is kept; drawn anew where the keeper has not come to it yet, or of a draft."""
    if letter.file_id is None:
        return pdf_of([letter], language=letter.language)
    assert letter.file is not None  # noqa: S101  just asked
    with letter.file.open() as kept:
        return bytes(kept.read())


def _paper(letter: Letter) -> papers.Letter:
    """With the values filled in, where it is a draft; an issued one holds nothing but words."""
    people = letter.signatories or signatories_of(letter.centre, letter.run.signing)
    sides = [letter.centre.side_country(one["side"]).pk for one in people]
    own = letter.country_id if letter.country_id in sides else sides[0]
    return papers.Letter(
        head=head_of(letter.centre, own=own, number=letter.reference or "", day=letter.issued_on),
        addressee=letter.addressee.splitlines(),
        subject=fill(letter.subject, letter.values),
        paragraphs=paragraphs_of(fill(letter.body, letter.values)),
        signatures=[
            Signature(
                name=one["name"],
                title=LocalisedText(one["title"]) or _("Co-director"),
                country=letter.centre.side_country(one["side"]).name,
            )
            for one in people
        ],
    )
