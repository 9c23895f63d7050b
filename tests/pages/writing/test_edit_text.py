"""A text is written and translated; a translation remembers which revision of the original it was made from."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from pages.actions.publishing import propose, withdraw
from pages.actions.writing import ChangedTextError, discard_text, edit_text, working_texts
from pages.models import PageText
from people.models import User
from tests.pages.builders import correct, fresh, make_draft, make_release, words


def revisions(page):
    """Language → revision, the revision of the original it follows, and where it stands."""
    return {code: (text.revision, text.of_revision, text.state) for code, text in sorted(working_texts(page).items())}


def test_a_draft_counts_its_changes_and_a_save_of_nothing_is_none(cast, officer):
    row = make_draft(cast)
    edit_text(row, by=officer, language="en", seen=1, **words("en"))
    assert revisions(row) == {"en": (1, None, "draft")}
    edit_text(row, by=officer, language="en", seen=1, **words("en", " today"))
    assert revisions(row) == {"en": (2, None, "draft")}
    assert fresh(row).title == {"en": "A centre opens today"}


def test_a_translation_is_outdated_until_somebody_says_that_it_follows(cast, officer):
    row = make_draft(cast, "en", "ru")
    edit_text(row, by=officer, language="en", seen=1, **words("en", " today"))
    edit_text(row, by=officer, language="ru", seen=1, shown=2, **words("ru", "!"))
    assert revisions(row)["ru"] == (2, 1, "draft")
    edit_text(row, by=officer, language="ru", seen=2, shown=2, follows=True, **words("ru", "!"))
    assert revisions(row)["ru"] == (3, 2, "draft")


def test_a_translation_follows_no_original_that_is_not_there_yet(cast, officer):
    row = make_draft(cast)
    edit_text(row, by=officer, language="ko", seen=0, shown=900, **words("ko"))
    assert revisions(row)["ko"] == (1, 1, "draft")


def test_what_readers_see_stays_while_a_change_is_written(cast, client_of, officer, director_by):
    row = make_release(cast)
    edit_text(row, by=director_by, language="en", seen=1, note="The day.", **words("en", " today"))
    assert list(row.texts.order_by("revision").values_list("revision", "state", "title")) == [
        (1, "published", "A centre opens"),
        (2, "draft", "A centre opens today"),
    ]
    text = client_of().get(row.get_absolute_url()).content.decode()
    assert ("A centre opens today" in text, "The day." in text, fresh(row).title) == (
        False,
        False,
        {"en": "A centre opens"},
    )


def test_of_two_who_save_at_once_the_second_is_shown_the_first(cast, client_of, officer, director_by):
    User.objects.update(language="en")
    row = make_draft(cast)
    edit_text(row, by=director_by, language="en", seen=1, **words("en", " by the director"))
    with pytest.raises(ChangedTextError) as refused:
        edit_text(row, by=officer, language="en", seen=1, **words("en", " by the officer"))
    assert refused.value.theirs.title == "A centre opens by the director"
    url = reverse("pages:edit", args=[row.reference, "en"])
    sent = {"seen": "1", **words("en", " by the officer")}
    client = client_of(officer)
    text = client.post(url, sent).content.decode()
    for part in ("A colleague has saved", "A centre opens by the director", "A centre opens by the officer"):
        assert part in text
    assert 'name="seen" value="2"' in text
    assert client.post(url, {**sent, "seen": "2"}).status_code == 302
    assert revisions(row) == {"en": (3, None, "draft")}


def test_a_text_that_waits_or_is_withdrawn_is_not_changed(cast, client_of, officer):
    User.objects.update(language="en")
    row = make_draft(cast)
    propose(row, by=officer)
    url = reverse("pages:edit", args=[row.reference, "en"])
    with pytest.raises(RefusedError):
        edit_text(row, by=officer, language="en", seen=1, **words("en", "!"))
    answer = client_of(officer).post(url, {"seen": "1", **words("en", " kept for the writer")})
    assert (answer.status_code, "A centre opens kept for the writer" in answer.content.decode()) == (409, True)
    gone = make_release(cast)
    withdraw(gone, by=officer, reason="Wrong.")
    with pytest.raises(RefusedError):
        edit_text(gone, by=officer, language="en", seen=1, **words("en", "!"))


def test_the_original_stands_beside_its_translation(cast, client_of, officer):
    row = make_draft(cast, "ru")
    text = client_of(officer).get(reverse("pages:edit", args=[row.reference, "ko"])).content.decode()
    for part in ('class="original" lang="ru"', "Открывается центр: text.", 'name="shown" value="1"', 'lang="ko"'):
        assert part in text
    assert 'name="follows"' not in text
    assert client_of(officer).get(reverse("pages:edit", args=[row.reference, "xx"])).status_code == 404


def test_an_outdated_translation_asks_whether_it_follows(cast, client_of, officer):
    row = correct(cast, make_release(cast, "en", "ru"), "en")
    url = reverse("pages:edit", args=[row.reference, "ru"])
    client = client_of(officer)
    assert 'name="follows"' in client.get(url).content.decode()
    sent = {"seen": "1", "shown": "2", "follows": "on", **words("ru")}
    assert client.post(url, sent).status_code == 302
    assert revisions(row)["ru"] == (2, 2, "draft")


def test_who_may_not_write_writes_nothing(cast, client_of):
    row = make_release(cast)
    with pytest.raises(PermissionDenied):
        edit_text(row, by=cast.people["official_by"], language="en", seen=1, **words("en", "!"))
    url = reverse("pages:edit", args=[row.reference, "en"])
    met = [client_of(cast.people[who]).get(url).status_code for who in ("official_by", "official_ge", "admin_user")]
    assert met == [403, 403, 200]


def test_discard_text(cast, client_of, officer):
    """What is being written is thrown away; what readers see, and the only original, stay."""
    row = make_draft(cast, "en", "ru")
    discard_text(row, by=officer, language="ru")
    assert (revisions(row), fresh(row).title) == ({"en": (1, None, "draft")}, {"en": "A centre opens"})
    for language in ("en", "ru"):
        with pytest.raises(RefusedError):
            discard_text(row, by=officer, language=language)
    live = make_release(cast)
    edit_text(live, by=officer, language="en", seen=1, **words("en", "!"))
    url = reverse("pages:discard", args=[live.reference, "en"])
    assert client_of(officer).get(url).status_code == 200
    assert client_of(officer).post(url).status_code == 302
    assert revisions(live) == {"en": (1, None, "published")}
    assert client_of(officer).get(url).status_code == 404
    with pytest.raises(PermissionDenied):
        discard_text(live, by=cast.people["official_by"], language="en")
    assert PageText.objects.filter(page=live).count() == 1
