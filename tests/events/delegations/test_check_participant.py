from events.actions.accepting import check_participant
from events.enums import CheckPoint
from events.models import NomineeCheck
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_what_was_found_is_kept(cast, forwarded, officer, heard):
    first = build.people(forwarded)[0]
    heard()
    row = build.check(cast, first)
    assert (row.status, row.verdict, heard()) == ("checked", "accept", [])
    found = NomineeCheck.objects.get(participant=row)
    assert (found.points, found.note, found.by) == (sorted(CheckPoint.values), "", officer)
    assert journal(row)[-1] == ("check", "nominated", "checked", officer.email, "")


def test_a_doubt_has_remarks_and_a_refusal_reasons(cast, forwarded):
    first, _second, alternate = build.people(forwarded)
    assert refusal(build.check, cast, first, points=["name"]) == (
        "Write in the remarks what stands against the points that do not hold."
    )
    assert refusal(build.check, cast, first, verdict="decline", verdict_reason=" ") == (
        "Give reasons: the nominating body reads them."
    )
    assert refusal(build.check, cast, alternate, verdict="accept") == (
        "An alternate is put on the reserve list: he comes only in somebody’s place."
    )
    assert build.check(cast, first, points=["name"], note="Language to be tested.").status == "checked"


def test_once(cast, checked):
    assert "no longer possible" in refusal(build.check, cast, build.people(checked)[0])


def test_officers_only_and_only_what_has_come_in(cast, submitted, focal):
    first = build.people(submitted)[0]
    values = {"points": CheckPoint.values, "verdict": "accept"}
    everybody = list(cast.people.values())
    assert forbidden(check_participant, first, people=everybody, **values) == [one.email for one in everybody]


def test_the_screen(event, forwarded, knock, screen):
    first, _second, alternate = build.people(forwarded)
    assert knock("check_participant", event, first.pk) == doors(
        officer=200, **dict.fromkeys(("director_by", "director_kr", "official_ge", "contact_ge", "focal_ge"), 403)
    )
    page = screen("officer", "check_participant", event, alternate.pk)
    assert [value for value, _label in page.context["form"].fields["verdict"].choices] == ["reserve", "decline"]
    refused = screen("officer", "check_participant", event, first.pk, points=["name"], verdict="accept", note="")
    assert "Write in the remarks" in words(refused)
    sent = {"points": CheckPoint.values, "verdict": "accept"}
    assert screen("officer", "check_participant", event, first.pk, **sent)["Location"] == forwarded.get_absolute_url()
    assert screen("officer", "check_participant", event, first.pk, **sent).status_code == 409
