"""Letters to answers: to the body whose request was answered."""

from functools import partial
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from consultations.enums import Status
from consultations.models import Consultation
from letters.enums import LetterKind
from letters.policies.letters import writes
from letters.sources.parts import CENTRE, day_in, of_body
from letters.sources.source import Recipient, Source, register


def records(user: Any) -> QuerySet[Consultation]:
    """Requests of the person's centres that were answered."""
    rows = Consultation.objects.visible_to(user).filter(centre__in=writes(user), answered_at__isnull=False)
    rows = rows.filter(status__in=(Status.ANSWERED, Status.CLOSED)).defer("search")
    return rows.select_related("organisation", "country", "requester", *CENTRE).order_by("-answered_at", "-pk")


def recipients(request: Consultation) -> list[Recipient]:
    """The requester, at the body that asked. What was asked in confidence stays with them and the focal points."""
    asked = Consultation.objects.filter(pk=request.pk).aggregate(number=Count("questions"))["number"]
    return [
        Recipient(
            key=f"request:{request.pk}",
            name=request.organisation.name,
            country=request.country,
            language=request.requester.language,
            addressee=partial(_envelope, request),
            values=partial(_values, request, asked),
            organisation=request.organisation,
            person=request.requester,
            is_personal=request.is_confidential,
        )
    ]


def _envelope(request: Consultation) -> list[object]:
    country = request.country
    signatory = ", ".join(one for one in (request.signatory_name, request.signatory_post) if one)
    lines = [request.organisation.name, request.unit, signatory, country.formal_name or country.name]
    return [line for line in lines if line]


def _values(request: Consultation, questions: int) -> dict[str, object]:
    return {
        **of_body(request.organisation, request.country),
        "centre": request.centre.name,
        "request_number": request.handle,
        "request_title": request.title_text,
        "sent_on": day_in(request.country, request.submitted_at),
        "answered_on": day_in(request.country, request.answered_at),
        "questions": questions,
    }


register(
    Source(
        name="answer",
        kind=LetterKind.ANSWER,
        label=_("The body whose request was answered"),
        model=Consultation,
        records=records,
        recipients=recipients,
    )
)
