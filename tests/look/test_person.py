"""People and states as protocol writes them."""

import pytest


@pytest.mark.parametrize(
    "key, written",
    [
        ("official_by", '<span lang="ru"><b>Дубовик</b> Сергей</span> Sergei <b>Dubovik</b>'),
        ("contact_by", '<span lang="be"><b>Волкава</b> Алена</span> Alena <b>Volkava</b>'),
        ("advisor_kr", '<span lang="ko"><b>김</b>서연</span> <b>Kim</b> Seoyeon'),
        ("official_ge", '<span lang="ka">ნინო <b>ბერიძე</b></span> Nino <b>Beridze</b>'),
    ],
)
def test_names_in_both_scripts_and_in_the_order_of_custom(show, cast, key, written):
    person = cast.people[key]
    assert show("{% person person '' %}", person=person) == f'<span class="person">{written}</span>'


def test_the_post_stands_beneath(show, advisor_kr):
    assert show("{% person person %}", person=advisor_kr).endswith(
        "<small>Advisor, National Information Society Agency</small></span>"
    )
    assert show("{% person person 'Advisor, Korea' %}", person=advisor_kr).endswith(
        "<small>Advisor, Korea</small></span>"
    )


def test_a_name_is_text_and_never_markup(show, official_by):
    official_by.given_name, official_by.family_name_own = "<i>", "<script>"
    assert show("{% person person title %}", person=official_by, title="<b>") == (
        '<span class="person"><span lang="ru"><b>&lt;script&gt;</b> Сергей</span> &lt;i&gt; <b>Dubovik</b>'
        " <small>&lt;b&gt;</small></span>"
    )


def test_a_state_has_its_code_and_official_name(show, cast):
    assert show("{% country one %}", one=cast.countries["KR"]) == (
        '<span class="country" data-code="KR">Republic of Korea</span>'
    )
    del cast.countries["GE"].name["ko"]
    assert show("{% country one %}", language="ko", one=cast.countries["GE"]) == (
        '<span class="country" data-code="GE" lang="en">Georgia</span>'
    )
