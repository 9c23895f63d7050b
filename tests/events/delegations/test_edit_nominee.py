import pytest
from django.core.exceptions import PermissionDenied

from events.actions.nominating import edit_nominee
from events.models import Participant
from tests.events.builders import make_participant
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, journal, refusal, words


def edit(one, by, **values):
    return edit_nominee(one, by=by, seen=values.pop("seen", build.fresh(one).updated_at), **values)


def test_the_body_corrects_until_the_nomination_is_sent(ready, focal, heard):
    first = build.people(ready)[0]
    heard()
    row = edit(first, focal, family_name="Beridze", post="Director")
    assert (row.family_name, row.post, heard()) == ("Beridze", "Director", [])
    assert journal(row)[-1] == ("edit_nominee", "", "", focal.email, "")


def test_afterwards_the_officers_do(submitted, focal, officer):
    first = build.people(submitted)[0]
    assert refusal(edit, first, focal, post="Director") == (
        "The nomination has been sent or closed. It is changed only after it was returned with reasons."
    )
    assert edit(first, officer, post="Director").post == "Director"


def test_the_person_corrects_the_own_name_and_nothing_the_body_declared(submitted, official_ge):
    first = build.people(submitted)[0]
    Participant.objects.filter(pk=first.pk).update(user=official_ge)
    assert edit(first, official_ge, family_name="Beridze").family_name == "Beridze"
    for fact, value in (("is_alternate", True), ("knows_language", False), ("email", "other@ge.example")):
        with pytest.raises(PermissionDenied):
            edit(first, official_ge, **{fact: value})


def test_two_never_overwrite_each_other(ready, focal, officer):
    first = build.people(ready)[0]
    seen = first.updated_at
    edit(first, officer, post="Director", seen=seen)
    assert refusal(edit, first, focal, post="Deputy", seen=seen) == (
        "Somebody has saved this person after you opened the page. Open it anew and add what you have written."
    )
    assert build.fresh(first).post == "Director"


def test_an_alternate_becomes_a_nominee_within_the_quota_only(ready, focal):
    first, _second, alternate = build.people(ready)
    assert "The quota of 2 is full." in refusal(edit, alternate, focal, is_alternate=False)
    edit(first, focal, is_alternate=True)
    edit(alternate, focal, is_alternate=False)
    assert [one.is_alternate for one in build.people(ready)] == [True, False, False]


def test_nor_once_it_is_decided(accepted, officer):
    assert refusal(edit, build.people(accepted)[2], officer, is_alternate=False) == (
        "Whether the person comes as an alternate has been decided: replace somebody instead."
    )


def test_not_of_who_left_nor_of_who_registered_alone(event, accepted, officer):
    first = build.people(accepted)[0]
    Participant.objects.filter(pk=first.pk).update(status="withdrawn")
    assert refusal(edit, first, officer, post="x") == "This person does not come any more."
    assert refusal(edit, make_participant(event), officer, post="x") == (
        "This person registered without a delegation, and changes that registration."
    )


def test_nobody_else(cast, ready, focal):
    first = build.people(ready)[0]
    for who, person in cast.people.items():
        if who not in {"focal_ge", "contact_ge", "officer"}:
            with pytest.raises(PermissionDenied):
                edit(first, person, post="x")


def test_the_screen(event, ready, knock, screen):
    first = build.people(ready)[0]
    assert knock("edit_nominee", event, first.pk) == doors(
        **dict.fromkeys(("focal_ge", "contact_ge", "officer"), 200),
        **dict.fromkeys(("director_by", "director_kr", "official_ge"), 403),
    )
    page = screen("focal_ge", "edit_nominee", event, first.pk)
    sent = {name: value for name, value in page.context["form"].initial.items() if value not in (False, None)}
    assert screen("focal_ge", "edit_nominee", event, first.pk, **sent | {"post": "Director"}).status_code == 302
    assert build.fresh(first).post == "Director"
    late = screen("officer", "edit_nominee", event, first.pk, **sent | {"post": "Deputy"})
    assert ("Somebody has saved this person" in words(late), 'value="Deputy"' in late.content.decode()) == (True, True)


def test_the_person_is_asked_only_for_the_own_facts(cast, event, accepted, official_ge, screen):
    first = build.people(accepted)[0]
    Participant.objects.filter(pk=first.pk).update(user=official_ge)
    fields = screen("official_ge", "edit_nominee", event, first.pk).context["form"].fields
    assert ("email" in fields, "is_alternate" in fields, "given_name" in fields) == (False, False, True)
