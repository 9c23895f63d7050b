from datetime import date, timedelta

from django.utils import timezone

from events.actions.nominating import write_nomination_letter
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words
from tests.files.builders import pdf, upload

LETTER = {**build.LETTER, "signed_on": date(2026, 1, 15)}


def test_the_letter_and_its_file(invited, focal, heard):
    heard()
    row = write_nomination_letter(invited, by=focal, **LETTER, file=build.paper_file(focal))
    assert (row.nomination_number, row.nomination_on, row.signatory_name, row.signatory_post) == (
        *("DGA-7/114", date(2026, 1, 15), "Levan Gelashvili", "Chairman"),
    )
    paper = row.papers.get()
    assert (paper.kind, paper.language, paper.file.permission) == ("nomination", "en", "events.view_delegation")
    assert [line[0] for line in journal(row)][-2:] == ["hand_in_paper", "write_nomination_letter"]
    assert heard() == []


def test_a_newer_file_replaces_the_older_one_which_stays(ready, focal):
    write_nomination_letter(ready, by=focal, **LETTER | {"language": "ru"}, file=build.paper_file(focal, "new.pdf"))
    papers = [(paper.file.name, paper.superseded_at is None) for paper in ready.papers.order_by("pk")]
    assert papers == [("letter.pdf", False), ("new.pdf", True)]


def test_its_number_alone_may_be_corrected(ready, focal):
    row = write_nomination_letter(ready, by=focal, **LETTER | {"number": "DGA-8"})
    assert (row.nomination_number, row.papers.count()) == ("DGA-8", 1)


def test_not_without_a_file_nor_with_a_day_to_come(invited, focal):
    assert refusal(write_nomination_letter, invited, by=focal, **LETTER) == "Add the nomination letter as a file."
    day = timezone.localdate() + timedelta(days=2)
    values = {**LETTER, "signed_on": day, "file": build.paper_file(focal)}
    assert refusal(write_nomination_letter, invited, by=focal, **values) == (
        "The letter cannot be signed on a day to come."
    )


def test_not_after_sending(submitted, focal):
    assert "The nomination has been sent or closed." in refusal(write_nomination_letter, submitted, by=focal, **LETTER)


def test_nobody_else(cast, invited, focal):
    others = [person for who, person in cast.people.items() if who not in {"focal_ge", "contact_ge"}]
    assert forbidden(write_nomination_letter, invited, people=others, **LETTER) == [one.email for one in others]


def test_the_screen(event, invited, knock, screen):
    assert knock("write_nomination_letter", event, invited.pk) == doors(
        **dict.fromkeys(("focal_ge", "contact_ge"), 200),
        **dict.fromkeys(("director_by", "director_kr", "official_ge", "officer"), 403),
    )
    sent = {**LETTER, "signed_on": "2026-01-15", "number": ""}
    page = screen("focal_ge", "write_nomination_letter", event, invited.pk, **sent, file=upload(pdf(), "letter.pdf"))
    assert "Already uploaded: letter.pdf" in words(page)  # the file is kept while the number is written
    kept = page.context["form"]["file"].field.widget.token
    sent |= {"number": "DGA-7", "file-token": kept}
    assert screen("focal_ge", "write_nomination_letter", event, invited.pk, **sent).status_code == 302
    assert [paper.file.name for paper in invited.papers.all()] == ["letter.pdf"]
