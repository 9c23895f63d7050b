import hashlib

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from core.refusal import RefusedError
from files.actions import MOST_UNATTACHED, attach, remove, store
from files.models import StoredFile
from files.policies import files_of, readable_by
from tests.core.toy.models import Paper
from tests.files import builders as build


def test_what_is_known_of_it(stored, official_by, paper, told):
    data = build.office()
    file = stored(data, "Отчёт.docx", language="ru")
    assert (file.name, file.label, file.size, file.sha256, file.language, file.by) == (
        "Отчёт.docx",
        "DOCX",
        len(data),
        hashlib.sha256(data).hexdigest(),
        "ru",
        official_by,
    )
    assert (file.content_type.model, file.object_id, file.permission) == ("paper", paper.pk, "toy.view")
    said = {"kind": file.kind, "size": len(data), "about": "paper", "number": paper.pk}
    assert told(file) == [("store", "official@by.example", said)]


def test_on_disk_it_has_another_name_and_one_reader(stored, media):
    file = stored(name="secret-plan.pdf")
    (path,) = [one for one in media.rglob("*") if one.is_file()]
    assert path.read_bytes() == build.pdf()
    assert ("secret" in str(path), path.suffix, path.stat().st_mode & 0o777) == (False, "", 0o600)
    assert default_storage.path(file.storage_name) == str(path)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (build.pdf(b"x" * 300_000), "a.pdf"),
        (build.office("xlsx"), "a.xlsx"),
        (build.png(), "a.png"),
        (b"x" * 99_999, "a.txt"),
    ],
)
def test_from_a_temporary_file(official_by, paper, data, name):
    upload = build.upload_on_disk(data, name)
    file = store(upload, by=official_by, about=paper, permission="toy.view")
    upload.close()  # as a request does at its end
    with file.open() as kept:
        assert kept.read() == data


def test_the_same_name_twice(stored):
    first, second = stored(), stored()
    assert first.name == second.name
    assert first.get_absolute_url() != second.get_absolute_url()


def test_a_refused_one_leaves_nothing(official_by, bytes_kept):
    with pytest.raises(RefusedError):
        store(build.upload(b"no", "a.pdf"), by=official_by)
    assert (StoredFile.objects.count(), bytes_kept()) == (0, 0)


def test_a_row_that_cannot_be_written_leaves_nothing(official_by, bytes_kept):
    with pytest.raises(Exception, match="too long"), transaction.atomic():
        store(build.upload(), by=official_by, language="a language")
    assert (StoredFile.objects.count(), bytes_kept()) == (0, 0)


@pytest.mark.parametrize("permission", ["", "toy.nobody_wrote_this"])
def test_a_file_of_an_object_needs_a_rule_that_exists(official_by, paper, permission, bytes_kept):
    with pytest.raises(ValueError, match="by a rule that exists"):
        store(build.upload(), by=official_by, about=paper, permission=permission)
    assert bytes_kept() == 0


def test_the_database_holds_to_it_too(stored):
    file = stored()
    with pytest.raises(IntegrityError, match="file_attached_with_permission"):
        StoredFile.objects.filter(pk=file.pk).update(permission="")


# --- Reading ---------------------------------------------------------------------------------------------------------


def test_it_is_seen_by_whoever_holds_its_permission(cast, stored, visitor, paper):
    file, own = stored(), stored(permission="toy.send")

    def readers(one):
        found = {who for who, person in cast.people.items() if readable_by(person, one)}
        return found | ({"visitor"} if readable_by(visitor, one) else set())

    assert (readers(file), readers(own)) == ({"official_by", "officer"}, {"official_by"})
    Paper.objects.update(is_public=True)
    assert (readers(file), readers(own)) == ({*cast.people, "visitor"}, {"official_by"})
    Paper.objects.all().delete()
    assert (readers(file), readers(own)) == (set(), set())


def test_an_unattached_one_is_its_uploaders(official_by, officer, visitor):
    mine, of_visitor = store(build.upload(), by=official_by), store(build.upload(), by=None)
    people = (official_by, officer, visitor)
    assert [[readable_by(one, file) for one in people] for file in (mine, of_visitor)] == [
        [True, False, False],
        [False, False, False],
    ]


def test_the_files_of_an_object_are_those_one_may_read(
    stored, official_by, officer, official_ge, paper, django_assert_num_queries
):
    everybodys, own, gone = stored(), stored(permission="toy.send"), stored()
    remove(gone, by=official_by, permission="toy.send")
    with django_assert_num_queries(2):
        assert files_of(paper, official_by) == [everybodys, own]
    assert (files_of(paper, officer), files_of(paper, official_ge)) == ([everybodys], [])


# --- Attaching -------------------------------------------------------------------------------------------------------


def test_attach_gives_it_to_what_it_belongs_to(official_by, officer, paper, told):
    file = store(build.upload(), by=official_by)
    assert readable_by(officer, file) is False
    attached = attach(file, to=paper, permission="toy.view", by=official_by, language="be")
    assert (attached.object_id, attached.language, readable_by(officer, attached)) == (paper.pk, "be", True)
    assert attach(attached, to=paper, permission="toy.view", by=officer) == attached
    assert [verb for verb, _who, _data in told(file)] == ["store", "attach"]


def test_only_its_uploader_attaches_it(official_by, officer, paper):
    file, of_visitor = store(build.upload(), by=official_by), store(build.upload(), by=None)
    for one, who in ((file, officer), (file, None), (of_visitor, officer)):
        with pytest.raises(PermissionDenied):
            attach(one, to=paper, permission="toy.view", by=who)
    assert attach(of_visitor, to=paper, permission="toy.view", by=None).object_id == paper.pk


def test_it_belongs_to_one_object(stored, official_by):
    other = Paper.objects.create(title={"en": "Other"}, owner=official_by.pk)
    with pytest.raises(RefusedError, match="belongs to another record already"):
        attach(stored(), to=other, permission="toy.view", by=official_by)


def test_nobody_fills_the_disk_with_what_he_never_uses(official_by, officer, paper, bytes_kept):
    for _number in range(MOST_UNATTACHED):
        file = store(build.upload(), by=official_by)
    with pytest.raises(RefusedError, match="Many of your files wait"):
        store(build.upload(), by=official_by)
    assert bytes_kept() == MOST_UNATTACHED
    store(build.upload(), by=officer)
    store(build.upload(), by=official_by, about=paper, permission="toy.view")
    attach(file, to=paper, permission="toy.view", by=official_by)
    assert store(build.upload(), by=official_by).is_attached is False


# --- Removing --------------------------------------------------------------------------------------------------------


def test_remove_takes_it_from_its_readers_at_once(stored, official_by, told, bytes_kept):
    file = stored()
    removed = remove(file, by=official_by, permission="toy.send", reason="An older version.")
    assert (readable_by(official_by, removed), bytes_kept()) == (False, 1)
    assert [verb for verb, _who, _data in told(file)] == ["store", "remove"]
    with pytest.raises(RefusedError, match="no longer there"):
        remove(file, by=official_by, permission="toy.send")


def test_who_may_not_does_not_remove(stored, official_by, officer, bytes_kept):
    file, loose = stored(), store(build.upload(), by=official_by)
    for one, permission in ((file, "toy.send"), (file, ""), (loose, "")):
        with pytest.raises(PermissionDenied):
            remove(one, by=officer, permission=permission)
    assert StoredFile.objects.kept().count() == 2
    remove(loose, by=official_by)
    assert list(StoredFile.objects.kept()) == [file]
