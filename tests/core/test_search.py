import random

import pytest

from core import search
from core.search import Hit, SearchSource, document, query, syllable_pairs
from tests.core.toy.models import Paper

TEXTS = [
    "CR-2026-014",
    "Measuring the availability of electronic services",
    "Облачная платформа государственных органов",
    "Перанос інфармацыйных сістэм",
    "전자정부 서비스의 가용성 측정",
    None,
    "",
]


@pytest.fixture
def found(db):
    """Whether words are found in the texts."""
    Paper.objects.create()
    other = Paper.objects.create()

    def look(words):
        if (wanted := query(words)) is None:
            return None
        return Paper.objects.exclude(pk=other.pk).annotate(words=document(TEXTS)).filter(words=wanted).exists()

    return look


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("measure", True),  # English stems
        ("services measured", True),
        ("SERVICE", True),
        ("train", False),
        ("платформы", True),  # Russian stems
        ("государственным органам", True),
        ("облако", False),
        ("сістэм", True),  # Belarusian word by word
        ("전자정부", True),  # Korean by pairs of syllables, whatever is appended to a word
        ("전자", True),
        ("정부", True),
        ("가용성을", False),
        ("가용성", True),
        ("부전", False),
        ("서비스 측정", True),
        ("전자정부 platform", False),
        ("전자정부 availability", True),
        ("CR-2026-014", True),
        ("cr-2026-014", True),
        ("CR-2026-015", False),
        ("availability & (services | !x):*", False),
        ("availability' services", True),
        ("  ", None),
        ("!&|():*'\\", None),
        ("_", None),
    ],
)
def test_words_in_three_writings(found, words, is_found):
    assert found(words) is is_found


def test_pairs_of_syllables():
    assert syllable_pairs("전자정부 e-서비스, 첫") == ["전자", "자정", "정부", "서비", "비스", "첫"]
    assert syllable_pairs("e-government") == []


def test_the_longest_record_fits(db):
    """A text of nothing but different pairs, the worst that could be written, is still below a megabyte."""
    dice = random.Random(14)
    worst = "".join(chr(dice.randint(0xAC00, 0xD7A3)) for _ in range(300_000))
    Paper.objects.create()
    assert Paper.objects.annotate(words=document([worst])).filter(words=query(worst[:2])).exists()


def test_apps_register_what_can_be_found(monkeypatch):
    monkeypatch.setattr(search, "sources", {})
    hits = [Hit("x of all", "/1"), Hit("y", "/2")]
    source = SearchSource(
        "toy", "Papers", more_url=lambda text: f"/?q={text}", find=lambda _user, _text, limit: hits[:limit]
    )
    search.register(source)
    assert search.look(None, "x", 1) == [search.Group(source, hits[:1], "/?q=x", search.TITLED)]
    assert search.look(None, "x", 2) == [search.Group(source, hits, "", search.TITLED)]
    assert search.find("toy", None, "x", 5) == hits


def test_the_requests_are_registered():
    assert "consultations" in search.sources
