import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from consultations.actions.deciding import decide
from consultations.models import Clock, Criterion, CriterionScore
from core.models import Signature
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import minsk, seoul


@pytest.fixture
def criteria(db):
    return [Criterion.objects.create(name={"en": name}, weight=weight) for name, weight in (("Need", 3), ("Means", 1))]


def scores():
    return sorted(CriterionScore.objects.values_list("side", "criterion__name__en", "score"))


def test_the_second_key_decides(registered, director_by, director_kr, criteria, heard, told):
    heard()
    row = decide(registered, by=director_by, accepts=True, scores={criteria[0]: 4, criteria[1]: 0}, reason="Нужно.")
    assert (row.status, build.fresh(row).decided_at) == ("registered", None)
    assert heard() == [("key_turned", {"consultation": row, "by": director_by, "side": "a", "accepts": True})]
    with time_machine.travel(minsk(16, 10, month=4), tick=False):
        row = decide(registered, by=director_kr, accepts=True, scores={criteria[0]: 5})
    row = build.fresh(row)
    assert (row.status, row.decided_at) == ("accepted", minsk(16, 10, month=4))
    assert heard() == [("consultation_accepted", {"consultation": row, "by": director_kr, "by_silence": False})]
    assert scores() == [("a", "Means", 0), ("a", "Need", 4), ("b", "Need", 5)]
    # The staff of the centre sit in Minsk: they name the advisor within three of their own days.
    clock = Clock.objects.get(ended_at=None)
    assert (clock.kind, clock.country_id, clock.due_at, row.due_at) == (
        "assign",
        "BY",
        minsk(23, 18, month=4),
        minsk(23, 18, month=4),
    )
    assert told(row)[-3:] == [
        ("decide:key", "", "", "director@by.example", "Нужно."),
        ("decide:key", "", "", "director@kr.example", ""),
        ("decide", "registered", "accepted", "", ""),
    ]


def test_both_may_decline(registered, director_by, director_kr, heard):
    decide(registered, by=director_by, accepts=False, reason="Вне программы.")
    heard()
    row = build.fresh(decide(registered, by=director_kr, accepts=False, reason="범위 밖입니다."))
    assert (row.status, row.due_at, row.decided_at is None) == ("declined", None, False)
    assert heard() == [("consultation_declined", {"consultation": row, "by": director_kr})]


def test_declining_needs_reasons(registered, director_by):
    for reason in ("", "  "):
        with pytest.raises(RefusedError, match="Give the reasons"):
            decide(registered, by=director_by, accepts=False, reason=reason)
    assert Signature.objects.count() == 0


def test_a_side_changes_its_mind_with_its_scores(registered, director_by, director_kr, criteria, heard):
    decide(registered, by=director_by, accepts=True, scores={criteria[0]: 4})
    heard()
    row = decide(registered, by=director_by, accepts=False, reason="Передумали.", scores={criteria[1]: 1})
    assert heard() == [("key_turned", {"consultation": row, "by": director_by, "side": "a", "accepts": False})]
    assert (row.status, scores()) == ("registered", [("a", "Means", 1)])
    assert decide(registered, by=director_kr, accepts=True).status == "registered"  # they disagree: nothing is decided
    assert decide(registered, by=director_by, accepts=True).status == "accepted"


def test_one_key_a_side_and_once(registered, director_by):
    decide(registered, by=director_by, accepts=True)
    with pytest.raises(RefusedError, match="Your side has already signed"):
        decide(registered, by=director_by, accepts=True)


def test_only_co_directors_and_only_while_it_waits(registered, accepted, cast, director_by):
    for who in ("official_by", "contact_by", "officer", "advisor_kr", "admin_user", "official_ge"):
        with pytest.raises(PermissionDenied):
            decide(registered, by=cast.people[who], accepts=True)
    with pytest.raises(RefusedError, match="is no longer possible"):
        decide(accepted, by=director_by, accepts=True)


def test_a_post_that_ended_yesterday_turns_no_key(cast, registered):
    """The day is judged where the organisation is: in Seoul it is tomorrow already."""
    cast.appointments["director_kr"].ends_on = seoul(23).date()
    cast.appointments["director_kr"].save()
    with time_machine.travel(seoul(23, 23, 59), tick=False):
        person = cast.people["director_kr"].__class__.objects.get(email="director@kr.example")
        assert decide(registered, by=person, accepts=True).status == "registered"
    with time_machine.travel(seoul(24, 0, 1), tick=False):
        person = person.__class__.objects.get(email="director@kr.example")
        with pytest.raises(PermissionDenied):
            decide(registered, by=person, accepts=False, reason="x")


def test_the_screen(registered, accepted, submitted, knock, screen):
    met = doors(official_by=403, contact_by=403, officer=403, director_by=200, director_kr=200)
    assert knock("decide", registered) == met
    assert screen("director_by", "decide", accepted).status_code == 409
    assert screen("director_by", "decide", submitted).status_code == 404


def test_the_form_asks_for_reasons_and_keeps_what_was_typed(registered, criteria, screen):
    sent = {"verdict": "decline", "reason": "", f"c{criteria[0].pk}": "3"}
    form = screen("director_by", "decide", registered, **sent).context["form"]
    assert (list(form.errors), form[f"c{criteria[0].pk}"].value()) == (["reason"], "3")
    assert (
        screen("director_by", "decide", registered, reason="без решения").context["form"]["reason"].value()
        == "без решения"
    )
    answer = screen("director_by", "decide", registered, verdict="accept", **{f"c{criteria[0].pk}": "3"})
    assert (answer["Location"], scores()) == (registered.get_absolute_url(), [("a", "Need", 3)])
    again = screen("director_by", "decide", registered, verdict="accept", reason="Ещё раз")
    form = again.context["form"]
    assert (form.non_field_errors(), form["reason"].value()) == (["Your side has already signed."], "Ещё раз")


def test_each_side_reads_its_own_key_first(registered, director_kr, screen):
    decide(registered, by=director_kr, accepts=True)
    shown = {
        who: [(key.side, key.is_own, key.css) for key in screen(who, "detail", registered).context["decision"].keys]
        for who in ("director_by", "director_kr", "official_by")
    }
    assert shown == {
        "director_by": [("a", True, ""), ("b", False, "is-signed")],
        "director_kr": [("b", True, "is-signed"), ("a", False, "")],
        "official_by": [("a", True, ""), ("b", False, "is-signed")],
    }


def test_a_criterion_out_of_use_is_not_asked(registered, criteria, screen):
    Criterion.objects.filter(pk=criteria[1].pk).update(is_active=False)
    fields = screen("director_by", "decide", registered).context["form"].fields
    assert [name for name in fields if name.startswith("c")] == [f"c{criteria[0].pk}"]


def test_the_first_key_brings_the_request_to_the_top_of_the_list(registered, director_by):
    before = build.fresh(registered)
    decide(registered, by=director_by, accepts=True)
    after = build.fresh(registered)
    assert (after.updated_at > before.updated_at, after.moved_at) == (True, before.moved_at)
