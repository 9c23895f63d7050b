"""What is taken and what is refused, each with its sentence; nothing of a refused file is kept."""

import io
import struct
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.functional import Promise
from docx import Document
from pypdf import PdfWriter

from core.refusal import RefusedError
from files.containers import MAX_PARTS
from files.kinds import BY_ENDING
from files.looking import look
from files.pictures import size_of
from tests.files import builders as build

OTHER = "and is something else inside, or is damaged"
MACROS = "holds macros"
SWOLLEN = "unpacks to far more"


def refusal(data, name):
    with pytest.raises(RefusedError) as refused:
        look(SimpleUploadedFile(name, data))
    assert isinstance(refused.value.message, (str, Promise))
    return str(refused.value.message)


@pytest.mark.parametrize("ending", sorted(build.GOOD))
def test_every_kind_is_taken(ending):
    seen = look(SimpleUploadedFile(f"Отчёт.{ending.upper()}", build.GOOD[ending]))
    assert (seen.name, seen.kind) == (f"Отчёт.{ending}", BY_ENDING[f".{ending}"])


def test_real_documents_are_taken():
    """Made by the program libraries that people's programs resemble."""
    document, letter = io.BytesIO(), io.BytesIO()
    Document().save(document)
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    writer.write(letter)
    kinds = [
        look(SimpleUploadedFile(name, made.getvalue())).kind.label
        for name, made in (("a.docx", document), ("a.pdf", letter))
    ]
    assert kinds == ["DOCX", "PDF"]


@pytest.mark.parametrize("named", sorted(build.GOOD))
@pytest.mark.parametrize("inside", ["pdf", "docx", "xlsx", "odt", "png", "jpg", "webp"])
def test_what_is_not_what_its_name_says_is_refused(named, inside):
    same = BY_ENDING[f".{named}"] == BY_ENDING[f".{inside}"]
    if same:
        assert look(SimpleUploadedFile(f"a.{named}", build.GOOD[inside])).kind == BY_ENDING[f".{inside}"]
    else:
        assert OTHER in refusal(build.GOOD[inside], f"a.{named}")


@pytest.mark.parametrize(
    "name", ["a.exe", "a.zip", "a.docm", "a.svg", "a.html", "a.doc", "noending", ".pdf", "a.pdf.exe", ""]
)
def test_other_kinds_are_not_taken(name):
    if name == "":
        file = SimpleUploadedFile("x", build.pdf())
        file._name = ""
        with pytest.raises(RefusedError, match="are not taken"):
            look(file)
    else:
        assert "Files of this kind are not taken" in refusal(build.pdf(), name)


def test_an_empty_file(settings):
    assert refusal(b"", "a.pdf") == "The file is empty."


def test_one_that_is_too_large(settings):
    settings.FILE_MAX_BYTES = 1024
    assert "The file is larger than 1.0" in refusal(build.pdf(b"x" * 1024), "a.pdf")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"MZ\x90\0" + b"\0" * 200, "a.pdf"),
        (b"%PDF-1.7\nno end", "a.pdf"),
        (b"\0\0" + build.pdf(), "a.pdf"),
        (build.png()[:-1], "a.png"),
        (build.png()[:20], "a.png"),
        (build.png(0, 5), "a.png"),
        (build.png() + b"<script>", "a.png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\0", "a.jpg"),
        (b"\xff\xd8\xff\xda\0\2" + b"\0" * 50, "a.jpg"),
        (build.webp()[:20], "a.webp"),
        (b"a\0b", "a.txt"),
        (b"\x7fELF", "a.csv"),
        (b"\xff\xfea\0b", "a.txt"),
        (b"<html><script>alert(1)</script>", "a.txt"),
        (b"  <!DOCTYPE html><p>", "a.csv"),
        (b"{\\rtf1 }", "a.txt"),
        (b"PK\x03\x04 and nothing else", "a.docx"),
        (build.office()[:-30], "a.docx"),
        (build.archive({"word/document.xml": b"<w/>"}), "a.docx"),
        (build.archive({"content.xml": b"", "mimetype": build.ODF["odt"].encode()}), "a.odt"),
        (build.open_document(mimetype=build.ODF["ods"]), "a.odt"),
        (build.office(main=build.MAIN["xlsx"][1]), "a.docx"),
        (build.office(extra={"../../etc/passwd": b"x"}), "a.docx"),
        (build.office(extra={"/etc/passwd": b"x"}), "a.docx"),
        (build.office(extra={"C:\\x": b"x"}), "a.docx"),
        (build.pdf() + build.office(), "a.docx"),
        (b"PK\x03\x04" + build.office(), "a.docx"),
    ],
)
def test_damaged_disguised_and_doubled_files(data, name):
    assert OTHER in refusal(data, name)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (build.pdf() + build.office(), "a.pdf"),
        (build.jpeg() + build.office(), "a.jpg"),
        (build.webp() + build.archive({"a.js": b"alert(1)"}), "a.webp"),
    ],
)
def test_two_files_in_one(data, name):
    assert OTHER in refusal(data, name)


@pytest.mark.parametrize(
    "data",
    [
        build.office(extra={"word/vbaProject.bin": b"x"}),
        build.office(extra={"word/VBAPROJECT.BIN": b"x"}),
        build.office(main="application/vnd.ms-word.document.macroEnabled.main+xml"),
        build.office(extra={"word/activeX/activeX1.bin": b"x"}),
    ],
)
def test_macros_are_refused(data):
    assert MACROS in refusal(data, "a.docx")


def test_macros_of_other_programs_are_refused():
    assert MACROS in refusal(build.office("xlsx", {"xl/macrosheets/sheet1.xml": b"x"}), "a.xlsx")
    assert MACROS in refusal(build.open_document(extra={"Basic/Standard/Module1.xml": b"x"}), "a.odt")
    assert MACROS in refusal(build.open_document(extra={"Scripts/python/x.py": b"x"}), "a.odt")


def test_a_bomb_is_refused():
    assert SWOLLEN in refusal(build.office(extra={"word/media/a.xml": b"0" * 5_000_000}), "a.docx")


def test_a_bomb_of_many_small_parts_is_refused():
    assert SWOLLEN in refusal(build.office(extra={f"x{n}": b"" for n in range(MAX_PARTS)}), "a.docx")


def test_a_bomb_of_many_middling_parts_is_refused():
    parts = {f"word/media/{n}.xml": b"0" * 4_000_000 for n in range(54)}
    assert SWOLLEN in refusal(build.office(extra=parts), "a.docx")


def forged(data, name, size):
    """The same container, whose list of parts says another size of one part."""
    made = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        entry = made.index(name.encode(), container.start_dir) - 46
        offset = container.getinfo(name).header_offset
    for place, at in ((entry, 24), (offset, 22)):
        made[place + at : place + at + 4] = struct.pack("<I", size)
    return bytes(made)


def test_a_part_that_lies_about_its_size_is_refused():
    bomb = build.office(extra={"word/media/a.xml": b"0" * 5_000_000})
    assert OTHER in refusal(forged(bomb, "word/media/a.xml", 100), "a.docx")


def test_parts_that_overlap_are_refused():
    data = bytearray(build.office(extra={"one.xml": b"1" * 300, "two.xml": b"2" * 300}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as container:
        first, start = container.getinfo("one.xml").header_offset, container.start_dir
    entry = data.index(b"two.xml", start) - 46
    data[entry + 42 : entry + 46] = struct.pack("<I", first)
    assert OTHER in refusal(bytes(data), "a.docx")


def test_a_password_is_refused():
    data = bytearray(build.office())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as container:
        start = container.start_dir
    data[start + 8] |= 1
    assert "protected by a password" in refusal(bytes(data), "a.docx")


@pytest.mark.parametrize(("ending", "made"), [("png", build.png), ("jpg", build.jpeg), ("webp", build.webp)])
def test_a_picture_of_too_many_pixels(ending, made):
    assert look(SimpleUploadedFile(f"a.{ending}", made(8000, 5000))).kind.endings[0] == f".{ending}"
    assert "more than 40 million pixels" in refusal(made(8001, 5000), f"a.{ending}")


@pytest.mark.parametrize("size", [(300, 200), (16383, 2)])
def test_the_older_forms_of_webp(size):
    width, height = size
    lossy = b"RIFF\x20\0\0\0WEBPVP8 \x10\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height)
    lossless = b"RIFF\x20\0\0\0WEBPVP8L\x10\0\0\0\x2f" + struct.pack("<I", (height - 1) << 14 | (width - 1)) + b"\0" * 8
    assert [size_of(io.BytesIO(data), "WEBP") for data in (lossy, lossless)] == [size, size]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_texts_in_the_encodings_people_use(encoding):
    text = "Название;Дата\r\n" * 9000
    assert look(SimpleUploadedFile("a.csv", text.encode(encoding))).kind.label == "CSV"


def test_what_stands_late_in_a_text_is_seen_too():
    assert OTHER in refusal(b"a" * 200_000 + b"\0", "a.txt")
