"""Take a file in, give it to what it belongs to, take it away; and sweep up after those who left."""

import hashlib
from datetime import timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from files.kinds import BY_ENDING, Kind, clean_name, ending_of
from files.looking import look
from files.models import StoredFile
from people.models import User

FOLDER = "files"
KEEP_UNATTACHED = timedelta(days=1)
BATCH = 500
MOST_UNATTACHED = 50  # a person


@transaction.atomic
def store(
    upload: File, *, by: User | None, about: Model | None = None, permission: str = "", language: str = ""
) -> StoredFile:
    """Check an upload and keep it: for `about`, read by whoever holds `permission` on it, or unattached for a day.

    `by=None` is a visitor without account. The caller has asked whether this person may add to `about`. Refused with a
    sentence: empty, too large, of a kind that is not taken, not what its name says, with macros, swollen. When the
    caller's transaction comes to nothing, the sweep takes the bytes away.
    """
    _expect_rule(about, permission)
    seen = look(upload)
    if by and about is None:
        _expect_few_unattached(by)
    return _keep(upload, seen.name, seen.kind, by=by, about=about, permission=permission, language=language)


@transaction.atomic
def keep(made: File, *, by: User | None, about: Model, permission: str, language: str = "") -> StoredFile:
    """Keep a file that the portal itself has written, for `about`. `made.name` says its kind by its ending.

    It is not looked into as what people bring: a long table is larger than an upload may be, and one that repeats
    itself is packed tighter.
    """
    _expect_rule(about, permission)
    name = clean_name(made.name or "")
    return _keep(made, name, BY_ENDING[ending_of(name)], by=by, about=about, permission=permission, language=language)


def _keep(
    upload: File, name: str, kind: Kind, *, by: User | None, about: Model | None, permission: str, language: str
) -> StoredFile:
    place = f"{FOLDER}/{(own := uuid4().hex)[:2]}/{own}"
    digest = _digest(upload)
    size = upload.size
    place = default_storage.save(place, upload)
    try:
        with transaction.atomic():
            file = StoredFile.objects.create(
                name=name,
                kind=kind.media_type,
                size=size,
                sha256=digest,
                storage_name=place,
                language=language,
                by=by,
                content_type=ContentType.objects.get_for_model(about) if about else None,
                object_id=about.pk if about else None,
                permission=permission,
            )
            journal.write(file, "store", by=by, data=_of(file))
    except Exception:
        default_storage.delete(place)
        raise
    return file


def _expect_rule(about: Model | None, permission: str) -> None:
    if bool(permission) != (about is not None) or (permission and not policies.has(permission)):
        message = f"A file belongs to an object by a rule that exists, or to nothing by none: {permission!r}"
        raise ValueError(message)


def _expect_few_unattached(by: User) -> None:
    """A form keeps what it is given before anybody has checked the rest of it: nobody fills the disk that way."""
    if StoredFile.objects.kept().filter(by=by, object_id=None).count() >= MOST_UNATTACHED:
        raise RefusedError(_("Many of your files wait to be used. Use them, or come back tomorrow: they go in a day."))


def _digest(upload: File) -> str:
    found = hashlib.sha256()
    for piece in upload.chunks():
        found.update(piece)
    upload.seek(0)
    return found.hexdigest()


def _of(file: StoredFile) -> dict[str, str | int | None]:
    """What the journal keeps: figures, no names."""
    about = file.content_type.model if file.content_type else None
    return {"kind": file.kind, "size": file.size, "about": about, "number": file.object_id}


def _lock(file: StoredFile) -> StoredFile:
    row = StoredFile.objects.select_for_update().filter(pk=file.pk).first()
    if row is None or row.removed_at is not None:
        raise RefusedError(_("This file is no longer there. Choose it again."))
    return row


@transaction.atomic
def attach(file: StoredFile, *, to: Model, permission: str, by: User | None, language: str = "") -> StoredFile:
    """Give an unattached file to what it belongs to. Done twice for the same object, it stays done.

    Only its uploader attaches it. Refused when it was removed meanwhile or belongs to something else already.
    """
    _expect_rule(to, permission)
    row = _lock(file)
    kind = ContentType.objects.get_for_model(to)
    if (row.content_type_id, row.object_id, row.permission) == (kind.pk, to.pk, permission):
        return row
    if row.by_id != (by.pk if by else None):
        raise PermissionDenied(permission)
    if row.is_attached:
        raise RefusedError(_("This file belongs to another record already. Choose it again from your device."))
    row.content_type, row.object_id, row.permission = kind, to.pk, permission
    row.language = language or row.language
    row.save(update_fields=["content_type", "object_id", "permission", "language"])
    journal.write(row, "attach", by=by, data=_of(row))
    return row


@transaction.atomic
def remove(file: StoredFile, *, by: User, permission: str = "", reason: str = "") -> StoredFile:
    """Take a file from its readers at once; the row and its journal stay, the bytes go with the next sweep.

    `permission` is what one needs on the object it belongs to; an unattached file is removed by its uploader alone.
    """
    row = _lock(file)
    if row.is_attached:
        about = row.content_type.get_object_for_this_type(pk=row.object_id) if row.content_type else None
        if about is None or not permission:
            raise PermissionDenied(permission)
        policies.require(by, permission, about)
    elif row.by_id != by.pk:
        raise PermissionDenied(permission)
    row.removed_at = timezone.now()
    row.save(update_fields=["removed_at"])
    journal.write(row, "remove", by=by, reason=reason, data=_of(row))
    return row


# --- By the clock ----------------------------------------------------------------------------------------------------


@transaction.atomic
def discard(file: StoredFile) -> None:
    """Remove a file whose time is over, by the clock: what it belongs to is deleted, or made anew."""
    row = StoredFile.objects.select_for_update().get(pk=file.pk)
    if row.removed_at is None:
        row.removed_at = timezone.now()
        row.save(update_fields=["removed_at"])
        journal.write(row, "discard", by=None)


def discard_unattached() -> int:
    """Remove what was handed in a day ago and never attached; returns how many."""
    late = StoredFile.objects.kept().filter(object_id=None, created_at__lt=timezone.now() - KEEP_UNATTACHED)
    discarded = 0
    for pk in list(late.order_by("created_at").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            rows = StoredFile.objects.kept().select_for_update(skip_locked=True)
            if row := rows.filter(pk=pk, object_id=None).first():
                row.removed_at = timezone.now()
                row.save(update_fields=["removed_at"])
                journal.write(row, "discard", by=None)
                discarded += 1
    return discarded


def erase_removed() -> int:
    """Delete the bytes of removed files; returns how many. A name says something too: it goes with the bytes."""
    erased = 0
    gone = StoredFile.objects.filter(removed_at__isnull=False, erased_at=None).order_by("removed_at")
    for pk in list(gone.values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            rows = StoredFile.objects.select_for_update(skip_locked=True)
            if row := rows.filter(pk=pk, erased_at=None).first():
                default_storage.delete(row.storage_name)
                row.name, row.erased_at = row.reference, timezone.now()
                row.save(update_fields=["name", "erased_at"])
                journal.write(row, "erase", by=None)
                erased += 1
    return erased


def erase_bytes_without_row() -> int:
    """Delete what a transaction that came to nothing has left behind, a day later; returns how many."""
    if not default_storage.exists(FOLDER):
        return 0
    before = timezone.now() - KEEP_UNATTACHED
    erased = 0
    for shelf in default_storage.listdir(FOLDER)[0]:
        places = [f"{FOLDER}/{shelf}/{name}" for name in default_storage.listdir(f"{FOLDER}/{shelf}")[1]]
        for first in range(0, len(places), BATCH):
            some = places[first : first + BATCH]
            known = set(StoredFile.objects.filter(storage_name__in=some).values_list("storage_name", flat=True))
            for place in sorted(set(some) - known):
                if default_storage.get_modified_time(place) < before:
                    default_storage.delete(place)
                    erased += 1
    return erased
