"""The way to the readers: who writes proposes, somebody else publishes, returns or withdraws."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from pages.actions.publishing import propose, publish, reopen, send_back, withdraw
from pages.actions.writing import edit_facts, edit_text, facts_mark
from pages.models import Page, PageText
from people.models import User
from tests.events.builders import make_event
from tests.pages.builders import correct, fresh, make_draft, make_release, words


def verbs(row):
    return list(JournalEntry.objects.about(row).order_by("pk").values_list("verb", flat=True))


def test_what_is_proposed_is_published_by_somebody_else(cast, officer, director_kr, heard):
    row = make_draft(cast, "en", "ru")
    propose(row, by=officer)
    assert heard() == [("page_proposed", {"page": row, "by": officer})]
    with pytest.raises(PermissionDenied):
        publish(row, by=officer)
    row = publish(row, by=director_kr)
    assert heard() == [("page_published", {"page": row, "by": director_kr, "languages": ["en", "ru"]})]
    assert (row.status, row.title) == ("published", {"en": "A centre opens", "ru": "Открывается центр"})
    assert verbs(row) == ["write", "edit_text", "propose", "publish"]
    texts = row.texts.order_by("language").values_list("language", "state", "published_by", "is_correction")
    assert list(texts) == [("en", "published", director_kr.pk, False), ("ru", "published", director_kr.pk, False)]


def test_whoever_has_written_one_of_the_texts_does_not_publish_them(cast, officer, director_by, director_kr):
    row = make_draft(cast)
    edit_text(row, by=director_by, language="be", seen=0, shown=1, **words("be"))
    propose(row, by=officer)
    for who in (officer, director_by, cast.people["admin_user"], cast.people["official_by"]):
        with pytest.raises(PermissionDenied):
            publish(row, by=who)
    assert publish(row, by=director_kr).status == "published"


def test_the_database_refuses_a_text_published_by_its_writer(cast, officer):
    row = make_release(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        PageText.objects.filter(page=row).update(published_by=officer)


def test_a_correction_is_a_new_wording_and_the_old_one_is_kept(cast, client_of):
    row = make_release(cast, "en", "ru")
    row = correct(cast, row, "en", note="The day was wrong.")
    texts = row.texts.filter(language="en").order_by("revision")
    assert list(texts.values_list("revision", "state", "is_correction")) == [(1, "past", False), (2, "published", True)]
    client = client_of()
    english = client.get(f"{row.get_absolute_url()}?language=en", headers={"accept-language": "en"}).content.decode()
    for part in ("A centre opens again", "Corrected on:", "The day was wrong."):
        assert part in english
    russian = client.get(f"{row.get_absolute_url()}?language=ru", headers={"accept-language": "en"}).content.decode()
    assert "The original has changed since this translation was made." in russian
    assert "Corrected on:" not in russian


def test_it_is_read_before_it_is_published(cast, officer, director_by, client_of):
    """Whoever publishes a page that was open while it was returned, changed and proposed again, reads it again."""
    row = make_draft(cast)
    propose(row, by=officer)
    url = reverse("pages:publish", args=[row.reference])
    client = client_of(director_by)

    def seen() -> str:
        answer = client.get(url)
        assert "A centre opens" in answer.content.decode()
        return answer.context["form"]["seen"].value()

    def change(**facts: Any) -> None:
        send_back(row, by=officer, reason="One more word.")
        if facts:
            edit_facts(fresh(row), by=officer, seen=facts_mark(fresh(row)), **facts)
        else:
            edit_text(row, by=officer, language="en", seen=1, **words("en", " soon"))
        propose(row, by=officer)

    for changed in ({}, {"day": date(2018, 1, 2), "about": []}, {"about": [make_event(cast.centre)]}):
        read = seen()
        change(**changed)
        assert client.post(url, {"seen": read}).status_code == 200
        assert fresh(row).status == "proposed"
    assert client.post(url, {"seen": seen()}).status_code == 302
    assert fresh(row).status == "published"


def test_nothing_is_proposed_where_nothing_was_written(cast, client_of, officer):
    row = make_release(cast)
    with pytest.raises(RefusedError):
        propose(row, by=officer)
    assert fresh(row).status == "published"
    assert client_of(officer).post(reverse("pages:propose", args=[row.reference])).status_code == 409


def test_send_back(cast, officer, director_by, heard, client_of):
    draft, live = make_draft(cast), make_release(cast)
    edit_text(live, by=officer, language="en", seen=1, **words("en", "!"))
    for row in (draft, live):
        propose(row, by=officer)
    heard()
    assert send_back(draft, by=director_by, reason="Say who signed.").status == "draft"
    assert heard() == [("page_returned", {"page": draft, "by": director_by, "reason": "Say who signed."})]
    url = reverse("pages:send_back", args=[live.reference])
    assert client_of(director_by).post(url, {"reason": ""}).status_code == 200
    assert client_of(director_by).post(url, {"reason": "No."}).status_code == 302
    live = fresh(live)
    assert (live.status, live.is_public, live.title) == ("published", True, {"en": "A centre opens"})
    for row in (draft, live):
        with pytest.raises(RefusedError):
            send_back(row, by=director_by, reason="Again.")


def test_withdraw(cast, officer, heard, client_of):
    """What was read says at its address that it was withdrawn; what was never read is unknown."""
    live, draft = make_release(cast), make_draft(cast)
    heard()
    withdraw(live, by=officer, reason="Two figures were wrong.")
    withdraw(draft, by=officer, reason="Given up.")
    assert [name for name, _said in heard()] == ["page_withdrawn", "page_withdrawn"]
    visitor = client_of()
    answer = visitor.get(live.get_absolute_url())
    text = answer.content.decode()
    assert (answer.status_code, live.reference in text, "A centre opens" in text, "figures" in text) == (
        410,
        True,
        False,
        False,
    )
    assert visitor.get(draft.get_absolute_url()).status_code == 404
    assert live.get_absolute_url() not in visitor.get(reverse("pages:list")).content.decode()
    for who in ("admin_user", "official_by"):
        with pytest.raises(PermissionDenied):
            withdraw(make_release(cast), by=cast.people[who], reason="x")


def test_reopen(cast, officer, director_by, client_of):
    row = make_release(cast)
    with pytest.raises(RefusedError):
        reopen(row, by=officer)
    withdraw(row, by=officer, reason="Wrong.")
    with pytest.raises(PermissionDenied):
        reopen(row, by=cast.people["official_by"])
    assert client_of(officer).post(reverse("pages:reopen", args=[row.reference])).status_code == 302
    assert client_of().get(row.get_absolute_url()).status_code == 404
    assert propose(row, by=officer).status == "proposed"
    assert publish(row, by=director_by).status == "published"
    assert client_of().get(row.get_absolute_url()).status_code == 200


def test_who_only_reads_is_refused_and_a_stranger_finds_nothing(cast, client_of):
    User.objects.update(language="en")
    live, draft = make_release(cast), make_draft(cast)
    screens = ("propose", "publish", "send_back", "withdraw", "reopen")
    met = {
        (who, row.status): {
            client_of(cast.people[who]).get(reverse(f"pages:{screen}", args=[row.reference])).status_code
            for screen in screens
        }
        for who in ("official_by", "official_ge")
        for row in (live, draft)
    }
    assert met == {
        ("official_by", "published"): {403},
        ("official_by", "draft"): {404},
        ("official_ge", "published"): {403},
        ("official_ge", "draft"): {404},
    }
    assert Page.objects.filter(status="published").count() == 1
