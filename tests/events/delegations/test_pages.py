"""The grid, the page of a delegation, of a participant, of a list; who meets what there."""

import csv
import io

import pytest
from django.urls import reverse

from events.actions.inviting import decline_invitation
from events.models import Delegation, Participant
from tests.cast import cost, sign_in
from tests.events.builders import make_participant
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, words

STAFF = {"officer": 200, "director_by": 200, "director_kr": 200}


def test_the_grid_is_for_the_centre_and_leads_others_to_their_own(event, invited, knock):
    # The event is public: whoever has no delegation in it meets 404 at the grid.
    assert knock("delegations", event) == doors(**STAFF, focal_ge=302, contact_ge=302, official_ge=302)


def test_a_delegation_is_seen_by_its_own_side_and_the_centre_only(cast, event, accepted, knock):
    other = build.invited(cast, event, body="services_by")
    assert knock("delegation", event, accepted.pk) == doors(**STAFF, focal_ge=200, contact_ge=200, official_ge=200)
    assert knock("delegation", event, other.pk) == doors(**STAFF, official_by=200, contact_by=200)


def test_a_prepared_invitation_is_seen_by_the_centre_only(cast, event, knock):
    row = build.invited(cast, event, sends=False)
    assert knock("delegation", event, row.pk) == doors(**STAFF)


def test_only_what_is_missing_stands_out(cast, event, accepted, screen):
    build.paper(cast, accepted)
    build.invited(cast, event, body="services_by")
    page = screen("officer", "delegations", event)
    rows = [
        (row.delegation.country_id, [(cell.shape, cell.words) for cell in row.cells])
        for row in page.context["grid"].rows
    ]
    late, soon = ("is-late", "Missing"), ("is-new", "Not due")
    assert rows == [
        ("BY", [late, late, soon, soon, late, late, late, soon]),
        ("GE", [("", "2 + 1"), ("is-done", "In"), late, late, ("is-done", "In"), late, late, soon]),
    ]
    assert "Nominees: 2, alternates: 1. Nothing missing: 0." in words(page)


def test_people_count_by_part(cast, event, accepted, screen):
    first, second, _alternate = build.people(accepted)
    Participant.objects.filter(pk=first.pk).update(arrival_known=True, visa="granted")
    Participant.objects.filter(pk=second.pk).update(visa="not_needed")
    cells = {cell.label: cell.words for cell in screen("officer", "delegations", event).context["grid"].rows[0].cells}
    assert (cells["Arrival"], cells["Visa"]) == ("1 of 2", "In")


def test_online_nobody_travels(cast, screen):
    event = build.edition(cast, mode="online")
    build.invited(cast, event)
    grid = screen("officer", "delegations", event).context["grid"]
    assert [item.value for item in grid.items] == [
        *("nominees", "letter", "country_report", "slides", "translation", "plan")
    ]


def test_once_it_is_closed_nobody_travels(event, invited, screen):
    type(event).objects.update(status="closed")
    grid = screen("officer", "delegations", event).context["grid"]
    assert [item.value for item in grid.items] == [
        *("nominees", "letter", "country_report", "slides", "translation", "plan")
    ]


def test_an_empty_grid_says_what_to_do(event, screen):
    assert "No body has been invited yet." in words(screen("officer", "delegations", event))


def test_who_declined_keeps_the_row(cast, event, invited, focal, screen):
    decline_invitation(invited, by=focal, reason="No budget.")
    page = screen("officer", "delegations", event)
    assert [row.cells for row in page.context["grid"].rows] == [[]]
    assert "Invitation declined" in words(page)


def test_the_table_is_the_grid(cast, event, accepted, client):
    Participant.objects.filter(pk=build.people(accepted)[0].pk).update(family_name="=SUM(A1)", given_name="")
    Delegation.objects.filter(pk=accepted.pk).update(head=build.people(accepted)[0])
    cast.people["officer"].language = "en"
    cast.people["officer"].save()
    answer = sign_in(cast.people["officer"], client=client).get(
        reverse("events:delegations_csv", args=[event.reference])
    )
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeffCode,State,Body,State of the invitation,Nominees,Quota,Head,Nomination letter")
    line = list(csv.reader(io.StringIO(text)))[1]
    assert line[:7] == ["GE", "Georgia", "Digital Governance Agency", "Nomination received", "2 + 1", "2", "'=SUM(A1)"]
    assert line[7:] == ["In", "Missing", "Missing", "Missing", "Missing", "Missing", "Not due"]


def test_the_table_is_for_the_centre(event, accepted, knock):
    everybody = dict.fromkeys(doors(), 403)
    assert knock("delegations_csv", event) == everybody | STAFF | {"visitor": 302}


def test_the_page_says_what_is_owed_by_when(cast, event, invited, screen):
    page = screen("focal_ge", "delegation", event, invited.pk)
    owed = [(one.cell.label, one.cell.words, one.due_at) for one in page.context["owed"]]
    due, papers = build.fresh(invited).due_at, event.papers_due_at
    assert [(str(label), text, at) for label, text, at in owed if text == "Missing"] == [
        ("Nominees and alternates", "Missing", due),
        ("Nomination letter", "Missing", due),
        ("Country report", "Missing", papers),
        ("Slides", "Missing", papers),
        ("Translation of the slides", "Missing", papers),
    ]
    assert list(page.context["buttons"]) == [
        *(
            "nominate",
            "write_nomination_letter",
            "submit_nomination",
            "decline_invitation",
            "name_head",
            "hand_in_paper",
        )
    ]
    assert "Nominate your people, add the letter and send it." in words(page)


def test_beside_its_due_time_a_thing_is_late_only_once_that_has_passed(event, invited, screen):
    shown = {}
    for due in ("2126-12-01T09:00Z", "2026-01-01T09:00Z"):
        type(event).objects.update(papers_due_at=due)
        owed = screen("focal_ge", "delegation", event, invited.pk).context["owed"]
        shown[due[:4]] = {str(one.cell.label): one.shape for one in owed}["Slides"]
    assert shown == {"2126": "is-waiting", "2026": "is-late"}


def test_a_participant_sees_the_own_page_and_no_other(cast, event, accepted, screen, knock):
    first, second, _alternate = build.people(accepted)
    Participant.objects.filter(pk=first.pk).update(user=cast.people["advisor_kr"])
    seen = doors(**STAFF, focal_ge=200, contact_ge=200, official_ge=200)
    assert knock("participant", event, first.pk) == seen | {"advisor_kr": 200}
    assert knock("participant", event, second.pk) == seen
    assert knock("delegation", event, accepted.pk) == seen | {"advisor_kr": 200}


def test_remarks_of_the_check_stay_in_the_centre(cast, event, forwarded, screen):
    first = build.people(forwarded)[0]
    build.check(cast, first, points=["name"], note="Secret doubt", verdict="reserve", verdict_reason="Later, perhaps.")
    for who in ("focal_ge", "contact_ge"):
        text = words(screen(who, "participant", event, first.pk))
        assert ("Secret doubt" in text, "Later, perhaps." in text) == (False, False)
    text = words(screen("officer", "participant", event, first.pk))
    assert ("Secret doubt" in text, "Later, perhaps." in text) == (True, True)


def test_whoever_registered_alone_has_a_page_too(cast, event, screen):
    one = make_participant(event)
    assert "Registered without a delegation" in words(screen("officer", "participant", event, one.pk))


def test_a_list_is_read_by_the_centre(event, proposed, knock):
    assert knock("participant_list", event, proposed.number) == doors(**STAFF)


@pytest.mark.parametrize(
    ("who", "name"), [("officer", "delegations"), ("focal_ge", "delegation"), ("officer", "participant")]
)
def test_three_cost_what_one_costs(cast, event, focal, client, who, name):
    row = build.accepted(cast, event)

    def ask():
        args = {"delegations": [], "delegation": [row.pk], "participant": [build.people(row)[0].pk]}[name]
        return cost(sign_in(cast.people[who], client=client), reverse(f"events:{name}", args=[event.reference, *args]))

    ask()
    first = ask()
    for number, body in enumerate(("services_by", "ministry_by")):
        build.submitted(cast, build.fresh(event), body=body) if not number else build.invited(cast, event, body=body)
    for kind in ("country_report", "slides"):
        build.paper(cast, row, kind)
    make_participant(event, delegation=row, is_alternate=True)
    assert ask() == first <= 12, name


def test_the_letters_are_there_in_the_language_of_the_reader(cast, event, forwarded, screen):
    for name in ("invitation_letter", "acknowledgement_letter"):
        answer = screen("focal_ge", name, event, forwarded.pk)
        assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
        for language in ("ru", "be", "ko"):
            assert screen("officer", name, event, forwarded.pk, query=f"?language={language}").status_code == 200


def test_no_letter_before_it_is_written(cast, event, invited, screen):
    row = build.invited(cast, event, body="services_by", sends=False)
    assert screen("officer", "invitation_letter", event, row.pk).status_code == 404
    assert screen("officer", "acknowledgement_letter", event, invited.pk).status_code == 404


def test_the_officer_is_led_from_nominee_to_nominee(cast, event, forwarded, screen):
    for number, one in enumerate(build.people(forwarded)):
        ask = screen("officer", "delegation", event, forwarded.pk).context["ask"]
        count = 3 - number
        words_ = f"{count} nominee is not checked yet." if count == 1 else f"{count} nominees are not checked yet."
        assert (ask.sentence, ask.button.url) == (
            words_,
            reverse("events:check_participant", args=[event.reference, one.pk]),
        )
        build.check(cast, one)
    assert screen("officer", "delegation", event, forwarded.pk).context["ask"] is None
    assert screen("focal_ge", "delegation", event, forwarded.pk).context["ask"] is None
