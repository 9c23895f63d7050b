"""A turned key cannot be unturned behind the workflow's back."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core.models import Signature
from tests.core.toy.models import Paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def signature(official_by):
    kind = ContentType.objects.get_for_model(Paper)
    return Signature.objects.create(content_type=kind, object_id=1, step="agree", key="left", by=official_by)


def refused(sql, *values):
    with pytest.raises(IntegrityError, match="never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
    return True


def test_it_takes_effect_or_is_cleared_once(signature):
    Signature.objects.filter(pk=signature.pk).update(settled_at=timezone.now())
    assert refused("UPDATE core_signature SET settled_at = NULL WHERE id = %s", signature.pk)
    assert refused("UPDATE core_signature SET cleared_at = now() WHERE id = %s", signature.pk)


def test_who_signed_what_is_never_changed(signature, director_by):
    assert refused("UPDATE core_signature SET by_id = %s WHERE id = %s", director_by.pk, signature.pk)
    assert refused("UPDATE core_signature SET key = 'right' WHERE id = %s", signature.pk)
    assert refused("DELETE FROM core_signature WHERE id = %s", signature.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        signature.delete()
