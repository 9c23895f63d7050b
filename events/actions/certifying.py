"""Propose certificates, sign them with both keys, revoke one, and issue one anew with the name corrected."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError, refusing
from core.turning import turn_key
from events import signals
from events.attending import Presence, candidates, fulfils, presences
from events.enums import CertificateStatus, ListStatus
from events.models import Certificate, CertificateRun, Event, Participant
from events.workflow import signing
from people.models import User

GIVEN = (CertificateStatus.PROPOSED, CertificateStatus.ISSUED, CertificateStatus.REVOKED)


class Line(NamedTuple):
    """A participant, how long he was there, and whether that is enough."""

    participant: Participant
    presence: Presence
    is_enough: bool


class Names(NamedTuple):
    """A name as a certificate writes it: in Latin letters, in the own script, and the language of that."""

    name: str
    name_own: str = ""
    own_language: str = ""


def lines_of(event: Event) -> list[Line]:
    """All who could be proposed, in the order of protocol, with what the rule says of each; four queries."""
    without = candidates(event).exclude(
        pk__in=Certificate.objects.filter(status__in=GIVEN, participant__event=event).values("participant")
    )
    people = list(without.select_related("country").order_by("country__name__en", "family_name", "given_name", "pk"))
    found = presences(event, [one.pk for one in people])
    return [Line(one, found[one.pk], fulfils(event, found[one.pk])) for one in people]


@transaction.atomic
def propose_certificates(event: Event, *, by: User) -> CertificateRun:
    """Lay certificates for all who fulfil the rule before both co-directors. Names are written as they are today.

    Refused while an earlier proposal waits, and when nobody new fulfils the rule.
    """
    row = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    policies.require(by, "events.propose_certificates", row)
    lines = [line for line in lines_of(row) if line.is_enough]
    if not lines:
        raise RefusedError(_("Nobody without a certificate was there long enough. Check the attendance first."))
    run = _begin(row, by=by)
    Certificate.objects.bulk_create(
        Certificate(
            run=run, participant=one.participant, **_presence(one.presence), **names_of(one.participant)._asdict()
        )
        for one in lines
    )
    return _proposed(run, by=by)


def names_of(participant: Participant) -> Names:
    """The name of the passport, and the one in the own script."""
    return Names(str(participant.latin_name), str(participant.own_name), participant.own_language)


def _presence(presence: Presence) -> dict[str, int]:
    return {"days_attended": presence.attended, "share": presence.share}


def _begin(event: Event, *, by: User) -> CertificateRun:
    last = event.certificate_runs.aggregate(last=Max("number"))["last"] or 0
    waiting = _("Certificates of this event wait for both sides already. They are signed or withdrawn first.")
    with refusing({"one_proposed_run": waiting}):
        return CertificateRun.objects.create(event=event, number=last + 1, by=by)


def _proposed(run: CertificateRun, *, by: User, reason: str = "") -> CertificateRun:
    journal.write(run, "propose", by=by, reason=reason, to_state=ListStatus.PROPOSED)
    signals.certificates_proposed.send(CertificateRun, run=run, by=by)
    return run


@transaction.atomic
def sign_certificates(run: CertificateRun, *, by: User) -> CertificateRun:
    """Turn the key of one's own side. The second key issues all certificates of the run, each with its number.

    Silence never signs: nobody gets a certificate because a co-director was away.
    """
    row, happened, sides = turn_key(signing, run, "sign", by=by, signed_at=timezone.now())
    if not happened:
        signals.certificates_key_turned.send(CertificateRun, run=row, side=sides[0], by=by)
        return row
    issued = _issue(row)
    signals.certificates_issued.send(CertificateRun, run=row, certificates=issued, by=by)
    return row


def _issue(run: CertificateRun) -> list[Certificate]:
    """Number and issue what was proposed; what is replaced ends at the same moment, so that one is valid at a time."""
    now = timezone.now()
    rows = list(run.certificates.filter(status=CertificateStatus.PROPOSED).select_related("participant__event"))
    rows.sort(key=lambda one: one.pk)
    replaced = Certificate.objects.filter(pk__in=[one.replaces_id for one in rows if one.replaces_id])
    for old in replaced.filter(status=CertificateStatus.ISSUED):
        journal.write(old, "replace", by=None, from_state=old.status, to_state=CertificateStatus.REPLACED)
    replaced.filter(status=CertificateStatus.ISSUED).update(status=CertificateStatus.REPLACED, ended_at=now)
    number = Certificate.objects.filter(run__event=run.event_id, number__isnull=False).count()
    for at, one in enumerate(rows, number + 1):
        one.number = f"C-{run.event.reference}-{at:03}"
        one.status, one.issued_at = CertificateStatus.ISSUED, now
    Certificate.objects.bulk_update(rows, ["number", "status", "issued_at"], batch_size=500)
    return rows


@transaction.atomic
def withdraw_certificates(run: CertificateRun, *, by: User, reason: str) -> CertificateRun:
    """Take a proposal back before both sides have signed, with reasons; keys turned so far are cleared."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: both co-directors read them."))
    row = signing.take(run, "withdraw", by=by, reason=reason)
    row.certificates.update(status=CertificateStatus.WITHDRAWN, replaces=None)
    signals.certificates_withdrawn.send(CertificateRun, run=row, by=by, reason=reason)
    return row


@transaction.atomic
def revoke_certificate(certificate: Certificate, *, by: User, reason: str) -> Certificate:
    """Declare a certificate void, with reasons for its holder; the public page says so from now on, without them.

    Refused unless it is valid, and while a corrected one waits for both sides.
    """
    row = _locked(certificate)
    policies.require(by, "events.revoke_certificate", row)
    if row.status != CertificateStatus.ISSUED:
        raise RefusedError(_("Only a valid certificate is revoked: this one is in another state."))
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the holder reads them."))
    if Certificate.objects.filter(replaces=row).exists():
        raise RefusedError(_("A corrected certificate waits for both sides. Withdraw that proposal first."))
    row.status, row.reason, row.ended_at = CertificateStatus.REVOKED, reason, timezone.now()
    row.save(update_fields=["status", "reason", "ended_at"])
    journal.write(
        row, "revoke", by=by, reason=reason, from_state=CertificateStatus.ISSUED, to_state=CertificateStatus.REVOKED
    )
    signals.certificate_revoked.send(Certificate, certificate=row, by=by, reason=reason)
    return row


@transaction.atomic
def reissue_certificate(
    certificate: Certificate, *, by: User, reason: str, name: str, name_own: str = "", own_language: str = ""
) -> CertificateRun:
    """Propose the same certificate with the name corrected, for both keys. The old one stays valid until they turned.

    A revoked one may be issued anew as well: then it was revoked by mistake. Refused for one that was replaced, and
    where nothing would change.
    """
    row = _locked(certificate)
    event = Event.objects.select_for_update(of=("self",)).get(pk=row.run.event_id)
    policies.require(by, "events.revoke_certificate", row)
    if row.status not in (CertificateStatus.ISSUED, CertificateStatus.REVOKED):
        raise RefusedError(_("Only a certificate that was given out, and not yet replaced, is issued anew."))
    if not reason.strip():
        raise RefusedError(_("Say what is corrected: both co-directors read it."))
    names = Names(name, name_own, own_language if name_own else "")
    was = Names(row.name, row.name_own, row.own_language if row.name_own else "")
    if names == was and row.status == CertificateStatus.ISSUED:
        raise RefusedError(_("The name is the same as on the certificate: there is nothing to correct."))
    run = _begin(event, by=by)
    pending = _("A corrected certificate of this person waits for both sides already.")
    with refusing({"one_proposed_certificate_a_person": pending, "events_certificate_replaces_id_key": pending}):
        Certificate.objects.create(
            run=run,
            participant=row.participant,
            replaces=row,
            days_attended=row.days_attended,
            share=row.share,
            **names._asdict(),
        )
    journal.write(row, "reissue", by=by, reason=reason)
    return _proposed(run, by=by, reason=reason)


def _locked(certificate: Certificate) -> Certificate:
    rows = Certificate.objects.select_for_update(of=("self",)).select_related("participant__event", "run")
    return rows.get(pk=certificate.pk)


def forget_names(participants: Iterable[int]) -> int:
    """Take the name from certificates of people who left and took it along: number, event and state stay."""
    held = Certificate.objects.filter(~Q(name=""), participant__in=participants)
    return held.update(name="", name_own="", own_language="")
