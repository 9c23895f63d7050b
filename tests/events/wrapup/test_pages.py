"""Who meets what at the screens of the wrap-up."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from events.actions.wrapup import carry_outcomes, settle_outcome
from events.models import Event, Minutes, Outcome, Programme
from events.presentation.outcomes import is_overdue
from people.models import User
from tests.cast import PEOPLE, cost, sign_in
from tests.consultations.conftest import words
from tests.events.builders import make_event, make_participant
from tests.events.wrapup.conftest import states, written

STAFF = ("officer", "director_by", "director_kr", "advisor_kr", "advisor2_kr", "admin_user")
HELD = STAFF[:3]


def to(name, *args):
    return reverse(f"events:{name}", args=args)


@pytest.fixture
def doors(cast, client):
    """What each of the cast, and a visitor, meets at an address."""

    def ask(url):
        client.cookies.clear()
        met = {"visitor": client.get(url).status_code}
        return met | {who: sign_in(cast.people[who], client=client).get(url).status_code for who in PEOPLE}

    return ask


def met(default, *more, **others):
    """Everybody meets `default`, then whom the mappings of `more` name, then `others`."""
    found = {**dict.fromkeys(PEOPLE, default), "visitor": 302}
    for one in (*more, others):
        found |= one
    return found


def test_the_wrap_up_is_for_those_with_a_part_and_those_who_owe(event, action, cast, doors):
    make_participant(event, user=cast.people["official_ge"])
    assert doors(to("wrap_up", event.reference)) == met(
        403, **dict.fromkeys((*STAFF, "official_ge", "contact_by"), 200)
    )


def test_who_owes_an_action_reads_it_also_where_the_event_is_hidden(event, action, doors):
    Event.objects.update(is_public=False)
    assert doors(to("wrap_up", event.reference)) == met(404, dict.fromkeys((*STAFF, "contact_by"), 200))
    settling = to("settle_outcome", event.reference, action.pk)
    assert doors(settling) == met(404, dict.fromkeys(STAFF, 403), officer=200, contact_by=200)
    editing = to("edit_outcome", event.reference, action.pk)
    assert doors(editing) == met(404, dict.fromkeys((*STAFF, "contact_by"), 403), officer=200)


def test_drafts_are_for_officers_and_co_directors(event, draft, cast, doors):
    make_participant(event, user=cast.people["official_ge"])
    assert doors(draft.get_absolute_url()) == met(404, dict.fromkeys(HELD, 200))
    assert doors(to("edit_minutes", event.reference, 1)) == met(404, dict.fromkeys(HELD, 403), officer=200)
    assert doors(to("propose_minutes", event.reference, 1)) == met(404, dict.fromkeys(HELD, 403), officer=200)
    assert doors(to("begin_minutes", event.reference)) == met(403, officer=200)
    assert doors(to("add_outcome", event.reference, "action")) == met(403, officer=200)


def test_agreed_minutes_are_for_everybody_with_a_part(event, agreed, cast, doors):
    make_participant(event, user=cast.people["official_ge"])
    assert doors(agreed.get_absolute_url()) == met(404, dict.fromkeys((*STAFF, "official_ge"), 200))
    refused = to("agree_minutes", event.reference, 1)
    assert doors(refused) == met(404, dict.fromkeys((*STAFF, "official_ge"), 403), director_by=409, director_kr=409)


def test_from_the_first_word_to_the_record(event, page):
    typed = {
        "held_on": "2027-11-03",
        "text_en": "We met.",
        "text_ko": "만났습니다.",
        "place_en": "Seoul",
        "chair": "Lee",
    }
    form = page("officer", to("begin_minutes", event.reference), **{**typed, "held_on": ""}).context["form"]
    assert (list(form.errors), form["chair"].value()) == (["held_on"], "Lee")
    page("officer", to("begin_minutes", event.reference), **typed)
    row = Minutes.objects.get()
    assert (row.text, row.held_on, row.place, row.chair) == (
        {"en": "We met.", "ko": "만났습니다."},
        date(2027, 11, 3),
        {"en": "Seoul"},
        "Lee",
    )
    assert page("officer", row.get_absolute_url()).context["steps"] == {"propose"}
    page("officer", to("propose_minutes", event.reference, 1), seen="1")
    assert page("director_by", row.get_absolute_url()).context["steps"] == {"agree", "send_back"}
    page("director_by", to("agree_minutes", event.reference, 1), reason="")
    page("director_kr", to("agree_minutes", event.reference, 1), reason="")
    assert states(event) == [(1, "agreed")]
    shown = page("officer", row.get_absolute_url())
    assert (shown.context["may_correct"], shown.context["text"].text, shown.context["others"]) == (
        True,
        "We met.",
        ["ko"],
    )
    assert page("officer", row.get_absolute_url() + "?in=ko").context["text"].text == "만났습니다."
    assert page("officer", to("begin_minutes", event.reference)).context["form"]["text"].value() == row.text


def test_decisions_and_actions_by_form(event, cast, page):
    url = to("add_outcome", event.reference, "action")
    form = page("officer", url, text_en="Send it.", country="BY").context["form"]
    assert (list(form.errors), form["country"].value()) == (["due_on"], "BY")
    wrong = {
        "text_en": "Send it.",
        "country": "BY",
        "due_on": "2028-01-31",
        "organisation": cast.organisations["nia"].pk,
    }
    assert page("officer", url, **wrong).context["form"].non_field_errors() == [
        "The body that owes it belongs to another country."
    ]
    page("officer", url, **{**wrong, "organisation": ""})
    page("officer", to("add_outcome", event.reference, "decision"), text_ru="Продолжить.")
    assert [(one.kind, one.number, one.country_id, one.due_on) for one in Outcome.objects.order_by("pk")] == [
        ("action", 1, "BY", date(2028, 1, 31)),
        ("decision", 1, None, None),
    ]
    row = Outcome.objects.get(kind="action")
    page(
        "officer",
        to("edit_outcome", event.reference, row.pk),
        **{**wrong, "organisation": "", "text_en": "Send it now."},
    )
    settling = to("settle_outcome", event.reference, row.pk)
    assert list(page("contact_by", settling, status="done", result="").context["form"].errors) == ["result"]
    assert page("contact_by", settling, status="done", result="Отправлено.")["Location"] == row.get_absolute_url()
    row.refresh_from_db()
    assert (str(row.text), row.status, row.result) == ("Send it now.", "done", "Отправлено.")
    assert page("contact_by", settling).status_code == 409
    assert page("officer", to("add_outcome", event.reference, "wish")).status_code == 404


def test_open_actions_go_to_the_next_edition_by_a_button(centre, officer, cast, page):
    programme = Programme.objects.create(centre=centre, slug="bsec", name={"en": "Korea–BSEC"})
    last = make_event(centre, programme=programme, starts_on=date(2016, 4, 4))
    following = make_event(centre, programme=programme, starts_on=date(2017, 4, 4))
    make_event(centre, programme=programme, starts_on=date(2018, 4, 4))
    row = written(last, officer, cast)
    shown = page("officer", to("wrap_up", last.reference))
    assert (shown.context["next"], shown.context["open_count"]) == (following, 1)
    answer = page("officer", to("carry_outcomes", last.reference), x="1")
    assert answer["Location"] == to("wrap_up", following.reference)
    shown = page("officer", answer["Location"])
    assert [line.outcome.carried_from for line in shown.context["carried"]] == [row]
    assert f"Action 1 of {last.reference}" in words(shown)
    copy = row.carried_to if hasattr(row, "carried_to") else Outcome.objects.get(carried_from=row)
    settle_outcome(copy, by=officer, status="done", result="Done.")
    shown = page("officer", to("wrap_up", last.reference))
    assert (shown.context["next"], f"{following.reference} (Carried out)" in words(shown)) == (None, True)
    assert page("director_by", to("carry_outcomes", last.reference), x="1").status_code == 403


def test_an_overdue_action_is_late_in_the_country_that_owes_it(action):
    assert [is_overdue(action, today) for today in (date(2028, 1, 31), date(2028, 2, 1))] == [False, True]


def test_the_paper_has_the_own_side_first_and_the_languages_own_words(event, agreed, officer, action, cast, client):
    def paper(who, **asked):
        url = to("minutes_pdf", event.reference, 1)
        answer = sign_in(cast.people[who], client=client).get(url, asked)
        assert (answer["Content-Type"], "no-store" in answer["Cache-Control"]) == ("application/pdf", True)
        return " ".join("".join(one.extract_text() for one in PdfReader(BytesIO(answer.content)).pages).split())

    User.objects.update(language="en")
    text = paper("director_kr", **{"in": "en"})
    assert ("They agreed." in text, "Send the draft standard." in text, f"{event.reference}/M1" in text) == (True,) * 3
    keys = text[text.index("Two keys") :]
    assert keys.index("Republic of Korea") < keys.index("Belarus")
    text = paper("director_by", **{"in": "ru"})
    assert "Стороны встретились." in text
    keys = text[text.rindex("Send the draft standard.") :]
    assert keys.index("Беларусь") < keys.index("Республика Корея")


def test_a_draft_on_paper_says_that_it_is_not_in_force(event, draft, officer, client):
    User.objects.update(language="en")
    answer = sign_in(officer, client=client).get(to("minutes_pdf", event.reference, 1))
    assert "It is not in force." in PdfReader(BytesIO(answer.content)).pages[0].extract_text()


def test_the_page_costs_the_same_for_one_and_three(event, officer, cast, centre):
    other = make_event(centre)
    written(event, officer, cast)
    client, url = sign_in(officer), to("wrap_up", event.reference)
    client.get(url)
    before = cost(client, url)
    for values in (
        {},
        {"kind": "decision", "country": None, "due_on": None},
        {"organisation": cast.organisations["services_by"]},
    ):
        written(event, officer, cast, **values)
        written(other, officer, cast)
    carry_outcomes(other, to=event, by=officer)
    assert (cost(client, url), before <= 12) == (before, True)
