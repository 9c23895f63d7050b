from events.actions.handing_in import hand_in_paper
from events.models import Event, Participant
from tests.cast import sign_in
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, words
from tests.files.builders import pdf, upload


def test_a_paper_is_in_and_the_officers_are_told(cast, accepted, focal, heard):
    heard()
    paper = build.paper(cast, accepted, note="Draft 2")
    assert (paper.kind, paper.language, paper.note, paper.superseded_at) == ("country_report", "en", "Draft 2", None)
    assert heard() == [("paper_handed_in", {"delegation": accepted, "paper": paper, "by": focal})]
    assert journal(accepted)[-1] == ("hand_in_paper", "", "", focal.email, "")


def test_a_newer_one_of_the_kind_and_language_takes_its_place(cast, accepted):
    old = build.paper(cast, accepted)
    russian = build.paper(cast, accepted, language="ru")
    new = build.paper(cast, accepted)
    assert [build.fresh(one).superseded_at is None for one in (old, russian, new)] == [False, True, True]


def test_a_paper_is_read_by_its_own_body_and_the_centre_only(cast, event, accepted, focal, client):
    other = build.accepted(cast, event, body="services_by")
    rival = cast.people["focal_by"] = build.focal_point(cast, "services_by")
    Participant.objects.filter(pk=build.people(other)[0].pk).update(user=cast.people["advisor_kr"])
    url = build.paper(cast, accepted).file.get_absolute_url()
    met = {}
    for who, person in cast.people.items():
        answer = sign_in(person, client=client).get(url)
        met[who] = answer.status_code
        if answer.streaming:
            list(answer.streaming_content)  # read to its end, so that the file is closed
    allowed = ("officer", "director_by", "director_kr", "focal_ge", "contact_ge", "official_ge")
    assert met == {**dict.fromkeys(cast.people, 404), **dict.fromkeys(allowed, 200)}
    assert rival not in {cast.people[who] for who in allowed}


def test_it_is_taken_late_but_not_of_who_does_not_come(cast, invited, focal):
    Event.objects.update(papers_due_at="2026-01-01T00:00Z")
    assert build.paper(cast, invited).pk
    type(invited).objects.update(status="declined")
    values = {"kind": "slides", "language": "en", "file": build.paper_file(focal)}
    assert forbidden(hand_in_paper, invited, people=[focal], **values) == [focal.email]


def test_nobody_else(cast, accepted, focal):
    allowed = {"focal_ge", "contact_ge", "official_ge", "officer"}
    others = [person for who, person in cast.people.items() if who not in allowed]
    values = {"kind": "slides", "language": "en", "file": build.paper_file(focal)}
    assert forbidden(hand_in_paper, accepted, people=others, **values) == [one.email for one in others]


def test_the_screen(event, accepted, knock, screen):
    assert knock("hand_in_paper", event, accepted.pk) == doors(
        **dict.fromkeys(("focal_ge", "contact_ge", "official_ge", "officer"), 200), director_by=403, director_kr=403
    )
    sent = {"kind": "slides", "language": "ko", "note": "Fifteen slides."}
    page = screen("focal_ge", "hand_in_paper", event, accepted.pk, **sent)
    assert ("Choose a file." in words(page), 'value="Fifteen slides."' in page.content.decode()) == (True, True)
    bad = upload(b"MZ", "slides.exe")
    assert "Files of this kind are not taken." in words(
        screen("focal_ge", "hand_in_paper", event, accepted.pk, **sent, file=bad)
    )
    good = upload(pdf(), "slides.pdf")
    assert screen("focal_ge", "hand_in_paper", event, accepted.pk, **sent, file=good).status_code == 302
    page = words(screen("focal_ge", "delegation", event, accepted.pk))
    assert ("slides.pdf" in page, "Fifteen slides." in page) == (True, True)
