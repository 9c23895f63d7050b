import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.documents import add_document, remove_document
from core.refusal import RefusedError
from files.actions import store
from files.models import StoredFile
from files.policies import files_of, readable_by
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.factories import appoint, make_user
from tests.files.builders import upload


@pytest.fixture
def document(draft, official_by):
    return add_document(draft, by=official_by, document=store(upload(), by=official_by))


def test_it_is_gone_for_everybody(draft, document, official_by, told):
    removed = remove_document(draft, by=official_by, document=document)
    assert (files_of(draft, official_by), readable_by(official_by, removed)) == ([], False)
    assert told(draft)[-1] == ("remove_document", "", "", "official@by.example", "")


def test_by_a_focal_point_too(draft, document):
    focal_point = make_user()
    appoint(focal_point, "focal_point", draft.organisation)
    remove_document(draft, by=focal_point, document=document)
    assert StoredFile.objects.kept().count() == 0


def test_not_once_the_request_is_sent(draft, document, official_by):
    row = build.drafting.submit(draft, by=official_by)
    with pytest.raises(RefusedError, match="Only a draft is edited"):
        remove_document(row, by=official_by, document=document)
    assert files_of(row, official_by) == [document]


def test_a_colleague_or_a_stranger_does_not(draft, document, official_ge):
    colleague = make_user()
    appoint(colleague, "member", draft.organisation)
    for person in (colleague, official_ge):
        with pytest.raises(PermissionDenied):
            remove_document(draft, by=person, document=document)


def test_a_document_of_another_request_is_not_here(cast, draft, document, official_by, screen):
    other = build.draft(cast)
    with pytest.raises(StoredFile.DoesNotExist):
        remove_document(other, by=official_by, document=document)
    assert screen("official_by", "remove_document", other, document.public_id).status_code == 404


def test_the_screen(draft, document, knock, screen):
    assert knock("remove_document", draft, document.public_id) == doors(official_by=200)
    assert StoredFile.objects.kept().count() == 1
    answer = screen("official_by", "remove_document", draft, document.public_id, yes="1")
    assert (answer["Location"], StoredFile.objects.kept().count()) == (draft.get_absolute_url(), 0)
    assert screen("official_by", "remove_document", draft, document.public_id, yes="1").status_code == 404
