"""The pages of a plan: who opens which, signed in and by link, and that nothing typed is lost."""

import pytest
from django.urls import reverse

from events.actions.owing import open_plans, open_trip_reports
from events.actions.plans import write_plan
from events.models import ActionPlan, Participant, PlanCheck
from papers.responses import PDF
from tests.events.followup.conftest import WRITTEN, doors, endorsed, on, submitted, words, written
from tests.papers.reading import words as paper_words

LINE = {
    "activities-TOTAL_FORMS": "2",
    "activities-INITIAL_FORMS": "0",
    "activities-0-what": "Name the owner",
    "activities-0-owner": "Agency",
    "activities-0-from_month": "1",
    "activities-0-to_month": "2",
    "activities-1-what": "",
    "activities-1-from_month": "1",
    "activities-1-to_month": "1",
}
SENT = {"seen": "1", "language": "en", **WRITTEN, **LINE}
HELD = {"officer": 200, "director_by": 200, "director_kr": 200, "contact_ge": 200}


@pytest.fixture
def at(event, nino):
    return event.reference, nino.pk


@pytest.fixture
def gates(knock, at):
    """What everybody meets at the pages of Nino's plan."""
    return lambda name, *more: knock(name, *at, *more)


def test_before_it_is_begun_the_author_is_led_to_the_form(gates):
    missing = dict.fromkeys(HELD, 404)
    assert gates("plan") == doors(official_ge=302, **missing)
    assert gates("edit_plan") == doors(official_ge=200, **dict.fromkeys(HELD, 403))


def test_who_opens_what(gates, nino):
    submitted(nino)
    assert gates("plan") == doors(official_ge=200, **HELD)
    assert gates("plan_pdf") == doors(official_ge=200, **HELD)
    assert gates("edit_plan") == doors(official_ge=409, **dict.fromkeys(HELD, 403))
    assert gates("submit_plan") == doors(official_ge=409, **dict.fromkeys(HELD, 403))
    refused = {"official_ge": 403, "officer": 403, "director_by": 403, "director_kr": 403}
    assert gates("endorse_plan") == doors(**{**refused, "contact_ge": 200})


def test_who_reports_progress(gates, nino, clock):
    endorsed(nino)
    assert gates("report_progress", 3) == doors(official_ge=200, **dict.fromkeys(HELD, 403))
    assert gates("report_progress", 4) == doors()


def test_another_delegation_meets_nothing(event, nino, sergei, screen, official_by, contact_by):
    """A word planted in the plan is found by nobody of the other side."""
    plan = write_plan(nino, by=nino.user, seen=1, language="en", **{**WRITTEN, "title": "Zvambo"})
    for who in (official_by, contact_by):
        for name in ("plan", "plan_pdf", "edit_plan", "submit_plan", "endorse_plan"):
            assert screen(who, name, event.reference, nino.pk).status_code == 404
        assert "Zvambo" not in screen(who, "follow_up", event.reference).content.decode()
    assert plan.title == "Zvambo"


def test_a_draft_is_read_by_its_author_only(event, nino, screen, officer, contact_ge, official_ge):
    written(nino)
    for who in (officer, contact_ge):
        page = words(screen(who, "plan", event.reference, nino.pk))
        assert ("The plan is a draft." in page, WRITTEN["problem"] in page, WRITTEN["title"] in page) == (
            True,
            False,
            False,
        )
        assert screen(who, "plan_pdf", event.reference, nino.pk).status_code == 404
    assert WRITTEN["problem"] in words(screen(official_ge, "plan", event.reference, nino.pk))


def test_writing_and_sending(at, screen, official_ge):
    answer = screen(official_ge, "edit_plan", *at, **SENT, send="1")
    assert answer["Location"] == reverse("events:submit_plan", args=at)
    plan = ActionPlan.objects.get()
    assert (plan.title, [one.what for one in plan.activities.all()]) == (WRITTEN["title"], ["Name the owner"])
    answer = screen(official_ge, "submit_plan", *at, superior_name="D. S.", superior_email="superior@ge.example")
    assert answer["Location"] == reverse("events:plan", args=at)
    assert "With the superior" in words(screen(official_ge, "plan", *at))


def test_a_further_activity_is_a_line_more_after_saving(at, screen, official_ge):
    answer = screen(official_ge, "edit_plan", *at, **SENT, add="1")
    url = reverse("events:edit_plan", args=at)
    assert answer["Location"] == f"{url}?rows=3#id_activities-2-what"
    page = screen(official_ge, "edit_plan", *at).client.get(answer["Location"])
    assert len(page.context["formset"].forms) == 3
    for asked in ("999", "x", "-1", "٣", ""):
        page = screen(official_ge, "edit_plan", *at).client.get(url, {"rows": asked})
        assert 2 <= len(page.context["formset"].forms) <= 20


def test_a_line_is_removed_without_a_script(at, nino, screen, official_ge):
    plan = written(nino)
    sent = {**SENT, "seen": str(plan.revision), "activities-INITIAL_FORMS": "1", "activities-0-DELETE": "on"}
    screen(official_ge, "edit_plan", *at, **sent)
    assert ActionPlan.objects.get().activities.count() == 0


def test_what_was_typed_is_kept(at, nino, screen, official_ge):
    sent = {**SENT, "activities-0-to_month": "1", "activities-0-from_month": "9", "activities-1-owner": "Somebody"}
    page = screen(official_ge, "edit_plan", *at, **sent)
    errors = [{name: list(found) for name, found in one.items()} for one in page.context["formset"].errors]
    assert errors == [
        {"to_month": ["The last month comes after the first."]},
        {"what": ["Write what is to be done."]},
    ]
    assert (page.context["form"]["title"].value(), ActionPlan.objects.count()) == (WRITTEN["title"], 0)
    written(nino)
    page = screen(official_ge, "edit_plan", *at, **{**SENT, "title": "From the other window"})
    form = page.context["form"]
    assert (form.non_field_errors()[0][:46], form["title"].value()) == (
        "The plan was saved in another window after you",
        "From the other window",
    )


def test_what_is_missing_is_said_before_and_after(at, screen, official_ge):
    screen(official_ge, "edit_plan", *at, **{**SENT, "problem": ""})
    assert "Describe the problem." in words(screen(official_ge, "submit_plan", *at))
    page = screen(official_ge, "submit_plan", *at, superior_name="D", superior_email="superior@ge.example")
    form = page.context["form"]
    assert (form.non_field_errors(), form["superior_name"].value()) == (["Describe the problem."], "D")
    page = screen(official_ge, "submit_plan", *at, superior_name="", superior_email="superior@ge.example")
    assert list(page.context["form"].errors) == ["superior_name"]


def test_deciding(at, nino, screen, contact_ge):
    submitted(nino)
    page = screen(contact_ge, "endorse_plan", *at, verdict="return", reason="")
    assert list(page.context["form"].errors) == ["reason"]
    screen(contact_ge, "endorse_plan", *at, verdict="return", reason="Who pays?")
    assert ActionPlan.objects.get().status == "draft"
    submitted(nino)
    answer = screen(contact_ge, "endorse_plan", *at, verdict="endorse")
    assert (answer["Location"], ActionPlan.objects.get().status) == (reverse("events:plan", args=at), "endorsed")


def test_progress(at, nino, screen, official_ge, clock):
    endorsed(nino)
    clock.move_to(on(2027, 1, 11))
    url = reverse("events:report_progress", args=[*at, 3])
    assert url in screen(official_ge, "plan", *at).content.decode()
    page = screen(official_ge, "report_progress", *at, 3, progress="dropped", evidence="Letter 5")
    assert (list(page.context["form"].errors), page.context["form"]["evidence"].value()) == (["reason"], "Letter 5")
    screen(official_ge, "report_progress", *at, 3, progress="going_on", reason="Half.")
    page = screen(official_ge, "plan", *at)
    assert ("Half." in words(page), url in page.content.decode()) == (True, False)
    page = screen(official_ge, "report_progress", *at, 3, progress="done", reason="All.")
    assert (page.context["form"].non_field_errors()[0][:36], page.context["form"]["reason"].value()) == (
        "This question has been answered alre",
        "All.",
    )


def test_the_paper(at, nino, screen, officer):
    endorsed(nino)
    answer = screen(officer, "plan_pdf", *at)
    page = paper_words(answer.content)
    assert answer["Content-Type"] == PDF
    assert [
        one for one in (WRITTEN["title"], "Nine registers", "Name the owner", "Davit Superior") if one not in page
    ] == []


# --- By the own link -------------------------------------------------------------------------------------------------


def test_the_own_link_does_all_of_it(tamar, screen, clock):
    secret = tamar.secret
    assert screen(None, "plan_by_link", secret)["Location"] == reverse("events:edit_plan_by_link", args=[secret])
    answer = screen(None, "edit_plan_by_link", secret, **SENT)
    assert answer["Location"] == reverse("events:plan_by_link", args=[secret])
    assert (answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("noindex", "same-origin")
    assert WRITTEN["problem"] in words(screen(None, "plan_by_link", secret))
    sent = {"superior_name": "D. S.", "superior_email": "superior@ge.example"}
    screen(None, "submit_plan_by_link", secret, **sent)
    plan = ActionPlan.objects.get()
    screen(None, "endorse_by_link", plan.secret, name="Davit S., Head", verdict="endorse")
    clock.move_to(on(2027, 1, 11))
    screen(None, "report_progress_by_link", secret, 3, progress="done")
    assert list(PlanCheck.objects.values_list("months", "progress")) == [(3, "done"), (6, ""), (12, "")]
    assert screen(None, "plan_pdf_by_link", secret)["Content-Type"] == PDF


def test_who_has_an_account_signs_in(event, nino, screen):
    for name, more in (("plan", []), ("edit_plan", []), ("plan_pdf", []), ("report_progress", [3])):
        answer = screen(None, f"{name}_by_link", nino.secret, *more)
        assert answer["Location"] == reverse(f"events:{name}", args=[event.reference, nino.pk, *more])
        assert screen(None, f"{name}_by_link", "x" * 32, *more).status_code == 404


def test_a_link_of_somebody_nameless_opens_nothing(tamar, screen):
    Participant.objects.update(anonymised_at=on(2026, 10, 10))
    assert screen(None, "edit_plan_by_link", tamar.secret).status_code == 404


# --- The superior ----------------------------------------------------------------------------------------------------


def test_the_superior_reads_and_decides_once(nino, screen):
    plan = submitted(nino)
    page = screen(None, "endorse_by_link", plan.secret)
    assert (WRITTEN["objective"] in words(page), page["X-Robots-Tag"]) == (True, "noindex")
    assert page.context["form"]["name"].value() == "Davit Superior"
    page = screen(None, "endorse_by_link", plan.secret, name="D", verdict="return", reason="")
    assert list(page.context["form"].errors) == ["reason"]
    assert screen(None, "endorse_by_link", plan.secret, name="D", verdict="endorse").status_code == 302
    page = screen(None, "endorse_by_link", plan.secret)
    assert ("This link has been used" in words(page), WRITTEN["objective"] in words(page)) == (True, False)
    assert screen(None, "endorse_by_link", nino.secret).status_code == 404


def test_the_link_of_an_earlier_sending_opens_nothing(nino, screen):
    first = submitted(nino)
    screen(None, "endorse_by_link", first.secret, name="D", verdict="return", reason="Who pays?")
    second = submitted(nino)
    assert screen(None, "endorse_by_link", first.secret).status_code == 404
    assert screen(None, "endorse_by_link", second.secret).status_code == 200


# --- The way there ---------------------------------------------------------------------------------------------------


def test_pages_lead_to_what_is_owed_and_to_nothing_else(event, nino, tamar, screen, contact_ge):
    """From the page of the person, and from that of the own link; before anything is owed there is no way."""
    of_nino, of_tamar = ("participant", event.reference, nino.pk), ("registration", tamar.secret)
    assert "After the event" not in words(screen(contact_ge, *of_nino)) + words(screen(None, *of_tamar))
    open_plans(event)
    open_trip_reports(event)
    urls = [reverse(f"events:{name}", args=[event.reference, nino.pk]) for name in ("plan", "trip_report")]
    assert [url for url in urls if f'"{url}"' not in screen(contact_ge, *of_nino).content.decode()] == []
    urls = [reverse(f"events:{name}_by_link", args=[tamar.secret]) for name in ("plan", "trip_report")]
    assert [url for url in urls if f'"{url}"' not in screen(None, *of_tamar).content.decode()] == []
    asked = [reverse("events:plan", args=[event.reference, nino.pk]), "Write your action plan"]
    page = screen(nino.user, "detail", event.reference)
    assert [part for part in asked if part not in page.content.decode()] == []
