"""Certificates: signed by both sides, and anyone can ask the portal whether one is true."""

from collections.abc import Sequence
from dataclasses import dataclass

from papers import qr
from papers.blocks import Signature
from papers.heads import Head
from papers.pdf import compile_pdf
from papers.words import Words, plain


@dataclass(frozen=True)
class Certificate:
    """Build it within `translation.override(language)`. The number and day of `head` are those of the certificate."""

    head: Head
    heading: Words  # “Certificate of attendance”
    name: Words  # a WrittenName in Latin letters
    events: Sequence[Words]  # the name of the event, in one or two languages
    signatures: Sequence[Signature]
    code: str
    address: str  # of the page that confirms or says revoked, with the code in it
    own_name: Words = ""
    second_heading: Words = ""  # the heading in the second language
    opening: Words = ""  # “This is to certify that”
    body: Words = ""
    statement: Words = ""  # “took part in”
    details: Sequence[Words] = ()  # days, place, hours


def pdf(certificates: Sequence[Certificate], *, title: Words, language: str) -> bytes:
    """A page each, in the order given."""
    drawn = [{**plain(one, language), "qr": qr.svg(one.address)} for one in certificates]
    return compile_pdf("certificate", {"title": title, "certificates": drawn}, language=language)
