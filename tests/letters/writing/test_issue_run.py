"""Letters get their numbers, without gaps, in the order of protocol; the words are frozen, the recipients told."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import JournalEntry, NumberSeries
from core.refusal import RefusedError
from letters.actions.issuing import issue_run, mark_of
from letters.actions.keeping import keep_paper, without_paper
from letters.actions.preparing import edit_letter, leave_out
from letters.models import Letter, LetterRun
from letters.tasks.keeping import keep_papers
from people.days import today_at
from tests.letters.builders import BODIES, issued, make_focal, make_inviting_event, prepared
from tests.papers.reading import words as paper_words


def numbers():
    return list(Letter.objects.order_by("position").values_list("reference", flat=True))


def numbered(cast, *places):
    return [f"L-{today_at(cast.centre).year}-{place:04}" for place in places]


def test_numbered_in_order_and_frozen(cast, event, template, officer, director_by, director_kr, heard):
    run = issue_run(prepared(cast, event), by=officer)
    assert (run.state, numbers()) == ("issued", numbered(cast, 1, 2))
    letter = Letter.objects.get(position=2)
    assert letter.subject == f"Invitation: {event.name['en']}"
    assert letter.body.startswith("Dear colleagues of Digital Governance Agency,\n\nNominate 2 people by ")
    assert ("{" in letter.body, letter.values) == (False, {})
    assert (letter.issued_on, letter.issued_by) == (today_at(cast.centre), officer)
    assert letter.signatories == [
        {"side": "a", "name": "Maryna Karatkevich", "title": dict(director_by.title_of_record())},
        {"side": "b", "name": "Lee Hajun", "title": dict(director_kr.title_of_record())},
    ]
    assert [(name, said["run"], said["letters"], said["by"]) for name, said in heard()] == [
        ("letters_issued", run, list(Letter.objects.order_by("position")), officer)
    ]
    assert list(JournalEntry.objects.about(letter).values_list("verb", "label", "actor__email")) == [
        ("issue", numbered(cast, 2)[0], officer.email)
    ]


def test_a_template_or_a_name_that_changes_later_changes_no_letter(cast, event, template, officer):
    letter = issued(cast, event)[0]
    before = Letter.objects.values().get(pk=letter.pk)
    template.body = {"en": "Other"}
    template.save()
    cast.organisations["services_by"].name = {"en": "Renamed"}
    cast.organisations["services_by"].save()
    cast.appointments["director_by"].delete()
    assert Letter.objects.values().get(pk=letter.pk) == before


def test_who_is_left_out_takes_no_number(cast, template, officer):
    run = prepared(cast, make_inviting_event(cast, "services_by", "agency_ge", "nia"))
    leave_out(run.letters.get(position=2), by=officer, reason="Declined by telephone.")
    issue_run(run, by=officer)
    first, last = numbered(cast, 1, 2)
    assert numbers() == [first, None, last]
    assert Letter.objects.get(position=2).values == {}


def test_a_second_run_goes_on_where_the_first_ended(cast, event, template):
    issued(cast, event)
    assert [one.reference for one in issued(cast, event)] == numbered(cast, 3, 4)


def test_a_gap_is_refused_with_the_recipient_and_the_field_and_takes_no_number(cast, event, template, officer):
    event.delegations.filter(organisation=cast.organisations["agency_ge"]).update(due_at=None)
    run = prepared(cast, event)
    with pytest.raises(RefusedError) as refusal:
        issue_run(run, by=officer)
    assert str(refusal.value) == (
        "Some fields have nothing to say. Write the words yourself, or leave the recipient out: "
        "2. Digital Governance Agency: {deadline}."
    )
    assert (LetterRun.objects.get().state, numbers()) == ("prepared", [None, None])
    assert not NumberSeries.objects.filter(name__startswith="L-", last__gt=0).exists()
    letter = run.letters.get(position=2)
    edit_letter(letter, by=officer, seen=1, addressee="A", subject="S", body=BODIES["en"].replace("{deadline}", "May"))
    issue_run(run, by=officer)
    assert Letter.objects.get(position=2).body.endswith("Nominate 2 people by May.")


def test_all_left_out(cast, template, officer):
    run = prepared(cast, make_inviting_event(cast, "agency_ge"))
    leave_out(run.letters.get(), by=officer, reason="x")
    with pytest.raises(RefusedError, match="Every recipient was left out"):
        issue_run(run, by=officer)


def test_not_what_was_looked_at(cast, event, template, officer):
    run = prepared(cast, event)
    seen = mark_of(run)
    edit_letter(run.letters.get(position=1), by=officer, seen=1, addressee="A", subject="S", body="B")
    with pytest.raises(RefusedError, match="This has changed since you read it"):
        issue_run(run, by=officer, seen=seen)
    assert issue_run(run, by=officer, seen=mark_of(run)).state == "issued"


def test_once(cast, event, template, officer):
    run = prepared(cast, event)
    issue_run(run, by=officer)
    with pytest.raises(RefusedError, match="no longer possible"):
        issue_run(run, by=officer)


def test_a_stranger_issues_none(cast, event, template):
    run = prepared(cast, event)
    for who in ("official_by", "advisor_kr", "admin_user"):
        with pytest.raises(PermissionDenied):
            issue_run(run, by=cast.people[who])


def test_the_number_counts_within_the_year_of_the_centre(cast, event, template):
    NumberSeries.objects.create(name=f"L-{today_at(cast.centre).year}", last=41)
    assert [one.reference for one in issued(cast, event)] == numbered(cast, 42, 43)


def test_from_the_page(client_of, cast, event, template, officer):
    run = prepared(cast, event)
    browser = client_of(officer)
    page = browser.get(reverse("letters:issue", args=[run.pk]))
    assert "2 letters get numbers" in page.content.decode()
    stale = browser.post(reverse("letters:issue", args=[run.pk]), {"seen": "0" * 16})
    assert "This has changed since you read it." in stale.content.decode()
    answer = browser.post(reverse("letters:issue", args=[run.pk]), {"seen": page.context["form"]["seen"].value()})
    assert (answer["Location"], LetterRun.objects.get().state) == (run.get_absolute_url(), "issued")


# --- Who is told -----------------------------------------------------------------------------------------------------


def test_the_focal_point_is_told_else_the_contact_point(cast, event, template, told, contact_ge):
    focal = make_focal(cast, "services_by", email="focal@by.example")
    first, second = issued(cast, event)
    assert told() == [
        ("letter_issued", focal.email, first.reference),
        ("letter_issued", contact_ge.email, second.reference),
    ]


# --- Papers ----------------------------------------------------------------------------------------------------------


def test_each_paper_is_kept_once(cast, event, template, client_of, officer):
    letters = issued(cast, event)
    assert without_paper() == [one.pk for one in letters]
    assert keep_papers() == 2
    assert (keep_papers(), keep_paper(letters[0].pk)) == (0, False)
    letter = Letter.objects.select_related("file").get(pk=letters[1].pk)
    assert (letter.file.name, letter.file.permission, letter.file.language) == (
        f"{letter.reference}.pdf",
        "letters.view",
        "en",
    )
    answer = client_of(officer).get(reverse("letters:letter_pdf", args=[letter.reference]))
    with letter.file.open() as kept:
        assert answer.content == kept.read()
    said = paper_words(answer.content)
    wanted = (letter.reference, "Digital Governance Agency", "Maryna Karatkevich", "Lee Hajun", "Nominate 2 people by")
    assert [words for words in wanted if words not in said] == []


def test_a_korean_letter_names_its_own_side_first(cast, template, client_of, officer):
    make_focal(cast, "nia", language="ko")
    letter = issued(cast, make_inviting_event(cast, "nia"))[0]
    assert (letter.language, [one["side"] for one in letter.signatories]) == ("ko", ["b", "a"])
    said = paper_words(client_of(officer).get(reverse("letters:letter_pdf", args=[letter.reference])).content)
    assert "대한민국 · 벨라루스" in said
    assert "초청" in said


def test_all_of_one_language_in_one_file(cast, event, template, client_of, officer):
    make_focal(cast, "services_by", language="ru")
    run = prepared(cast, event)
    issue_run(run, by=officer)
    browser = client_of(officer)
    russian = paper_words(browser.get(reverse("letters:run_pdf", args=[run.pk, "ru"])).content)
    english = paper_words(browser.get(reverse("letters:run_pdf", args=[run.pk, "en"])).content)
    assert ("Приглашение" in russian, "Приглашение" in english, "Invitation" in english) == (True, False, True)
    assert browser.get(reverse("letters:run_pdf", args=[run.pk, "ko"])).status_code == 404


def test_a_draft_has_neither_number_nor_day(cast, event, template, client_of, officer):
    letter = prepared(cast, event).letters.get(position=2)
    said = paper_words(client_of(officer).get(reverse("letters:letter_pdf", args=[letter.handle])).content)
    assert ("No." in said, "Digital Governance Agency" in said) == (False, True)
