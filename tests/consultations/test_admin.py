"""Administration finds a request by its number, and reads none of its words."""

import pytest

from consultations.models import Consultation
from core.models import JournalEntry
from tests.cast import sign_in
from tests.consultations import builders as build

pytestmark = pytest.mark.django_db
LIST = "/admin/consultations/consultation/"


@pytest.fixture
def found(admin_user):
    client = sign_in(admin_user)
    return lambda text="": {row.pk for row in client.get(LIST, {"q": text}).context["cl"].result_list}


def test_it_is_found_by_number_and_not_by_words(cast, found):
    row = build.registered(cast)
    assert (found(row.reference), found(), found("платформа")) == ({row.pk}, {row.pk}, set())


def test_a_draft_that_nobody_has_sent_is_not_there(cast, found):
    build.draft(cast)
    assert (found(), Consultation.objects.count()) == (set(), 1)


def test_the_title_of_a_confidential_request_is_not_shown(cast, admin_user):
    build.registered(cast, is_confidential=True)
    assert build.TITLE not in sign_in(admin_user).get(LIST).content.decode()


def test_the_journal_shows_no_reasons(cast, admin_user):
    build.returned(cast)
    entry = JournalEntry.objects.get(verb="return")
    page = sign_in(admin_user).get(f"/admin/core/journalentry/{entry.pk}/change/")
    assert (page.status_code, "Уточните вопрос" in page.content.decode()) == (200, False)
