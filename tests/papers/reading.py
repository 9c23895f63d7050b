"""Reads a paper as a reader does: the words, what a screen reader is told, and how large the pages are."""

from io import BytesIO

from pypdf import PdfReader


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def words(content: bytes) -> str:
    """All the words, with one space between them."""
    return " ".join(" ".join(page.extract_text() for page in opened(content).pages).split())


def letters(content: bytes) -> str:
    """All the letters without any space: lines may break anywhere."""
    return "".join(words(content).split())


def told(content: bytes) -> dict:
    """What the file says about itself to those who listen, and the standards it claims."""
    reader = opened(content)
    root = reader.trailer["/Root"]
    claims = root["/Metadata"].get_data().decode()
    return {
        "title": reader.metadata.title,
        "lang": root["/Lang"],
        "tagged": bool(root["/MarkInfo"]["/Marked"]),
        "shows title": bool(root["/ViewerPreferences"]["/DisplayDocTitle"]),
        "pdf/a": "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in claims,
        "pdf/ua": "<pdfuaid:part>1</pdfuaid:part>" in claims,
    }


def tags(content: bytes) -> list[str]:
    """The kinds of the structure, in reading order."""
    found = []

    def walk(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]).lstrip("/"))
            if "/K" in node:
                walk(node["/K"])

    walk(opened(content).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def tongues(content: bytes) -> set[str]:
    """The languages that parts of the structure are marked with."""
    found = set()

    def walk(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/Lang" in node:
                found.add(str(node["/Lang"]))
            if "/K" in node:
                walk(node["/K"])

    walk(opened(content).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found
