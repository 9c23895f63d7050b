"""Whom a centre lets work on its entries in which language."""

from django.db import transaction
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from people.models import Centre, User
from practices.enums import LanguageDuty
from practices.models import LanguageRight


@transaction.atomic
def give_language(centre: Centre, *, by: User, user: User, language: str, duty: LanguageDuty | str) -> LanguageRight:
    """Let a person translate into a language, or check what others translated too; given again, the duty changes.

    Refused for somebody who stands for nobody at present: a right to a language ends with a person's last post.
    """
    right, _made = LanguageRight.objects.select_for_update(of=("self",)).get_or_create(
        centre=centre, user=user, language=language, defaults={"duty": duty}
    )
    policies.require(by, "practices.give_language", right)
    if not User.objects.holding().filter(pk=user.pk).exists():
        raise RefusedError(
            _("%(person)s holds no post at present, so a right would have no effect.") % {"person": user}
        )
    right.duty = duty
    right.save(update_fields=["duty"])
    _write(right, "give_language", by)
    return right


@transaction.atomic
def take_language(right: LanguageRight, *, by: User) -> None:
    """End a right. What the person wrote stays; a draft can be taken up by others of the language."""
    row = LanguageRight.objects.select_for_update(of=("self",)).select_related("centre").filter(pk=right.pk).first()
    if row is None:
        raise RefusedError(_("A colleague has taken this right back already."))
    policies.require(by, "practices.give_language", row)
    _write(row, "take_language", by)
    row.delete()


def _write(right: LanguageRight, verb: str, by: User) -> None:
    """On the centre: the right itself may be gone."""
    data = {"user": right.user_id, "language": right.language, "duty": str(right.duty)}
    journal.write(right.centre, verb, by=by, data=data)
