import pytest

from files.kinds import NAME_LENGTH, clean_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Отчёт о поездке.PDF", "Отчёт о поездке.pdf"),
        ("국가 보고서.docx", "국가 보고서.docx"),
        ("국가".encode().decode() + ".pdf", "국가.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\Рыга.xlsx", "Рыга.xlsx"),
        ("a\u202efdp.exe.pdf", "afdp.exe.pdf"),
        ("a\u200b\u2066b\ufeff\0\x07.pdf", "ab.pdf"),
        ("one\r\ntwo\t.pdf", "one two.pdf"),
        ('a<b>:"c|d?*.pdf', "a_b___c_d__.pdf"),
        ("  ..hidden.pdf", "hidden.pdf"),
        ("   .pdf", "pdf"),
        ("/.pdf", "pdf"),
        ("", "file"),
        ("....", "file"),
        ("x.", "x"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_its_tricks(given, kept):
    assert clean_name(given) == kept


def test_a_decomposed_name_is_composed():
    assert clean_name("한글.pdf") == "한글.pdf"


def test_a_long_name_keeps_its_ending():
    kept = clean_name("й" * 400 + ".docx")
    assert (len(kept), kept[-6:]) == (NAME_LENGTH, "й.docx")
