"""Internal notes: written for one's own side or for the centre, and never seen by anybody else, anywhere."""

import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.corresponding import correct_message, translate_message, write_note
from consultations.enums import Audience
from consultations.models import Consultation, Message
from consultations.presentation.thread import contributions
from core.refusal import RefusedError
from tests.cast import PEOPLE, sign_in
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.factories import appoint, make_user

SECRET = "Тайнаяоговорка"


def readers(cast, note):
    """Who of the cast finds the note: by the rule, on the record, in the list, in the search and in the queryset."""
    return {who for who in PEOPLE if Message.objects.visible_to(cast.people[who]).filter(pk=note.pk).exists()}


def test_for_ones_own_side(cast, in_progress, contact_by, heard):
    heard()
    note = write_note(in_progress, by=contact_by, text=SECRET, language="ru", audience=Audience.SIDE)
    assert (note.kind, note.audience, note.country_id, note.author_title) == (
        "note",
        "side",
        "BY",
        contact_by.title_of_record(),
    )
    assert heard() == [("note_written", {"consultation": in_progress, "by": contact_by, "message": note})]
    assert readers(cast, note) == {"contact_by", "director_by"}


def test_for_the_other_side(cast, in_progress, advisor_kr):
    note = write_note(in_progress, by=advisor_kr, text=SECRET, language="ko", audience=Audience.SIDE)
    assert note.country_id == "KR"
    assert readers(cast, note) & {"official_by", "contact_by", "director_by", "officer", "official_ge"} == set()
    assert readers(cast, note) >= {"advisor_kr", "director_kr"}


def test_for_the_centre(cast, in_progress, officer):
    note = write_note(in_progress, by=officer, text=SECRET, language="ru", audience=Audience.CENTRE)
    assert readers(cast, note) & {"official_by", "contact_by", "official_ge", "contact_ge", "admin_user"} == set()
    assert readers(cast, note) >= {"officer", "advisor_kr", "director_by", "director_kr"}


def test_who_serves_both_sides_has_none_of_his_own(in_progress, officer):
    with pytest.raises(RefusedError, match="You serve both sides"):
        write_note(in_progress, by=officer, text="x", language="ru", audience=Audience.SIDE)
    assert Message.objects.count() == 0


def test_the_asking_body_writes_none(cast, in_progress, draft, official_by, contact_by, official_ge, admin_user):
    for person in (official_by, official_ge, admin_user):
        with pytest.raises(PermissionDenied):
            write_note(in_progress, by=person, text="x", language="ru", audience=Audience.SIDE)
    with pytest.raises(PermissionDenied):
        write_note(draft, by=contact_by, text="x", language="ru", audience=Audience.SIDE)


def test_a_planted_secret_leaks_nowhere(cast, in_progress, contact_by, advisor_kr, officer, client):
    """On no page that the request has, for nobody but its readers; not in the list, the desk, the search or the inbox."""
    writers = {"contact_by": Audience.SIDE, "advisor_kr": Audience.SIDE, "officer": Audience.CENTRE}
    notes = {
        f"{SECRET}{who}": write_note(
            in_progress, by=cast.people[who], text=f"{SECRET}{who}", language="ru", audience=audience
        )
        for who, audience in writers.items()
    }
    urls = [
        in_progress.get_absolute_url(),
        "/consultations/?state=all",
        f"/consultations/?state=all&q={SECRET}contact_by",
        "/desk/",
        "/inbox/",
        f"/search/?q={SECRET}officer",
    ]
    shown = {}
    for who in PEOPLE:
        sign_in(cast.people[who], client=client)
        pages = [client.get(url).content.decode() for url in urls]
        typed = [
            page.replace(f"{SECRET}contact_by", "").replace(f"{SECRET}officer", "") for page in (pages[2], pages[5])
        ]
        found = {
            secret[len(SECRET) :] for secret in notes if any(secret in page for page in (pages[0], pages[1], *typed))
        }
        found |= {secret[len(SECRET) :] for secret in notes if secret in pages[3] + pages[4]}
        if found:
            shown[who] = found
    assert shown == {
        "contact_by": {"contact_by"},
        "director_by": {"contact_by", "officer"},
        "advisor_kr": {"advisor_kr", "officer"},
        "director_kr": {"advisor_kr", "officer"},
        "officer": {"officer"},
    }


def test_the_search_does_not_know_it(in_progress, contact_by, director_by):
    note = write_note(in_progress, by=contact_by, text=SECRET, language="ru", audience=Audience.SIDE)
    correct_message(note, by=contact_by, text=f"{SECRET} {SECRET}дважды")
    assert [Consultation.objects.matching(words).count() for words in (SECRET, f"{SECRET}дважды")] == [0, 0]
    assert [one.original.text for one in contributions(in_progress, director_by)] == [f"{SECRET} {SECRET}дважды"]


def test_it_is_not_translated(in_progress, contact_by, officer):
    note = write_note(in_progress, by=contact_by, text=SECRET, language="ru", audience=Audience.SIDE)
    for person in (officer, contact_by):
        with pytest.raises(PermissionDenied):
            translate_message(note, by=person, language="ko", text="x")


def test_a_requester_who_is_also_staff_of_another_centre_sees_none(cast, in_progress, officer, official_by):
    """Being an advisor somewhere else opens nothing here."""
    elsewhere = cast.centre.__class__.objects.create(
        name={"en": "Other"}, short_name={"en": "Other"}, side_a=cast.countries["GE"], side_b=cast.countries["KR"]
    )
    appoint(official_by, "officer", cast.organisations["agency_ge"], centre=elsewhere)
    note = write_note(in_progress, by=officer, text=SECRET, language="ru", audience=Audience.CENTRE)
    assert Message.objects.visible_to(official_by).filter(pk=note.pk).exists() is False


def test_the_screen(in_progress, knock, screen):
    open_to = ("contact_by", "officer", "director_by", "director_kr", "advisor_kr")
    assert knock("write_note", in_progress) == doors(official_by=403, **dict.fromkeys(open_to, 200))
    offered = {
        who: [
            value for value, _label in screen(who, "write_note", in_progress).context["form"].fields["audience"].choices
        ]
        for who in open_to
    }
    assert offered == {
        "contact_by": ["side"],
        "officer": ["centre"],
        "director_by": ["side", "centre"],
        "director_kr": ["side", "centre"],
        "advisor_kr": ["side", "centre"],
    }
    wrong = screen("contact_by", "write_note", in_progress, text=SECRET, language="ru", audience="centre")
    assert (list(wrong.context["form"].errors), wrong.context["form"]["text"].value()) == (["audience"], SECRET)
    answer = screen("contact_by", "write_note", in_progress, text=SECRET, language="ru", audience="side")
    assert answer["Location"] == f"{in_progress.get_absolute_url()}#m{Message.objects.get().pk}"


def test_a_note_has_no_screen_of_translation_or_correction_for_others(in_progress, contact_by, screen):
    note = write_note(in_progress, by=contact_by, text=SECRET, language="ru", audience=Audience.SIDE)
    met = {
        who: screen(who, "correct_message", in_progress, note.pk).status_code
        for who in ("contact_by", "director_by", "officer")
    }
    assert met == {"contact_by": 200, "director_by": 404, "officer": 404}
    met = {who: screen(who, "translate_message", in_progress, note.pk).status_code for who in ("contact_by", "officer")}
    assert met == {"contact_by": 403, "officer": 404}


def test_an_observer_reads_no_note(cast, in_progress, contact_by):
    watcher = make_user()
    appoint(watcher, "observer", cast.organisations["nia"], centre=cast.centre)
    write_note(in_progress, by=contact_by, text=SECRET, language="ru", audience=Audience.SIDE)
    assert Consultation.objects.visible_to(watcher).exists()
    assert contributions(build.fresh(in_progress), watcher) == []
