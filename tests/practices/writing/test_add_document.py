import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.refusal import RefusedError
from files.actions import store
from files.models import StoredFile
from practices.actions.documents import MOST, add_document, remove_document
from practices.actions.proposing import propose
from tests.cast import PEOPLE
from tests.practices.writing.conftest import words


def upload(name="law.txt"):
    return SimpleUploadedFile(name, b"Law of 2011 on electronic extracts.\n", content_type="text/plain")


def given(practice, by):
    return add_document(practice, by=by, document=store(upload(), by=by), language="ko")


def opened(client, document):
    answer = client.get(document.get_absolute_url())
    answer.getvalue()
    return answer.status_code


def test_whoever_sees_the_entry_opens_it(draft, published, advisor_kr, advisor2_kr, official_ge, focal_kr, client_of):
    hidden, shown = given(draft, advisor_kr), given(published, focal_kr)
    assert [opened(client_of(who), hidden) for who in (advisor2_kr, official_ge)] == [200, 404]
    assert opened(client_of(), shown) == 200
    assert (hidden.language, hidden.permission) == ("ko", "practices.view")


def test_who_may_add(draft, published, advisor_kr, advisor2_kr, official_ge, officer):
    for who in (advisor2_kr, official_ge, officer):
        with pytest.raises(PermissionDenied):
            given(draft, who)
    for who in (advisor2_kr, official_ge):
        with pytest.raises(PermissionDenied):
            given(published, who)
    assert given(published, officer).by == officer


def test_what_is_being_checked_stays_as_it_is(draft, advisor_kr):
    document = given(draft, advisor_kr)
    propose(draft, by=advisor_kr)
    with pytest.raises(RefusedError, match="Files are added to a draft"):
        given(draft, advisor_kr)
    with pytest.raises(RefusedError, match="Files are added to a draft"):
        remove_document(draft, by=advisor_kr, document=document)


def test_twenty_are_enough(draft, advisor_kr):
    for _number in range(MOST):
        given(draft, advisor_kr)
    with pytest.raises(RefusedError, match="20 files are the most"):
        given(draft, advisor_kr)


def test_the_screens_open_to_those_who_write(draft, advisor_kr, focal_kr, screen):
    document = given(draft, advisor_kr)
    for name, args in (("add_document", ()), ("remove_document", (document.public_id,))):
        met = {who: screen(who, name, draft, *args).status_code for who in (*PEOPLE, "focal_kr")}
        assert met == {**dict.fromkeys(PEOPLE, 404), "advisor_kr": 200, "focal_kr": 200, "advisor2_kr": 403}
        assert screen(None, name, draft, *args).status_code == 302


def test_added_and_removed_by_hand(draft, advisor_kr, client_of):
    client = client_of(advisor_kr)
    answer = client.post(reverse("practices:add_document", args=[draft.reference]), {"document": upload()})
    assert answer["Location"] == f"/practices/{draft.reference}/edit/evidence/"
    document = StoredFile.objects.about(draft).get()
    assert document.name in words(client.get(answer["Location"]))
    url = reverse("practices:remove_document", args=[draft.reference, document.public_id])
    assert client.post(url)["Location"] == f"/practices/{draft.reference}/edit/evidence/"
    assert StoredFile.objects.about(draft).count() == 0
    assert client.post(url).status_code == 404


def test_what_is_there_can_be_removed_from_what_is_published(published, focal_kr, client_of):
    document, client = given(published, focal_kr), client_of(focal_kr)
    url = reverse("practices:remove_document", args=[published.reference, document.public_id])
    assert f'href="{url}"' in client.get(reverse("practices:add_document", args=[published.reference])).content.decode()
    assert client.post(url)["Location"] == f"/practices/{published.reference}/"
    assert StoredFile.objects.about(published).count() == 0
