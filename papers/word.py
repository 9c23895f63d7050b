"""The same blocks as DOCX, for those who go on writing: headings, tables and languages as Word knows them."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from django.utils import translation
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from papers.fonts import cleaned
from papers.labels import labels

# What every office has; Word itself finds Georgian and Armenian letters.
LATIN, KOREAN = "Arial", "Malgun Gothic"
REGIONS = {"en": "en-GB", "ru": "ru-RU", "be": "be-BY", "ko": "ko-KR"}
INK, SOFT = RGBColor(0x10, 0x24, 0x2B), RGBColor(0x45, 0x59, 0x5F)
WIDTH = 16.5  # between the margins, in centimetres
STYLES = {
    "Normal": 10.5,
    "Title": 18,
    "Subtitle": 12,
    "Heading 1": 14,
    "Heading 2": 12,
    "Heading 3": 10.5,
    "List Bullet": 10.5,
}


def build(drawn: Mapping[str, Any], *, language: str) -> bytes:
    """The file, from what `report.drawn` wrote. Its title and language are set for those who listen to it."""
    with translation.override(language):
        writer = Writer(language)
    writer.write(drawn)
    target = BytesIO()
    writer.document.save(target)
    return target.getvalue()


class Writer:
    """Writes blocks into one document, each run with the language it is in."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.labels = labels()
        self.document: DocumentType = Document()
        _prepare(self.document, language)

    def write(self, drawn: Mapping[str, Any]) -> None:
        title = cleaned(_string(drawn["title"]))
        properties = self.document.core_properties
        properties.title, properties.language = title[:255], REGIONS.get(self.language, self.language)
        properties.author = cleaned(_string(drawn["head"]["centre"]))[:255] if drawn["head"] else ""
        properties.comments = ""
        if drawn["head"]:
            self.head(drawn["head"])
        self.say(self.document.add_paragraph(style="Title"), drawn["title"])
        if drawn["subtitle"]:
            self.say(self.document.add_paragraph(style="Subtitle"), drawn["subtitle"])
        for block in drawn["blocks"]:
            getattr(self, block["kind"])(block)
        self.foot(drawn["head"])

    # --- Around the text ---

    def head(self, head: Mapping[str, Any]) -> None:
        """The centre, both sides with the own one first, number and day."""
        self.say(self.paragraph(), head["centre"], bold=True)
        sides = self.paragraph()
        for number, side in enumerate(head["sides"]):
            if number:
                sides.add_run(" · ")
            self.say(sides, side, colour=SOFT)
        if head["number"] or head["day"]:
            named = f"{self.labels['number']} {head['number']}" if head["number"] else ""
            self.say(self.paragraph(), "    ".join(part for part in (named, head["day"]) if part))

    def foot(self, head: Mapping[str, Any] | None) -> None:
        """Page n of m as fields that Word fills in, in the order of the language."""
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if head and head["number"]:
            self.say(paragraph, f"{self.labels['number']} {head['number']}    ")
        for part in self.labels["page"].replace("{", "\0{").replace("}", "}\0").split("\0"):
            field = {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(part)
            if field:
                _field(paragraph.add_run(), field)
            elif part:
                self.say(paragraph, part)

    # --- Blocks, by their names ---

    def heading(self, block: Mapping[str, Any]) -> None:
        self.say(self.document.add_paragraph(style=f"Heading {block['level']}"), block["text"])

    def text(self, block: Mapping[str, Any]) -> None:
        for part in _paragraphs(block["text"]):
            self.say(
                self.paragraph(),
                part,
                bold=block["tone"] == "strong",
                colour=SOFT if block["tone"] == "soft" else None,
            )

    def items(self, block: Mapping[str, Any]) -> None:
        for number, item in enumerate(block["items"], 1):
            if block["is_numbered"]:  # numbers as text: a list of Word would go on counting where the last one stopped
                paragraph = self.paragraph()
                paragraph.paragraph_format.left_indent = Cm(0.8)
                paragraph.paragraph_format.first_line_indent = Cm(-0.8)
                self.say(paragraph, f"{number}.\t")
                self.say(paragraph, item)
            else:
                self.say(self.document.add_paragraph(style="List Bullet"), item)

    def table(self, block: Mapping[str, Any]) -> None:
        if block["caption"]:
            caption = self.paragraph()
            caption.paragraph_format.keep_with_next = True
            self.say(caption, block["caption"], bold=True)
        rows = [[cell["words"] for cell in row] for row in block["rows"]]
        self.grid(block["head"], rows, numbers=block["numbers"], widths=block["widths"])

    def facts(self, block: Mapping[str, Any]) -> None:
        self.grid([], [[name, value["words"]] for name, value in block["facts"]], widths=[1, 2])

    def keys(self, block: Mapping[str, Any]) -> None:
        rows = [
            [key["country"], self.labels[key["state"] or "unsigned"], key["who"], key["when"]] for key in block["keys"]
        ]
        self.grid([], rows)
        if block["outcome"]:
            self.say(self.paragraph(), block["outcome"], bold=True)

    def bars(self, block: Mapping[str, Any]) -> None:
        self.grid(
            [block["title"], ""],
            [[bar["label"], bar["value"]] for bar in block["bars"]],
            numbers=[False, True],
            widths=[4, 1],
        )
        if block["note"]:
            self.say(self.paragraph(), block["note"], colour=SOFT)

    def signatures(self, block: Mapping[str, Any]) -> None:
        """A line for each hand, its name beneath."""
        for one in block["people"]:
            room = self.paragraph()
            room.paragraph_format.space_before = Pt(36)
            room.paragraph_format.keep_with_next = True
            room.add_run("_" * 36)
            self.say(self.paragraph(), one["name"], bold=True)
            for words in (one["title"], one["country"], one["note"]):
                if words:
                    self.say(self.paragraph(), words)

    # --- Letters ---

    def paragraph(self) -> Paragraph:
        return self.document.add_paragraph()

    def say(self, paragraph: Paragraph, words: Any, *, bold: bool = False, colour: RGBColor | None = None) -> None:
        """Add a run in its language. A line stays a line."""
        lang = words["lang"] if isinstance(words, dict) else ""
        for number, line in enumerate(cleaned(_string(words)).split("\n")):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(line)
            run.bold = bold or None
            if colour:
                run.font.color.rgb = colour
            _language(run, lang or self.language)

    def grid(
        self,
        head: list[Any],
        rows: list[list[Any]],
        *,
        numbers: list[bool] | None = None,
        widths: list[float] | None = None,
    ) -> None:
        """A table whose head is repeated on each page and announced as such."""
        columns = len(head) or max(map(len, rows), default=0)
        if not columns:
            return
        table = self.document.add_table(rows=0, cols=columns, style="Table Grid")
        table.autofit = False
        shares = widths or [1] * columns
        lengths = [Cm(WIDTH * share / sum(shares)) for share in shares]
        for column, length in zip(table.columns, lengths, strict=True):
            column.width = length
        for number, row in enumerate([head, *rows] if head else rows):
            added = table.add_row()
            _mark_row(added, is_head=bool(head) and not number)
            for at, (cell, words) in enumerate(zip(added.cells, row, strict=True)):
                cell.width = lengths[at]
                paragraph = cell.paragraphs[0]
                if numbers and numbers[at]:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                self.say(paragraph, words, bold=bool(head) and not number)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)


def _prepare(document: DocumentType, language: str) -> None:
    """A4, our letters in every style Word would otherwise colour blue, and the language of the whole."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(2.5), Cm(2), Cm(2.2), Cm(2.2)
    for name, size in STYLES.items():
        style = document.styles[name]
        style.font.size, style.font.color.rgb, style.font.italic = Pt(size), INK, False
        _fonts(style.element.get_or_add_rPr())
    for border in list(document.styles.element.iter(qn("w:pBdr"))):  # the blue line beneath Word's titles
        border.getparent().remove(border)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    region = REGIONS.get(language, language)
    for lang in document.styles.element.iter(qn("w:lang")):
        _tongue(lang, region)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        _tongue(lang, region)


def _fonts(properties: Any) -> None:
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]  # the theme's fonts would win over those named here
    for kind, font in {"ascii": LATIN, "hAnsi": LATIN, "cs": LATIN, "eastAsia": KOREAN}.items():
        fonts.set(qn(f"w:{kind}"), font)


def _language(run: Run, language: str) -> None:
    lang = OxmlElement("w:lang")
    _tongue(lang, REGIONS.get(language, language))
    run._r.get_or_add_rPr().append(lang)


def _tongue(lang: Any, region: str) -> None:
    lang.set(qn("w:val"), region)
    lang.set(qn("w:eastAsia"), region if region.startswith("ko") else REGIONS["ko"])


def _field(run: Run, instruction: str) -> None:
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("text", "1"), ("end", "")):
        if kind == "text":
            run.add_text(text)
            continue
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def _mark_row(row: _Row, *, is_head: bool) -> None:
    """A row stays on one page; the head comes again on the next."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def _string(words: Any) -> str:
    return words["text"] if isinstance(words, dict) else str(words or "")


def _paragraphs(words: Any) -> list[Any]:
    parts = [part.strip() for part in _string(words).split("\n\n") if part.strip()]
    return [{"text": part, "lang": words["lang"]} for part in parts] if isinstance(words, dict) else list(parts)
