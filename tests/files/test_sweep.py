"""What is left behind goes by itself: never attached, removed, or of a transaction that came to nothing."""

import os
import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from core.refusal import RefusedError
from files.actions import remove, store
from files.models import StoredFile
from files.tasks import sweep
from tests.files import builders as build

DAY = 24 * 3600


def grow_old(media):
    """As if a day had gone by for the bytes."""
    for path in media.rglob("*"):
        os.utime(path, (time.time() - DAY - 60,) * 2)


def test_a_rolled_back_file_leaves_no_bytes(official_by, media, bytes_kept):
    @transaction.atomic
    def act():
        store(build.upload(), by=official_by)
        raise RefusedError("Too late.")

    with pytest.raises(RefusedError):
        act()
    assert (StoredFile.objects.count(), bytes_kept()) == (0, 1)
    assert (sweep(), bytes_kept()) == ({"discarded": 0, "erased": 0, "without_row": 0}, 1)  # may still be written
    grow_old(media)
    assert (sweep(), bytes_kept()) == ({"discarded": 0, "erased": 0, "without_row": 1}, 0)


def test_what_belongs_to_something_stays(stored, media, bytes_kept):
    file = stored()
    grow_old(media)
    StoredFile.objects.update(created_at=timezone.now() - timedelta(days=400))
    assert (sweep(), bytes_kept()) == ({"discarded": 0, "erased": 0, "without_row": 0}, 1)
    assert list(StoredFile.objects.kept()) == [file]


def test_what_was_never_attached_goes_after_a_day(official_by, bytes_kept, told):
    file, fresh = store(build.upload(), by=official_by), store(build.upload(), by=None)
    StoredFile.objects.filter(pk=file.pk).update(created_at=timezone.now() - timedelta(hours=25))
    assert (sweep(), bytes_kept()) == ({"discarded": 1, "erased": 1, "without_row": 0}, 1)
    assert list(StoredFile.objects.kept()) == [fresh]
    assert [(verb, who) for verb, who, _data in told(file)] == [
        ("store", "official@by.example"),
        ("discard", ""),
        ("erase", ""),
    ]


def test_removed_files_lose_bytes_and_name(stored, official_by, bytes_kept):
    file = stored(name="паспорт.pdf")
    remove(file, by=official_by, permission="toy.send")
    assert (sweep(), bytes_kept()) == ({"discarded": 0, "erased": 1, "without_row": 0}, 0)
    file.refresh_from_db()
    assert (file.name, file.erased_at is not None) == (file.reference, True)
    assert sweep() == {"discarded": 0, "erased": 0, "without_row": 0}


def test_nothing_handed_in_yet(db):
    assert sweep() == {"discarded": 0, "erased": 0, "without_row": 0}
