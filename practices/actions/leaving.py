"""What the end of a person's work means for the library, and who readers may ask instead."""

from django.db import transaction
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from people.audience import holders_in_organisation
from people.models import User
from practices.actions.reviewing import release_reviewer
from practices.models import Bookmark, Collection, LanguageRight, Practice
from practices.workflow import lifecycle


@transaction.atomic
def name_contact(practice: Practice, *, by: User, contact: User | None) -> Practice:
    """Say whom readers may ask, or that there is nobody. Refused for who does not belong to the owner today."""
    row = lifecycle.lock(practice)
    policies.require(by, "practices.name_contact", row)
    if contact is not None and not holders_in_organisation(row.owner_id).filter(pk=contact.pk).exists():
        raise RefusedError(_("%(name)s does not belong to the owner of the practice today.") % {"name": contact})
    row.contact = contact
    row.save(update_fields=["contact"])
    journal.write(row, "name_contact", by=by, data={"contact": contact.pk if contact else None})
    return row


@transaction.atomic
def drop_contact(practice: Practice) -> Practice | None:
    """The clock takes the name away when the person no longer belongs to the owner. None when nothing is to be done."""
    row = lifecycle.lock(practice)
    if row.contact_id is None or holders_in_organisation(row.owner_id).filter(pk=row.contact_id).exists():
        return None
    row.contact = None
    row.save(update_fields=["contact"])
    journal.write(row, "drop_contact", by=None)
    return row


@transaction.atomic
def forget_reader(user: User, *, by: User | None) -> None:
    """What only the person used goes with the account; what was written for the library, and signed, stays."""
    release_reviewer(user, by=by)
    for practice in Practice.objects.select_for_update(of=("self",)).filter(contact=user).order_by("pk"):
        practice.contact = None
        practice.save(update_fields=["contact"])
        journal.write(practice, "drop_contact", by=by)
    LanguageRight.objects.filter(user=user).delete()
    Bookmark.objects.filter(user=user).delete()
    Collection.objects.filter(user=user, is_public=False).delete()
