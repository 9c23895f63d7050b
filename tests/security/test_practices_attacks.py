"""The library, as those meet it who are after what is not theirs: each test is an attack that must come to nothing."""

import time
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.localised import LocalisedText
from core.refusal import RefusedError
from people.enums import Function
from people.models import User
from practices.actions import adopting, changing, checking, proposing, shelves, translating
from practices.actions.deciding import decide
from practices.actions.drafting import save_draft
from practices.actions.publishing import make_live, open_languages
from practices.actions.reviewing import give_review
from practices.enums import ReviewState, Stage, Status, VersionState
from practices.export.written import practice_versions_written
from practices.markdown import rendered
from practices.models import Practice, Version
from tests.cast import Cast, sign_in
from tests.factories import appoint
from tests.practices.builders import give_language, make_practice, sections_in
from tests.practices.conftest import somebody
from tests.practices.deciding.building import make_review

pytestmark = pytest.mark.django_db
REPORT: dict[str, Any] = {
    "stage": Stage.PILOT,
    "since_on": date(2026, 3, 2),
    "language": "ru",
    "adaptations": "Формы приведены к закону.",
    "evidence": "Приказ № 84.",
}


@pytest.fixture
def draft(cast: Cast, advisor_kr: User) -> Practice:
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr)


@pytest.fixture
def published(cast: Cast, advisor_kr: User) -> Practice:
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)


@pytest.fixture
def focal_kr(cast: Cast) -> User:
    return somebody(cast, "focal_kr", "nia", Function.FOCAL_POINT)


@pytest.fixture
def contact_kr(cast: Cast) -> User:
    return somebody(cast, "contact_kr", "nia", Function.CONTACT_POINT)


@pytest.fixture
def focal_by(cast: Cast) -> User:
    return somebody(cast, "focal_by", "services_by", Function.FOCAL_POINT)


def address(name: str, practice: Practice, *args: Any) -> str:
    return reverse(f"practices:{name}", args=[practice.reference, *args])


def again(user: User) -> User:
    return User.objects.get(pk=user.pk)


def says(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def whole(version: Version) -> Version:
    version.practice = Practice.objects.get(pk=version.practice_id)
    return version


def test_nobody_turns_both_keys_of_a_report_by_filing_it(cast, published, official_by, focal_by):
    appoint(focal_by, Function.FOCAL_POINT, cast.organisations["nia"])
    both = again(focal_by)
    report = adopting.begin_adoption(published, by=official_by, adopter=cast.organisations["services_by"], **REPORT)
    filed = adopting.file_report(report, by=both)
    assert (filed.state, filed.adoption.stage) == ("filed", "")
    with pytest.raises(RefusedError):
        adopting.confirm_report(filed, by=both)


def test_reasons_against_an_entry_wait_for_the_second_key(cast, advisor_kr, director_by):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.DECISION)
    decide(practice, by=director_by, accepts=False, reasons={advisor_kr.language: "몰래 쓴 이유", "en": "Quiet words."})
    page = says(sign_in(advisor_kr), address("progress", practice))
    assert ("몰래 쓴 이유" in page, "Quiet words." in page) == (False, False)
    assert "몰래 쓴 이유" in says(sign_in(director_by), address("progress", practice))


def test_what_was_confirmed_of_a_change_is_what_was_read(published, advisor_kr, focal_kr, officer):
    version = changing.begin_change(published, by=advisor_kr)
    version = save_draft(whole(version), by=advisor_kr, seen=0, lessons="읽은 말.")
    version = changing.submit_change(version, by=advisor_kr, change_reason="이유")
    page = sign_in(focal_kr).get(address("changes", published, 2)).content.decode()
    read = {"seen": page.partition('name="seen" value="')[2].partition('"')[0]}
    version = changing.reopen_change(version, by=advisor_kr)
    version = save_draft(whole(version), by=advisor_kr, seen=version.lock, lessons="몰래 바꾼 말.")
    changing.submit_change(version, by=advisor_kr, change_reason="이유")
    client = sign_in(focal_kr)
    assert client.post(address("check_change", published, 2), read).status_code == 409
    assert client.post(address("check_change", published, 2), {"seen": "9" * 5000}).status_code == 409
    assert Version.objects.get(pk=version.pk).state == VersionState.PROPOSED
    assert client.post(address("check_change", published, 2), {"seen": version.lock}).status_code == 302


def test_whoever_has_no_post_any_more_changes_nothing_that_is_published(
    cast, published, official_by, focal_by, focal_kr
):
    report = adopting.begin_adoption(published, by=official_by, adopter=cast.organisations["services_by"], **REPORT)
    adopting.confirm_report(adopting.file_report(report, by=focal_by), by=focal_kr)
    version = changing.begin_change(published, by=official_by)
    official_by.appointments.update(ends_on=date(2020, 1, 1))
    gone = again(official_by)
    with pytest.raises(PermissionDenied):
        save_draft(whole(version), by=gone, seen=0, lessons="Из мести.")
    assert sign_in(gone).get(address("changes", published, 2)).status_code == 404


def test_a_public_collection_is_kept_by_officers_alone(cast, published, officer):
    collection = shelves.create_collection(by=officer, name="For the conference")
    shelves.publish_collection(collection, by=officer, public=True)
    officer.appointments.update(ends_on=date(2020, 1, 1))
    gone = again(officer)
    with pytest.raises(PermissionDenied):
        shelves.edit_collection(collection, by=gone, name="In the name of the centre")
    with pytest.raises(PermissionDenied):
        shelves.add_to_collection(collection, by=gone, practice=published, note="My own words")
    shelves.publish_collection(collection, by=gone, public=False)


def test_who_did_what_in_an_adoption_is_told_to_both_sides_alone(
    cast, published, official_by, focal_by, focal_kr, official_ge
):
    report = adopting.begin_adoption(published, by=official_by, adopter=cast.organisations["services_by"], **REPORT)
    report = adopting.confirm_report(adopting.file_report(report, by=focal_by), by=focal_kr)
    url = report.get_absolute_url()
    name = official_by.family_name
    assert (name in says(sign_in(official_ge), url), name in says(sign_in(focal_kr), url)) == (False, True)


def test_json_that_is_nested_without_end_breaks_nothing(cast, draft, advisor_kr, official_by, published):
    nested = "[" * 100_000
    client = sign_in(advisor_kr)
    answer = client.post(address("save", draft, "story"), {"seen": "0", "read": nested, "lessons": "배웠다."})
    assert answer.status_code == 200
    give_language(cast.centre, official_by, "ru")
    sent = {"seen": "0", "read": nested, "shown": nested, "title": "Шлюз"}
    assert sign_in(official_by).post(address("save_translation", published, "ru"), sent).status_code == 200


def test_numbers_without_end_break_nothing(cast, published, official_by, contact_by, client):
    digits = "9" * 5000
    assert client.get(reverse("practices:list"), {"q": "gateway", "page": digits}).status_code == 200


@pytest.mark.parametrize(
    "text", ["㌀" * 200, "ﷺ" * 200, "a" * 200, "ы" * 200, "가" * 200, "'\\" * 100, "ʰ²ⅷ" * 60, "a:*&|!()<->b"]
)
def test_whatever_is_typed_into_the_search_finds_something_or_nothing(published, client, text):
    assert client.get(reverse("practices:list"), {"q": text}).status_code == 200


def test_a_heading_without_words_breaks_no_paper(cast, advisor_kr, client):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    version = practice.versions.live().get()
    version.sections["lessons"] = "# \n\n## &nbsp;\n\n배웠다."
    version.save()
    assert client.get(address("paper_pdf", practice)).status_code == 200


def test_a_draft_without_a_title_is_a_paper(cast, advisor_kr):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, text={})
    assert sign_in(advisor_kr).get(address("paper_pdf", practice)).status_code == 200


def test_a_table_is_no_larger_than_what_was_typed():
    text = ("|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n" + "|a|\n" * 2600)[:12_000]
    before = time.monotonic()
    assert len(rendered(text)) < 10 * len(text)
    assert time.monotonic() - before < 1


def test_the_public_reads_no_original_that_was_never_published(
    cast, advisor_kr, officer, official_by, contact_by, client
):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.REVIEW)
    version = whole(practice.versions.get())
    version.sections["lessons"] = "비밀 문장."
    version.save()
    open_languages(practice)
    for person, duty in ((official_by, "translate"), (contact_by, "check")):
        give_language(cast.centre, person, "ru", duty)
    row = translating.translate(
        practice.translations.get(language="ru"), by=official_by, seen=0, texts=sections_in("ru")
    )
    row = translating.hand_over_translation(row, by=official_by)
    translating.check_translation(row, by=contact_by, seen=row.lock)
    version.sections["lessons"] = "공개된 문장."
    version.save()
    with transaction.atomic():
        today = timezone.localdate()
        dates = {"published_at": timezone.now(), "verified_on": today, "recheck_on": today + timedelta(days=365)}
        Practice.objects.filter(pk=practice.pk).update(status=Status.PUBLISHED, **dates)
        make_live(whole(version), by=None)
    page = says(client, address("changes_since", practice, "ru"))
    assert ("비밀" in page, "lessons ru" in page) == (False, True)
    assert "비밀" in says(sign_in(again(official_by)), address("translate", practice, "ru"))


def test_whoever_proposes_for_a_colleague_does_not_confirm_the_facts(draft, focal_kr, contact_kr):
    save_draft(whole(draft.versions.get()), by=focal_kr, seen=0, lessons="내가 쓴 말.")
    proposed = proposing.propose(draft, by=focal_kr)
    with pytest.raises(RefusedError):
        checking.confirm_facts(proposed, by=focal_kr)
    assert checking.confirm_facts(proposed, by=contact_kr).status == Status.REVIEW


def test_whoever_submits_a_change_for_a_colleague_does_not_confirm_its_facts(published, advisor_kr, focal_kr):
    version = changing.begin_change(published, by=advisor_kr)
    version = save_draft(whole(version), by=focal_kr, seen=0, lessons="내가 쓴 말.")
    version = changing.submit_change(version, by=focal_kr, change_reason="이유")
    with pytest.raises(RefusedError):
        changing.check_change(version, by=focal_kr)


def test_nobody_draws_kits_without_end(published, client):
    url = address("transfer_kit", published)
    for _ in range(10):
        client.get(reverse("practices:collection_paper"))
    assert client.get(url).status_code == 429
    assert client.get(address("paper_pdf", published)).status_code == 200


def test_a_reviewer_of_once_reads_no_change_under_way(cast, published, advisor_kr, official_ge, officer):
    make_review(published, official_ge, officer, state=ReviewState.GIVEN)
    version = changing.begin_change(published, by=advisor_kr)
    save_draft(whole(version), by=advisor_kr, seen=0, lessons="아직 아무도 못 읽는다.")
    reader = sign_in(official_ge)
    pages = [reader.get(address(*one)).status_code for one in _pages_of_a_change(published)]
    assert pages == [404, 404, 404, 404]
    assert "/versions/2/" not in says(reader, address("versions", published))


def _pages_of_a_change(practice):
    return [
        ("version", practice, 2),
        ("changes", practice, 2),
        ("preview", practice),
        ("edit", practice),
    ]


def test_whoever_joins_the_owner_does_not_review_its_practice(cast, advisor_kr, official_ge, officer):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.REVIEW)
    review = make_review(practice, official_ge, officer)
    said = {"has_no_conflict": True, "scores": {}, "verdict": "publish", "comment": LocalisedText(en="Good.")}
    appoint(official_ge, Function.MEMBER, cast.organisations["nia"])
    with pytest.raises(RefusedError):
        give_review(review, by=again(official_ge), seen=0, **said)


def test_the_administration_reads_no_texts_of_translators(cast, published, admin_user):
    row = published.translations.get(language="ru")
    row.draft, row.sources = {"lessons": "Черновик переводчика."}, {"-5": "비밀 문장."}
    row.save()
    page = says(sign_in(admin_user), reverse("admin:practices_translation_change", args=[row.pk]))
    assert ("Черновик" in page, "비밀" in page, published.reference in page) == (False, False, True)


def test_whoever_has_left_takes_no_later_words_of_colleagues_along(draft, advisor_kr, focal_kr):
    advisor_kr.appointments.update(ends_on=date(2020, 1, 1))
    gone = again(advisor_kr)
    save_draft(whole(draft.versions.get()), by=focal_kr, seen=0, lessons="동료가 나중에 쓴 말.")
    taken = list(practice_versions_written(gone))
    assert [(one["number"], "동료가" in str(one)) for one in taken] == [(draft.reference, False)]
    advisor_kr.appointments.update(ends_on=None)
    assert "동료가" in str(list(practice_versions_written(again(advisor_kr))))
