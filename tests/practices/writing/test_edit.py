import json

import pytest
from django.urls import reverse

from practices.actions.drafting import save_draft
from practices.actions.proposing import propose
from practices.completeness import GROUPS
from practices.texts import parts_of
from tests.cast import PEOPLE
from tests.practices.builders import make_capability
from tests.practices.writing.conftest import page, version_of, words


@pytest.mark.parametrize("group", list(GROUPS))
def test_each_page_opens_to_those_who_write(draft, focal_kr, screen, group):
    met = {who: screen(who, "edit", draft, group).status_code for who in (*PEOPLE, "focal_kr")}
    # The author and the owner's focal point write; colleagues of the owner read.
    assert met == {**dict.fromkeys(PEOPLE, 404), "advisor_kr": 200, "focal_kr": 200, "advisor2_kr": 403}
    assert screen(None, "edit", draft, group).status_code == 302


@pytest.mark.parametrize("group", list(GROUPS))
def test_a_page_sent_back_untouched_changes_nothing(draft, screen, group):
    make_capability()
    before = parts_of(version_of(draft))
    answer = screen("advisor_kr", "edit", draft, group, data=page(screen("advisor_kr", "edit", draft, group)))
    assert answer.status_code == 302
    assert (version_of(draft).lock, parts_of(version_of(draft))) == (0, before)


def test_a_page_that_is_none(draft, screen):
    assert screen("advisor_kr", "edit", draft, "sums").status_code == 404
    assert screen("advisor_kr", "save", draft, "sums", seen=0).status_code == 404


def test_it_is_saved_as_it_is_and_leads_on(draft, screen):
    opened = page(screen("advisor_kr", "edit", draft, "story"))
    at = f"/practices/{draft.reference}"
    answer = screen("advisor_kr", "edit", draft, "story", data={**opened, "lessons": "", "obstacles": "**Two** years."})
    assert answer["Location"] == f"{at}/edit/cost/"
    assert "lessons" not in version_of(draft).sections
    for button, where in (("preview", f"{at}/preview/"), ("later", "/practices/mine/")):
        opened = page(screen("advisor_kr", "edit", draft, "story"))
        assert screen("advisor_kr", "edit", draft, "story", data=opened, **{button: "1"})["Location"] == where
    opened = page(screen("advisor_kr", "edit", draft, "home"))
    assert screen("advisor_kr", "edit", draft, "home", data=opened)["Location"] == f"{at}/propose/"
    opened = page(screen("advisor_kr", "edit", draft, "evidence"))
    assert screen("advisor_kr", "edit", draft, "evidence", data=opened, file="1")["Location"] == f"{at}/documents/add/"


def test_a_row_is_added_without_a_script(draft, screen):
    opened = page(screen("advisor_kr", "edit", draft, "what"))
    assert opened["names-TOTAL_FORMS"] == 2
    row = {"names-1-text": "온나라", "names-1-language": "ko", "names-1-kind": "former", "names-1-until_year": "2014"}
    answer = screen("advisor_kr", "edit", draft, "what", data={**opened, **row}, add="names")
    assert answer["Location"] == f"/practices/{draft.reference}/edit/what/#id_names"
    again = screen("advisor_kr", "edit", draft, "what")
    assert page(again)["names-TOTAL_FORMS"] == 3
    assert [name.text for name in version_of(draft).names.all()][1:] == ["온나라"]


def test_a_row_is_taken_away_by_its_mark_or_by_emptying_it(draft, screen):
    opened = page(screen("advisor_kr", "edit", draft, "evidence"))
    assert (
        screen("advisor_kr", "edit", draft, "evidence", data={**opened, "evidence-0-DELETE": "on"}).status_code == 302
    )
    assert version_of(draft).evidence.count() == 0
    opened = page(screen("advisor_kr", "edit", draft, "what"))
    assert screen("advisor_kr", "edit", draft, "what", data={**opened, "names-0-text": ""}).status_code == 302
    assert version_of(draft).names.count() == 0


def test_half_a_row_is_shown_again_with_what_was_typed(draft, screen):
    opened = page(screen("advisor_kr", "edit", draft, "evidence"))
    answer = screen("advisor_kr", "edit", draft, "evidence", data={**opened, "evidence-1-value": "4.2 million"})
    assert (answer.status_code, "A figure has a number" in words(answer)) == (200, True)
    assert "4.2 million" in answer.content.decode()
    assert version_of(draft).evidence.count() == 1


@pytest.mark.parametrize(
    ("group", "typed", "errors"),
    [
        ("what", {"since_year": "2014", "until_year": "2010"}, ["until_year"]),
        ("what", {"since_year": "", "until_year": "2010"}, ["since_year"]),
        ("what", {"since_year": "1066"}, ["since_year"]),
        ("cost", {"cost_amount": "100"}, ["cost_currency", "cost_year"]),
        ("cost", {"cost_amount": "100", "cost_currency": "dollars", "cost_year": "2012"}, ["cost_currency"]),
        ("cost", {"cost_amount": "100", "cost_currency": "usd", "cost_year": "2012"}, []),
    ],
)
def test_what_contradicts_itself_is_said(draft, screen, group, typed, errors):
    opened = page(screen("advisor_kr", "edit", draft, group))
    answer = screen("advisor_kr", "edit", draft, group, data={**opened, **typed})
    assert sorted(answer.context["form"].errors if answer.status_code == 200 else []) == errors


def test_conditions_are_capabilities_or_indices(draft, screen):
    law = make_capability()
    opened = page(screen("advisor_kr", "edit", draft, "home"))
    row = {"conditions-0-what": "egdi"}
    answer = screen("advisor_kr", "edit", draft, "home", data={**opened, **row})
    assert "Write the value that the index has to reach." in words(answer)
    row = {"conditions-0-what": "egdi", "conditions-0-minimum": "0.7", "conditions-0-is_essential": "0"}
    screen("advisor_kr", "edit", draft, "home", data={**opened, **row}, add="conditions")
    opened = page(screen("advisor_kr", "edit", draft, "home"))
    screen("advisor_kr", "edit", draft, "home", data={**opened, "conditions-1-what": str(law.pk)})
    assert [(str(row), row.is_essential) for row in version_of(draft).preconditions.all()] == [
        ("egdi ≥ 0.700", False),
        (str(law), True),
    ]


def test_two_texts_are_shown_and_one_chooses(draft, focal_kr, screen):
    mine, theirs = page(screen("advisor_kr", "edit", draft, "story")), page(screen("focal_kr", "edit", draft, "story"))
    screen("focal_kr", "edit", draft, "story", data={**theirs, "lessons": "Of the focal point.", "steps": "Theirs."})
    answer = screen("advisor_kr", "edit", draft, "story", data={**mine, "lessons": "Of the author.", "actors": "All."})
    shown = answer.content.decode()
    assert (answer.status_code, "Of the focal point." in shown, "Of the author." in shown) == (200, True, True)
    assert "A colleague has changed the same text" in words(answer)
    assert version_of(draft).sections["lessons"] == "Of the focal point."
    again = page(answer)
    assert screen("advisor_kr", "edit", draft, "story", data=again, **{"take-lessons": "1"}).status_code == 302
    assert {key: version_of(draft).sections[key] for key in ("lessons", "actors", "steps")} == {
        "lessons": "Of the focal point.",
        "actors": "All.",
        "steps": "Theirs.",  # not what stood on the author's page, which he had not touched
    }


def test_two_texts_are_shown_and_one_merges(draft, focal_kr, screen):
    mine, theirs = page(screen("advisor_kr", "edit", draft, "story")), page(screen("focal_kr", "edit", draft, "story"))
    screen("focal_kr", "edit", draft, "story", data={**theirs, "lessons": "One."})
    answer = screen("advisor_kr", "edit", draft, "story", data={**mine, "lessons": "Two."})
    screen("advisor_kr", "edit", draft, "story", data={**page(answer), "lessons": "One. Two."})
    assert version_of(draft).sections["lessons"] == "One. Two."


def test_rows_that_both_changed_are_shown_too(draft, focal_kr, screen):
    mine, theirs = page(screen("advisor_kr", "edit", draft, "what")), page(screen("focal_kr", "edit", draft, "what"))
    screen("focal_kr", "edit", draft, "what", data={**theirs, "names-0-text": "Of the focal point"})
    answer = screen("advisor_kr", "edit", draft, "what", data={**mine, "names-0-text": "Of the author"})
    shown = words(answer)
    assert "Of the focal point (Current name, English)" in shown
    assert page(answer)["names-0-text"] == "Of the author"


def test_the_script_saves_what_is_sound(draft, screen):
    opened = page(screen("advisor_kr", "edit", draft, "cost"))
    typed = {**opened, "financing": "A loan.", "cost_amount": "100"}
    answer = screen("advisor_kr", "save", draft, "cost", data=typed)
    told = json.loads(answer.content)
    assert (answer.status_code, told["done"], told["total"]) == (200, 23, 23)
    assert "Not saved yet, because something is wrong there: Currency, Year of the price." in told["said"]
    version = version_of(draft)
    assert (version.sections["financing"], version.cost_amount) == ("A loan.", None)
    typed |= {"read": told["read"], "cost_currency": "usd", "cost_year": "2012"}
    told = json.loads(screen("advisor_kr", "save", draft, "cost", data=typed).content)
    assert "Not saved yet" not in told["said"]
    assert told["said"].startswith("Saved ")
    assert told["said"].endswith(" Seoul.")
    assert version_of(draft).cost_currency == "USD"


def test_a_row_the_script_has_saved_is_kept_by_the_next_saving(draft, screen):
    opened = page(screen("advisor_kr", "edit", draft, "what"))
    typed = {**opened, "names-1-text": "Hana", "names-1-language": "ko", "names-1-kind": "current"}
    told = json.loads(screen("advisor_kr", "save", draft, "what", data=typed).content)
    typed |= {"read": told["read"], "replaced_by": "Another"}
    assert screen("advisor_kr", "edit", draft, "what", data=typed).status_code == 302
    assert [name.text for name in version_of(draft).names.all()][1:] == ["Hana"]
    assert version_of(draft).replaced_by == "Another"


def test_the_script_is_told_of_a_colleague(draft, focal_kr, screen):
    opened = page(screen("advisor_kr", "edit", draft, "story"))
    save_draft(version_of(draft), by=focal_kr, seen=0, lessons="Of the focal point.")
    answer = screen("advisor_kr", "save", draft, "story", data={**opened, "lessons": "Of the author."})
    assert (answer.status_code, "Both are shown" in json.loads(answer.content)["said"]) == (409, True)
    assert version_of(draft).sections["lessons"] == "Of the focal point."


def test_the_script_undoes_nothing_that_a_colleague_wrote(draft, focal_kr, screen):
    """The page shows what it was opened with, so what was saved meanwhile has not been read, however often it saves."""
    opened = page(screen("advisor_kr", "edit", draft, "story"))
    save_draft(version_of(draft), by=focal_kr, seen=0, steps="Theirs.")
    for text in ("One.", "One. Two."):
        opened["lessons"] = text
        opened["read"] = json.loads(screen("advisor_kr", "save", draft, "story", data=opened).content)["read"]
    assert screen("advisor_kr", "edit", draft, "story", data={**opened, "lessons": "Three."}).status_code == 302
    assert {key: version_of(draft).sections[key] for key in ("lessons", "steps")} == {
        "lessons": "Three.",
        "steps": "Theirs.",
    }
    answer = screen("advisor_kr", "edit", draft, "story", data={**opened, "steps": "Mine."})
    assert ("Theirs." in words(answer), version_of(draft).sections["steps"]) == (True, "Theirs.")


def test_the_script_is_refused_like_everybody(draft, screen, client_of, advisor_kr):
    assert screen("advisor2_kr", "save", draft, "story", seen=0, lessons="x").status_code == 403
    assert screen("official_ge", "save", draft, "story", seen=0, lessons="x").status_code == 404
    assert client_of(advisor_kr).get(reverse("practices:save", args=[draft.reference, "story"])).status_code == 405


def test_a_late_writer_keeps_his_words(draft, advisor_kr, screen):
    opened = page(screen("advisor_kr", "edit", draft, "story"))
    propose(draft, by=advisor_kr)
    answer = screen("advisor_kr", "edit", draft, "story", data={**opened, "lessons": "Written for long."})
    assert (answer.status_code, "Written for long." in answer.content.decode()) == (409, True)


def test_the_page_says_the_measure_and_what_is_missing(draft, advisor_kr, screen):
    save_draft(version_of(draft), by=advisor_kr, seen=0, summary="짧다")
    said = words(screen("advisor_kr", "edit", draft, "what"))
    assert "Characters without spaces: 2 . Write 350 to 550." in said
    assert "The summary has 2 characters without spaces. Write 350 to 550." in said
    assert "22 of 23 parts are complete" in said


def test_the_preview_sets_the_text_and_hides_nothing(draft, advisor_kr, screen):
    save_draft(version_of(draft), by=advisor_kr, seen=0, lessons="**굵게** <script>", obstacles="")
    answer = screen("advisor_kr", "preview", draft)
    shown = answer.content.decode()
    assert "<strong>굵게</strong> &lt;script&gt;" in shown
    assert "Not written yet." in shown
    assert {who: screen(who, "preview", draft).status_code for who in ("advisor2_kr", "official_ge")} == {
        "advisor2_kr": 200,
        "official_ge": 404,
    }


@pytest.mark.parametrize("group", list(GROUPS))
def test_a_page_costs_at_most_twelve_queries(draft, advisor_kr, client_of, group, django_assert_max_num_queries):
    client, url = client_of(advisor_kr), reverse("practices:edit", args=[draft.reference, group])
    client.get(url)
    with django_assert_max_num_queries(12):
        assert client.get(url).status_code == 200


def test_the_record_leads_there(draft, published, screen):
    at, live = f"/practices/{draft.reference}", f"/practices/{published.reference}"
    shown = {
        (who, practice): [
            url
            for url in (f"{at}/edit/", f"{at}/propose/", f"{live}/change/", f"{live}/versions/")
            if f'href="{url}"' in screen(who, "detail", practice).content.decode()
        ]
        for who, practice in (
            ("advisor_kr", draft),
            ("advisor2_kr", draft),
            ("advisor_kr", published),
            (None, published),
        )
    }
    assert shown == {
        ("advisor_kr", draft): [f"{at}/edit/", f"{at}/propose/"],
        ("advisor2_kr", draft): [],
        ("advisor_kr", published): [f"{live}/change/", f"{live}/versions/"],
        (None, published): [f"{live}/versions/"],
    }
