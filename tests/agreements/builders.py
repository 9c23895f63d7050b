"""Agreements and what belongs to them, one line each: rows as they stand, past every action."""

from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from agreements.enums import AgreementKind, AgreementStatus, Owner
from agreements.models import Agreement, Article, Commitment, Party
from people.enums import Side
from people.models import Centre, Organisation, User

_number = count(1)


def make_agreement(centre: Centre, by: User, **fields: Any) -> Agreement:
    """An agreement in any state; in the register and in force without a term when nothing else is said."""
    number = next(_number)
    signed_on = fields.get("signed_on", date(2016, 9, 9))
    values: dict[str, Any] = {
        "reference": f"AG-{signed_on.year}-{number + 500:03}",
        "kind": AgreementKind.AGREEMENT,
        "status": AgreementStatus.RECORDED,
        "title": {"en": f"Agreement {number}"},
        "signed_on": signed_on,
        "in_force_on": signed_on,
        "languages": ["ru", "en", "ko"],
        **fields,
    }
    if values["status"] in AgreementStatus.settled():
        values.setdefault("recorded_at", timezone.now())
    return Agreement.objects.create(centre=centre, by=by, **values)


def make_party(agreement: Agreement, body: Organisation, side: str = "", **fields: Any) -> Party:
    values = {"name_then": body.name, "signatory": "Sample Signatory", "signatory_title": {"en": "Minister"}, **fields}
    return Party.objects.create(agreement=agreement, organisation=body, side=side, **values)


def make_parties(agreement: Agreement, cast: Any) -> list[Party]:
    """One body of each side."""
    return [
        make_party(agreement, cast.organisations["ministry_by"], Side.A),
        make_party(agreement, cast.organisations["nia"], Side.B),
    ]


def make_commitment(agreement: Agreement, **fields: Any) -> Commitment:
    """Owed by side A, once and without a day, in an article of its own."""
    number = agreement.commitments.count() + 1
    article = fields.pop("article", None) or Article.objects.create(
        agreement=agreement, number=str(number), position=number, text={"en": f"Article {number}."}
    )
    values = {"text": {"en": f"Commitment {number}"}, "owner": Owner.A, **fields}
    return Commitment.objects.create(agreement=agreement, article=article, number=number, **values)
