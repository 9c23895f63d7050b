import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation

from core.localised import LocalisedText, LocalisedTextField, Tongue, active_language, localised, sort_key
from tests.core.toy.models import Paper

SEOUL = LocalisedText({"en": "Seoul", "ru": "Сеул", "ko": "서울"})


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("ko", Tongue("서울", "ko", False)),
        ("be", Tongue("Сеул", "ru", True)),
        ("ru", Tongue("Сеул", "ru", False)),
        ("ka", Tongue("Seoul", "en", True)),
    ],
)
def test_the_best_text_and_its_language(asked, answer):
    assert SEOUL.best(asked) == answer


def test_the_chain_of_fallbacks():
    """The nearest language first; then English; then whatever there is, in the order of the portal."""
    full = {"en": "E", "ru": "R", "be": "B", "ko": "K"}
    order = {}
    for asked in full:
        texts, found = dict(full), []
        while texts:
            found.append(LocalisedText(texts).best(asked).lang)
            del texts[found[-1]]
        order[asked] = found
    assert order == {
        "en": ["en", "ru", "be", "ko"],
        "ru": ["ru", "be", "en", "ko"],
        "be": ["be", "ru", "en", "ko"],
        "ko": ["ko", "en", "ru", "be"],
    }


def test_a_language_of_elsewhere_is_better_than_nothing():
    assert LocalisedText(ka="თბილისი").best("ko") == Tongue("თბილისი", "ka", True)


def test_nothing_is_nothing():
    assert (str(LocalisedText()), LocalisedText().best("ko")) == ("", Tongue("", "ko", False))
    assert LocalisedText(en="", ru="Сеул").best("en") == Tongue("Сеул", "ru", True)


def test_as_a_string_it_speaks_the_readers_language():
    said = {}
    for language in ("en", "ko", "be", "ko-kr", "de", None):
        with translation.override(language):
            said[language] = (active_language(), str(SEOUL))
    assert said == {
        "en": ("en", "Seoul"),
        "ko": ("ko", "서울"),
        "be": ("be", "Сеул"),
        "ko-kr": ("ko", "서울"),
        "de": ("en", "Seoul"),
        None: ("en", "Seoul"),
    }


def test_equal_texts_are_one_in_a_set():
    twin = LocalisedText({"ko": "서울", "ru": "Сеул", "en": "Seoul"})
    assert (twin == SEOUL, twin == dict(SEOUL), {twin, SEOUL, LocalisedText(en="Seoul")}) == (
        True,
        True,
        {SEOUL, LocalisedText(en="Seoul")},
    )
    assert SEOUL.missing() == ["be"]


def test_the_field_gives_back_what_it_was_given(db):
    paper = Paper(title={"en": "Protocol", "ko": "의정서"})
    assert isinstance(paper.title, LocalisedText)
    paper.save()
    stored = Paper.objects.get()
    assert (stored.title, type(stored.title)) == (LocalisedText(en="Protocol", ko="의정서"), LocalisedText)
    assert Paper.objects.values_list("title", flat=True).get() == {"en": "Protocol", "ko": "의정서"}
    assert Paper.objects.filter(title__ko="의정서").exists()
    assert (Paper().title, type(Paper.objects.defer("title").get().title)) == ({}, LocalisedText)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"en": "Seoul", "de": "Seoul"}, "languages"),
        ("Seoul", "languages"),
        (["Seoul"], "languages"),
        ({"en": "  "}, "blank_text"),
        ({"en": "Seoul", "ko": ""}, "blank_text"),
        ({"en": 5}, "blank_text"),
        ({}, "blank"),
        (None, "null"),
    ],
)
def test_the_field_refuses(value, code):
    with pytest.raises(ValidationError) as refused:
        LocalisedTextField().clean(value, None)
    assert refused.value.code == code


def test_the_field_accepts_any_language_and_nothing_where_it_may_be_blank():
    assert LocalisedTextField().clean({"ko": "서울"}, None) == {"ko": "서울"}
    assert LocalisedTextField(blank=True).clean({}, None) == {}


def shown(template, language, **context):
    with translation.override(language):
        return Template(template).render(Context(context))


def test_a_fallback_says_its_language():
    said = {lang: shown("{% localised name %}", lang, name=SEOUL) for lang in ("en", "be", "ko")}
    assert said == {"en": "Seoul", "be": '<span lang="ru">Сеул</span>', "ko": "서울"}
    marked = shown("{% localised name mark=True %}", "be", name=SEOUL)
    assert marked == f'{said["be"]} <small class="tongue"><span lang="ru">Русский</span></small>'


def test_what_people_typed_is_escaped():
    evil = LocalisedText(en="<b>&")
    assert shown("{% localised name %}", "en", name=evil) == "&lt;b&gt;&amp;"
    assert "<b>" not in shown("{% localised name %}", "ko", name=evil)
    assert shown("{% localised name %}", "ko", name="<i>") == "&lt;i&gt;"
    assert shown("{% localised name %}", "ko", name=None) == ""


def test_a_language_is_named_in_itself():
    assert shown("{{ code|tongue }}", "en", code="ko") == '<span lang="ko">한국어</span>'


def test_lists_are_ordered_by_what_the_reader_sees(db):
    for title in ({"en": "B", "ko": "가"}, {"en": "A"}, {"en": "C", "ko": "나"}):
        Paper.objects.create(title=title)
    order = {
        lang: [paper.title["en"] for paper in Paper.objects.order_by(localised("title", lang))] for lang in ("en", "ko")
    }
    assert order == {"en": ["A", "B", "C"], "ko": ["A", "B", "C"]}
    with translation.override("ko"):
        assert list(Paper.objects.order_by("pk").values_list(localised("title"), flat=True)) == ["가", "A", "나"]


def test_cyrillic_neighbours_stand_together():
    words = ["Яма", "Ёж", "Ель", "Жук", "Ігар", "Ива", "Ўсход", "Усы", "Фара"]
    assert sorted(words, key=sort_key) == ["Ель", "Ёж", "Жук", "Ива", "Ігар", "Усы", "Ўсход", "Фара", "Яма"]
