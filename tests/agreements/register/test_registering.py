"""A record is begun and written; nobody's words are lost."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from agreements.actions.recording import propose
from agreements.actions.registering import (
    ChangedMeanwhileError,
    add_text,
    create_agreement,
    edit_agreement,
    remove_text,
    save_articles,
    save_commitments,
    save_parties,
)
from agreements.enums import AgreementKind, AgreementStatus, TextKind
from agreements.models import Agreement, Commitment
from core.refusal import RefusedError
from files.actions import store
from files.models import StoredFile
from people.models import User
from tests.agreements.builders import make_agreement, make_commitment, make_parties

PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def upload(name="scan.pdf"):
    return SimpleUploadedFile(name, PDF, "application/pdf")


def met(client, url):
    """What is answered; a file is read to its end."""
    answer = client.get(url)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


@pytest.fixture
def draft(cast, officer):
    return create_agreement(
        cast.centre,
        by=officer,
        kind=AgreementKind.AGREEMENT,
        title={"en": "On the centre"},
        signed_on=date(2016, 9, 9),
    )


def test_numbers_follow_the_year_of_signing(cast, officer, draft):
    other = create_agreement(
        cast.centre, by=officer, kind=AgreementKind.PLAN, title={"en": "Plan"}, signed_on=date(2016, 12, 1)
    )
    assert (draft.reference, other.reference, draft.status) == ("AG-2016-01", "AG-2016-02", AgreementStatus.DRAFT)


def test_only_officers_of_the_centre_begin_one(cast, director_by, official_by, client_of):
    with pytest.raises(PermissionDenied):
        create_agreement(
            cast.centre, by=director_by, kind=AgreementKind.PLAN, title={"en": "P"}, signed_on=date(2016, 1, 1)
        )
    assert client_of(official_by).get(reverse("agreements:create")).status_code == 403


def test_a_record_is_written_page_by_page(cast, officer, client_of):
    """As an officer does: every page of the form, from the first to the last."""
    client = client_of(officer)
    answer = client.post(
        reverse("agreements:create"),
        {"centre": cast.centre.pk, "kind": "agreement", "title_en": "On the centre", "signed_on": "2016-09-09"},
    )
    row = Agreement.objects.get()
    assert answer.headers["Location"] == reverse("agreements:edit", args=[row.reference, "facts"])

    def post(group, values):
        row.refresh_from_db()
        answer = client.post(reverse("agreements:edit", args=[row.reference, group]), {"seen": row.revision, **values})
        assert answer.status_code == 302, answer.context["form"].errors
        return answer.headers["Location"]

    post("facts", {"kind": "agreement", "title_en": "On the centre", "signed_on": "2016-09-09", "is_public": "on"})
    nia, ministry = cast.organisations["nia"], cast.organisations["ministry_by"]
    post(
        "parties",
        {
            "parties-TOTAL_FORMS": 3,
            "parties-INITIAL_FORMS": 0,
            "parties-0-organisation": ministry.pk,
            "parties-0-signatory": "Ivan Sample",
            "parties-0-signatory_title_en": "Minister",
            "parties-1-organisation": nia.pk,
            "parties-1-signatory": "Kim Sample",
            "parties-1-signatory_title_en": "President",
        },
    )
    post(
        "term",
        {
            "in_force_on": "2016-09-09",
            "ends_on": "2026-09-08",
            "renewal_months": 0,
            "notice_months": 6,
            "languages": ["en", "ko"],
            "other_languages": ["ka"],
            "prevailing": "en",
        },
    )
    post(
        "articles",
        {
            "articles-TOTAL_FORMS": 1,
            "articles-INITIAL_FORMS": 0,
            "articles-0-number": "3",
            "articles-0-text_en": "The sides open a centre.",
        },
    )
    article = row.articles.get()
    last = post(
        "commitments",
        {
            "commitments-TOTAL_FORMS": 1,
            "commitments-INITIAL_FORMS": 0,
            "commitments-0-article": article.pk,
            "commitments-0-text_en": "Give rooms",
            "commitments-0-owner": "a",
            "commitments-0-due_on": "2017-03-01",
            "commitments-0-recurs": "on",
        },
    )
    row.refresh_from_db()
    party = row.parties.get(organisation=nia)
    assert last == row.get_absolute_url()
    assert (row.languages, row.prevailing, row.notice_by()) == (["en", "ko", "ka"], "en", date(2026, 3, 8))
    assert (party.side, party.name_then["ko"]) == ("b", "한국정보화진흥원")
    assert list(row.commitments.values_list("number", "owner", "recurs")) == [(1, "a", True)]


def test_names_follow_the_day_of_signing_unless_they_were_corrected(cast, officer, draft):
    rows = [
        {"organisation": cast.organisations["nia"], "signatory": "Kim", "signatory_title": {"en": "President"}},
        {
            "organisation": cast.organisations["ministry_by"],
            "signatory": "Ivan",
            "signatory_title": {"en": "Minister"},
            "name_then": {"en": "As written on the paper"},
        },
    ]
    row = save_parties(draft, by=officer, seen=draft.revision, rows=rows)
    edit_agreement(row, by=officer, seen=row.revision, signed_on=date(2022, 1, 1))
    names = {party.organisation.pk: dict(party.name_then) for party in row.parties.all()}
    nia, ministry = cast.organisations["nia"], cast.organisations["ministry_by"]
    assert names == {nia.pk: dict(nia.name), ministry.pk: {"en": "As written on the paper"}}


def test_two_officers_lose_nobody_s_words(draft, officer, client_of):
    User.objects.update(language="en")
    first = edit_agreement(draft, by=officer, seen=draft.revision, title={"en": "First"})
    with pytest.raises(ChangedMeanwhileError):
        edit_agreement(draft, by=officer, seen=draft.revision, title={"en": "Second"})
    url = reverse("agreements:edit", args=[draft.reference, "facts"])
    answer = client_of(officer).post(
        url, {"seen": 1, "kind": "agreement", "title_en": "Typed meanwhile", "signed_on": "2016-09-09"}
    )
    draft.refresh_from_db()
    page = answer.content.decode()
    assert (dict(draft.title), first.revision) == ({"en": "First"}, 2)
    assert "A colleague has saved this record" in page
    assert "Typed meanwhile" in page
    assert f'name="seen" value="{draft.revision}"' in page


def test_what_lies_before_both_sides_is_not_changed(cast, officer, client_of, director_by, official_by):
    row = make_agreement(cast.centre, officer, status=AgreementStatus.PROPOSED)
    url = reverse("agreements:edit", args=[row.reference, "facts"])
    with pytest.raises(RefusedError):
        edit_agreement(row, by=officer, seen=row.revision, title={"en": "X"})
    assert {
        "officer": client_of(officer).get(url).status_code,
        "director": client_of(director_by).get(url).status_code,
        "stranger": client_of(official_by).get(url).status_code,
    } == {"officer": 409, "director": 403, "stranger": 404}


def test_nothing_stands_above_itself(cast, officer, draft):
    below = make_agreement(cast.centre, officer, parent=draft)
    with pytest.raises(RefusedError):
        edit_agreement(draft, by=officer, seen=draft.revision, parent=below)
    with pytest.raises(RefusedError):
        edit_agreement(draft, by=officer, seen=draft.revision, supersedes=draft)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"in_force_on": date(2016, 9, 8)}, "An agreement does not enter into force before it is signed."),
        ({"ends_on": date(2016, 9, 8)}, "An agreement cannot end before it is signed."),
        ({"renewal_months": 12}, "Only a term can be prolonged: give the last day."),
        ({"languages": ["ru"], "prevailing": "en"}, "The prevailing text is one of the authentic ones."),
    ],
)
def test_the_database_s_refusals_are_sentences(draft, officer, facts, sentence):
    with pytest.raises(RefusedError) as refused:
        edit_agreement(draft, by=officer, seen=draft.revision, **facts)
    draft.refresh_from_db()
    assert (str(refused.value.message), draft.revision) == (sentence, 1)


def test_an_article_with_a_commitment_stays_and_numbers_may_change_places(draft, officer):
    rows = [{"number": "1", "text": {"en": "One"}}, {"number": "2", "text": {"en": "Two"}}]
    row = save_articles(draft, by=officer, seen=draft.revision, rows=rows)
    one, two = row.articles.all()
    row = save_articles(
        row,
        by=officer,
        seen=row.revision,
        rows=[
            {"pk": two.pk, "number": "1", "text": {"en": "Two"}},
            {"pk": one.pk, "number": "2", "text": {"en": "One"}},
        ],
    )
    assert list(row.articles.values_list("pk", "number")) == [(two.pk, "1"), (one.pk, "2")]
    make_commitment(row, article=two)
    with pytest.raises(RefusedError):
        save_articles(row, by=officer, seen=row.revision, rows=[])
    with pytest.raises(RefusedError):
        save_articles(row, by=officer, seen=row.revision, rows=[{"number": "1", "text": {"en": "A"}}] * 2)


def test_a_commitment_belongs_to_an_article_of_its_agreement(cast, officer, draft):
    other = make_commitment(make_agreement(cast.centre, officer)).article
    rows = [{"article_id": other.pk, "text": {"en": "X"}, "owner": "a"}]
    with pytest.raises(RefusedError):
        save_commitments(draft, by=officer, seen=draft.revision, rows=rows)
    assert Commitment.objects.filter(agreement=draft).count() == 0


def test_a_body_signs_once(cast, officer, draft):
    row = {"organisation": cast.organisations["nia"], "signatory": "Kim", "signatory_title": {"en": "President"}}
    with pytest.raises(RefusedError):
        save_parties(draft, by=officer, seen=draft.revision, rows=[row, row])


def test_a_row_that_is_half_written_is_told_so(draft, officer, client_of, cast):
    url = reverse("agreements:edit", args=[draft.reference, "parties"])
    answer = client_of(officer).post(
        url,
        {
            "seen": 1,
            "parties-TOTAL_FORMS": 1,
            "parties-INITIAL_FORMS": 0,
            "parties-0-signatory": "Ivan Sample",
        },
    )
    assert answer.status_code == 200
    assert "Ivan Sample" in answer.content.decode()
    assert answer.context["rows"].errors[0]["organisation"] == [
        "A party is a body, with the name and the title of whoever signed for it."
    ]


# --- Texts -----------------------------------------------------------------------------------------------------------


def test_a_text_is_read_by_whoever_sees_the_record(cast, officer, client_of, official_ge):
    row = make_agreement(cast.centre, officer)
    make_parties(row, cast)
    answer = client_of(officer).post(
        reverse("agreements:add_text", args=[row.reference]),
        {"kind": "scan", "language": "en", "document": upload()},
    )
    assert answer.status_code == 302
    file = StoredFile.objects.about(row.texts.get()).get()
    public = met(client_of(), file.get_absolute_url())
    Agreement.objects.filter(pk=row.pk).update(is_public=False)
    assert (public, met(client_of(official_ge), file.get_absolute_url())) == (200, 404)


def test_a_text_of_a_draft_is_read_by_its_officers_alone(draft, officer, client_of, official_ge, director_by):
    draft = edit_agreement(draft, by=officer, seen=draft.revision, languages=["en"])
    text = add_text(draft, by=officer, kind=TextKind.AUTHENTIC, language="en", document=store(upload(), by=officer))
    url = StoredFile.objects.about(text).get().get_absolute_url()
    found = [met(client_of(who), url) for who in (None, official_ge, director_by)]
    assert found == [404, 404, 200]


def test_an_authentic_text_is_in_an_authentic_language_and_stands_there_once(cast, officer):
    row = make_agreement(cast.centre, officer, languages=["en"])
    with pytest.raises(RefusedError):
        add_text(row, by=officer, kind=TextKind.AUTHENTIC, language="be", document=store(upload(), by=officer))
    add_text(row, by=officer, kind=TextKind.TRANSLATION, language="be", document=store(upload(), by=officer))
    with pytest.raises(RefusedError):
        add_text(row, by=officer, kind=TextKind.TRANSLATION, language="be", document=store(upload(), by=officer))


def test_an_original_of_the_register_stays_a_translation_may_go(cast, officer, director_by, client_of):
    row = make_agreement(cast.centre, officer)
    scan, other = (
        add_text(row, by=officer, kind=kind, language="ru", document=store(upload(), by=officer))
        for kind in (TextKind.SCAN, TextKind.TRANSLATION)
    )
    with pytest.raises(PermissionDenied):
        remove_text(scan, by=officer)
    url = reverse("agreements:remove_text", args=[row.reference, other.pk])
    assert client_of(director_by).get(url).status_code == 403
    assert client_of(officer).post(url).status_code == 302
    assert list(row.texts.all()) == [scan]


# --- The table -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"in_force_on": date(2016, 9, 8)},
        {"ends_on": date(2016, 9, 8)},
        {"renewal_months": 1},
        {"prevailing": "be"},
        {"recorded_at": None},
        {"status": AgreementStatus.ENDED},
        {"end_kind": "expired"},
    ],
)
def test_the_database_refuses_what_cannot_be(cast, officer, fields):
    row = make_agreement(cast.centre, officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=row.pk).update(**fields)


def test_proposing_asks_for_parties_and_languages(draft, officer):
    with pytest.raises(RefusedError) as refused:
        propose(draft, by=officer)
    assert str(refused.value.message) == (
        "Name at least two parties that signed. Say in which languages the text is authentic."
    )
