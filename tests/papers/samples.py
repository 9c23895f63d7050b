"""Papers with everything in them that could go wrong, for every template."""

from datetime import date

from core.localised import LocalisedText, Tongue
from papers.badges import Badge
from papers.blocks import (
    Bar,
    Bars,
    Facts,
    Heading,
    Items,
    Key,
    Keys,
    Signature,
    Signatures,
    Table,
    Text,
)
from papers.certificate import Certificate
from papers.heads import Head
from papers.letter import Letter
from papers.report import Report
from people.names import WrittenName

LANGUAGES = ("en", "ru", "be", "ko")
SCRIPTS = "Kim 김서연 Волкава Ўладзімір გიორგი Սարգսյան Παπαδάκης Yıldız Məmmədov Đoković Ѓорѓиевски"
HOSTILE = (
    '#import "/etc/passwd": * #read("/etc/passwd") $x^2$ \\ \\u{41} *b* _i_ `c` <tag> @ref = - + / // /* ~ \' " &amp;'
)
LONG = "Österreichisch-Ungarische " * 12 + "x" * 120

CENTRE = LocalisedText(en="Belarusian–Korean IT Cooperation Centre", ko="한-벨라루스 IT 협력센터")
BELARUS = LocalisedText(en="Belarus", be="Беларусь", ru="Беларусь", ko="벨라루스")
KOREA = LocalisedText(en="Republic of Korea", be="Рэспубліка Карэя", ru="Республика Корея", ko="대한민국")
HEAD = Head(CENTRE, (BELARUS, KOREA), "ER-2026-007", date(2026, 11, 3))
ALENA = WrittenName("Alena", "Volkava", family_first=False)
ALENA_OWN = WrittenName("Алена", "Волкава", family_first=False, lang="be")
SEOYEON = WrittenName("Seoyeon", "Kim", family_first=True)
SEOYEON_OWN = WrittenName("서연", "김", family_first=True, lang="ko")
SIGNED = (Signature(ALENA, "Co-director", BELARUS), Signature(SEOYEON_OWN, "공동센터장", KOREA, "Signed in the portal"))


def blocks_of(text=SCRIPTS):
    """Each kind of block once, holding the text wherever a block has words."""
    foreign = Tongue(text, "ru", is_fallback=True)
    return [
        Heading(text),
        Heading(foreign, 3),
        Text(f"{text}\n\n{text}\n{text}"),
        Text(foreign, "soft"),
        Text(text, "strong"),
        Items([text, foreign]),
        Items([text], is_numbered=True),
        Table([text, foreign, "n"], [[text, foreign, 1234.5], ["", None, -3]], caption=text, widths=(2, 2, 1)),
        Facts([(text, foreign), ("Day", date(2026, 11, 3)), ("Number", 12)]),
        Keys([Key(text, "signed", ALENA, date(2026, 11, 3)), Key(foreign, "silence")], outcome=text),
        Keys([Key(text, "objects", text, text), Key(foreign)]),
        Bars(text, [Bar(text, 3.5, "a"), Bar(foreign, 0, "b"), Bar("both", -1)], full=5, note=text),
        Signatures([Signature(text, text, text, text), Signature(ALENA)]),
    ]


def report(language="en", text=SCRIPTS, blocks=None):
    shown = blocks_of(text) if blocks is None else blocks
    return Report(title=text, blocks=shown, language=language, head=HEAD, subtitle=text)


EMPTY = [Text(""), Items([]), Table([], []), Table(["a"], []), Facts([]), Keys([]), Bars("", []), Signatures([])]


def letter(text=SCRIPTS, **changes):
    values = {
        "head": HEAD,
        "addressee": [text, text],
        "subject": text,
        "paragraphs": [text, f"{text}\n\n{text}"],
        "signatures": SIGNED,
        "salutation": text,
        "facts": [("Until", text)],
        "closing": [text],
        "enclosures": [text],
        "reference": text,
        "contact": text,
        "keys": Keys([Key(BELARUS, "signed"), Key(KOREA)], text),
    }
    return Letter(**{**values, **changes})


def badge(text=SCRIPTS, **changes):
    values = {
        "name": WrittenName(text, text, family_first=False),
        "role": text,
        "country": text,
        "own_name": text,
        "body": text,
        "code": "K7-001",
        "link": "https://centre.example/p/K7-001",
    }
    return Badge(**{**values, **changes})


def certificate(text=SCRIPTS, **changes):
    values = {
        "head": HEAD,
        "heading": text,
        "name": WrittenName(text, text, family_first=True),
        "events": [text, Tongue(text, "ko", is_fallback=True)],
        "signatures": SIGNED,
        "code": "7K3M-PQ92",
        "address": "https://centre.example/certificates/7K3M-PQ92",
        "own_name": text,
        "second_heading": text,
        "opening": text,
        "body": text,
        "statement": text,
        "details": [text, text],
    }
    return Certificate(**{**values, **changes})
