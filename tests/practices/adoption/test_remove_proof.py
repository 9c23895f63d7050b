"""A document is taken away while the report is being written, and not after."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.refusal import RefusedError
from files.models import StoredFile
from practices.actions import adopting


def at(name, adoption, *more):
    return reverse(f"practices:{name}", args=[adoption.practice.reference, adoption.pk, *more])


@pytest.fixture
def document(client_of, begun, official_by):
    file = SimpleUploadedFile("order-84.txt", b"order")
    client_of(official_by).post(at("add_proof", begun.adoption), {"document": file})
    return StoredFile.objects.about(begun).get()


def test_it_is_gone_after_one_has_said_so_twice(client_of, begun, document, official_by):
    address = at("remove_proof", begun.adoption, document.public_id)
    assert "order-84.txt" in client_of(official_by).get(address).content.decode()
    assert client_of(official_by).post(address).status_code == 302
    assert "order-84.txt" not in client_of(official_by).get(begun.adoption.get_absolute_url()).content.decode()


def test_what_was_filed_keeps_its_proof(begun, document, focal_by, official_by):
    row = adopting.file_report(begun, by=focal_by)
    with pytest.raises(RefusedError, match="no longer being written"):
        adopting.remove_proof(row, by=official_by, file=document)


def test_the_owner_takes_nothing_away(client_of, begun, document, focal_kr):
    address = at("remove_proof", begun.adoption, document.public_id)
    assert client_of(focal_kr).post(address).status_code == 404
