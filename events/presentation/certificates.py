"""Certificates as pages and as papers show them. Reads only."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from calendars.moments import write_day
from core.localised import LANGUAGES, LocalisedText, Tongue
from core.models import Signature
from events.enums import CertificateStatus, ListStatus
from events.models import Certificate, CertificateRun, Event
from events.presentation.state import State
from papers import certificate as paper
from papers.blocks import Signature as Signed
from papers.heads import head_of
from people.enums import Side

PART = 100  # certificates in one file: some seconds of work
PHRASES: dict[str, str | Promise] = {
    "propose": gettext_lazy("Proposed to both sides"),
    "sign": gettext_lazy("Signed"),
    "withdraw": gettext_lazy("Withdrawn"),
}
SHAPES = {
    CertificateStatus.PROPOSED: "is-waiting",
    CertificateStatus.ISSUED: "is-done",
    CertificateStatus.REPLACED: "is-stopped",
    CertificateStatus.REVOKED: "is-stopped",
    CertificateStatus.WITHDRAWN: "is-stopped",
}
RUN_SHAPES = {ListStatus.PROPOSED: "is-waiting", ListStatus.ACCEPTED: "is-done", ListStatus.WITHDRAWN: "is-stopped"}
RUN_WORDS: dict[str, str | Promise] = {
    ListStatus.PROPOSED: gettext_lazy("Waiting for both sides"),
    ListStatus.ACCEPTED: gettext_lazy("Signed by both sides"),
    ListStatus.WITHDRAWN: gettext_lazy("Withdrawn"),
}
# What anybody who has the code is told.
VERDICTS: dict[str, str | Promise] = {
    CertificateStatus.ISSUED: gettext_lazy("This certificate is valid."),
    CertificateStatus.REPLACED: gettext_lazy(
        "This certificate was replaced by a corrected one, and is no longer valid."
    ),
    CertificateStatus.REVOKED: gettext_lazy("This certificate was revoked, and is not valid."),
}


def state_of_certificate(certificate: Certificate) -> State:
    return State(SHAPES[CertificateStatus(certificate.status)], certificate.get_status_display())


def state_of_run(run: CertificateRun) -> State:
    """In words of certificates, not of lists."""
    return State(RUN_SHAPES[ListStatus(run.status)], RUN_WORDS[run.status])


def languages_of(certificate: Certificate) -> tuple[str, str]:
    """The language of the paper, a working one of the event; and a second, the holder's or another of these."""
    person, event = certificate.participant, certificate.participant.event
    first = next((code for code in event.languages if code in LANGUAGES), "en")
    wanted = [person.language, *event.languages, "en"]
    return first, next((code for code in wanted if code != first and code in LANGUAGES), "")


def signatures_of(runs: Sequence[CertificateRun]) -> dict[int, dict[str, Signature]]:
    """Both hands of each run, with the names and titles of that day; one query."""
    found: dict[int, dict[str, Signature]] = {run.pk: {} for run in runs}
    about = Q(content_type=ContentType.objects.get_for_model(CertificateRun), object_id__in=found)
    for one in Signature.objects.filter(about, step="sign", settled_at__isnull=False):
        found[one.object_id][one.key] = one
    return found


def papers_of(certificates: Sequence[Certificate]) -> bytes:
    """The certificates as PDF, a page each. All of one event; each page in its two languages."""
    signed = signatures_of(list({one.run_id: one.run for one in certificates}.values()))
    drawn, language = [], languages_of(certificates[0])[0]
    for one in certificates:
        with translation.override(language):
            drawn.append(_drawn(one, signed[one.run_id]))
    event = certificates[0].participant.event
    with translation.override(language):
        title = _("Certificate of attendance: %(event)s") % {"event": event.name}
    return paper.pdf(drawn, title=title, language=language)


def _drawn(certificate: Certificate, signed: dict[str, Signature]) -> paper.Certificate:
    """Built in the active language, which is the first of the two."""
    person, event = certificate.participant, certificate.participant.event
    first, second = languages_of(certificate)
    issued = _day_there(certificate.issued_at, event) if certificate.issued_at else None
    own = Tongue(certificate.name_own, certificate.own_language, is_fallback=True) if certificate.name_own else ""
    body: Any = person.delegation.organisation.name if person.delegation else person.organisation_name
    return paper.Certificate(
        head=head_of(event.centre, own=person.country_id, number=certificate.number or "", day=issued),
        heading=_("Certificate of attendance"),
        second_heading=_second_heading(second),
        opening=_("This is to certify that"),
        name=certificate.name,
        own_name=own,
        body=_joined(body, person.country.name),
        statement=_("took part in"),
        events=_names(event, first, second),
        details=_details(event),
        signatures=_hands(event, signed, own=person.country_id),
        code=certificate.code,
        address=settings.SITE_URL + certificate.get_absolute_url(),
    )


def _day_there(moment: datetime, event: Event) -> date:
    """The day at the centre: a certificate says the same to every reader, wherever it is printed."""
    return timezone.localdate(moment, ZoneInfo(event.centre.side_a.calendar.zone))


def _second_heading(second: str) -> Tongue | str:
    if not second:
        return ""
    with translation.override(second):
        return Tongue(_("Certificate of attendance"), second, is_fallback=True)


def _joined(body: Any, country: LocalisedText) -> str:
    """Body and country on one line."""
    return ", ".join(part for part in (str(body), str(country)) if part)


def _names(event: Event, first: str, second: str) -> list[Tongue]:
    """The name of the event, and again in the second language where it has one."""
    names = [event.name.best(first)]
    if second and event.name.get(second) and event.name.get(second) != names[0].text:
        names.append(Tongue(event.name[second], second, is_fallback=True))
    return names


def _details(event: Event) -> list[str]:
    days = write_day(event.starts_on)
    if event.ends_on != event.starts_on:
        days = f"{days} – {write_day(event.ends_on)}"
    cities = list(dict.fromkeys(f"{stop.city}, {stop.country.name}" for stop in event.stops.all()))
    details = [days, *cities]
    if event.hours:
        details.append(ngettext("%(count)s hour", "%(count)s hours", event.hours) % {"count": event.hours})
    return details


def _hands(event: Event, signed: dict[str, Signature], *, own: str) -> list[Signed]:
    """Both co-directors as they signed, the holder's side first where it is one of the two."""
    sides = sorted(signed, key=lambda side: (event.centre.side_country(side).pk != own, list(Side.values).index(side)))
    return [
        Signed(
            name=signed[side].by_name,
            title=signed[side].by_title,
            country=event.centre.side_country(side).name,
            note=_("Signed in the portal on %(day)s") % {"day": write_day(_day_there(signed[side].signed_at, event))},
        )
        for side in sides
    ]
