"""What was done stays as it was written: the database refuses every change, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from core import journal
from core.localised import LocalisedText
from core.models import JournalEntry
from tests.factories import appoint, make_organisation

REFUSED = "The journal is append-only"


def test_an_entry_keeps_name_and_title_of_the_day(paper, owner, cast):
    ministry = make_organisation(name={"en": "Ministry", "ru": "Министерство"})
    appoint(owner, "member", ministry, title={"en": "Head of Unit", "ru": "Начальник отдела"}, is_primary=True)
    entry = journal.write(
        paper, "stamp", by=owner, reason="So it is.", key="left", from_state="a", to_state="b", data={"n": 1}
    )
    owner.family_name = "Married"
    owner.save()
    owner.appointments.update(title={"en": "Minister"})
    stored = JournalEntry.objects.values().get(pk=entry.pk)
    stored.pop("at")
    assert stored == {
        "id": entry.pk,
        "content_type_id": entry.content_type_id,
        "object_id": paper.pk,
        "label": "Protocol",
        "verb": "stamp",
        "key": "left",
        "from_state": "a",
        "to_state": "b",
        "actor_id": owner.pk,
        "actor_name": "Olga Owner",
        "actor_title": LocalisedText(
            en="Head of Unit, Ministry",
            ru="Начальник отдела, Министерство",
            be="Начальник отдела, Министерство",
            ko="Head of Unit, Ministry",
        ),
        "reason": "So it is.",
        "data": {"n": 1},
    }
    assert list(JournalEntry.objects.about(paper)) == [entry]


def test_the_clock_has_no_name(paper):
    entry = journal.write(paper, "strike", by=None)
    assert (entry.actor, entry.actor_name, entry.actor_title, entry.by_clock) == (None, "", {}, True)


def test_an_entry_goes_with_the_act_that_failed(paper):
    with transaction.atomic():
        journal.write(paper, "stamp", by=None)
        transaction.set_rollback(True)
    assert JournalEntry.objects.count() == 0


def refused(change):
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        change()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE core_journalentry SET reason = 'other'",
        "UPDATE core_journalentry SET reason = reason WHERE id = -1",
        "DELETE FROM core_journalentry",
        "TRUNCATE core_journalentry",
        "TRUNCATE core_journalentry CASCADE",
        "INSERT INTO core_journalentry SELECT * FROM core_journalentry ON CONFLICT (id) DO UPDATE SET reason = 'other'",
        "MERGE INTO core_journalentry j USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
    ],
)
def test_no_sql_changes_it(paper, sql):
    journal.write(paper, "stamp", by=None, reason="as written")

    def run():
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what is still to be checked would be refused anyway
            cursor.execute(sql)

    refused(run)
    assert list(JournalEntry.objects.values_list("reason", flat=True)) == ["as written"]


def test_no_model_changes_it(paper):
    entry = journal.write(paper, "stamp", by=None, reason="as written")
    entries = JournalEntry.objects.all()
    entry.reason = "other"
    refused(entry.save)
    refused(entry.delete)
    refused(lambda: entries.update(reason="other"))
    refused(entries.delete)
    refused(lambda: JournalEntry.objects.bulk_update([entry], ["reason"]))
    refused(
        lambda: JournalEntry.objects.bulk_create(
            [entry], update_conflicts=True, update_fields=["reason"], unique_fields=["pk"]
        )
    )
    assert list(entries.values_list("reason", flat=True)) == ["as written"]


def test_many_at_once_may_be_added(paper):
    """What fills a database in bulk writes entries too."""
    one = journal.write(paper, "stamp", by=None)
    twins = [JournalEntry(content_type=one.content_type, object_id=paper.pk, label="x", verb="y") for _ in range(3)]
    JournalEntry.objects.bulk_create(twins)
    assert JournalEntry.objects.count() == 4
