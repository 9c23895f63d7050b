"""Certificates: proposed, signed, given out, revoked, issued anew; and the page that tells whether one is true."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm, attempt
from core.measure import with_measure
from core.paging import page_of
from core.stepping import posted
from events.actions import certifying
from events.enums import CertificateStatus, ListStatus
from events.forms.certificates import NameForm, SignForm
from events.models import Certificate, CertificateRun
from events.presentation import certificates as words
from events.presentation.page import page_of_event
from events.views.author import Door, own_link
from events.views.finding import find_event, screen
from events.workflow import signing
from papers.responses import pdf_response
from people.history import history_of
from people.keys import keys_of, steps_beside
from people.requests import ReadRequest, SignedInRequest

SHOWN = 200  # people of the preview; the numbers beside it count all


# --- For officers and co-directors -----------------------------------------------------------------------------------


@login_required
def certificates(request: SignedInRequest, reference: str) -> HttpResponse:
    """The proposals of an event, and everybody who has a certificate."""
    event = find_event(request, reference)
    policies.require(request.user, "events.view_whole", event)
    rows = Certificate.objects.filter(run__event=event).exclude(status=CertificateStatus.WITHDRAWN)
    page = page_of(rows.select_related("participant__country", "run"), request.GET, order="-created_at", size=50)
    context = page_of_event(request, event, "certificates", "events.propose_certificates")
    context |= {
        "runs": [(run, words.state_of_run(run)) for run in event.certificate_runs.all()[:SHOWN]],
        "page": page,
        "rows": [(one, words.state_of_certificate(one)) for one in page.rows],
    }
    return render(request, "events/certificates.html", context)


@login_required
def propose_certificates(request: SignedInRequest, reference: str) -> HttpResponse:
    """Who fulfils the rule, who does not and why; and, when confirmed, the proposal."""
    event = find_event(request, reference)
    policies.require(request.user, "events.propose_certificates", event)
    form = SignForm(posted(request))
    if form.is_valid():
        run = attempt(form, certifying.propose_certificates, event, by=request.user)
        if run is not None:
            messages.success(request, _("The certificates are proposed. Both co-directors have been told."))
            return redirect(run)
    lines = certifying.lines_of(event)
    enough = [line for line in lines if line.is_enough]
    short = [line for line in lines if not line.is_enough]
    context = screen(event, form, enough=enough[:SHOWN], short=short[:SHOWN], back_url=_list_of(event))
    context |= {"enough_count": len(enough), "short_count": len(short)}
    return render(request, "events/propose_certificates.html", context)


def _list_of(event: Any) -> str:
    return reverse("events:certificates", args=[event.reference])


def _run(request: SignedInRequest, reference: str, number: int) -> Any:
    """The proposal with `total`, the number of its certificates."""
    event = find_event(request, reference)
    rows = CertificateRun.objects.visible_to(request.user).annotate(total=Count("certificates"))
    run = get_object_or_404(rows, event=event, number=number)
    run.event = event
    return run


@login_required
def certificate_run(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """What both sides sign: each certificate as it will be written, and the two keys."""
    run = _run(request, reference, number)
    rows = run.certificates.select_related("participant__country", "participant__delegation__organisation", "replaces")
    page = page_of(rows, request.GET, order="pk", size=words.PART)
    context = page_of_event(request, run.event, "certificates")
    total = run.total
    context |= {
        "run": run,
        "state": words.state_of_run(run),
        "page": page,
        "rows": page.rows,
        "total": total,
        "keys": keys_of(run, signing, "sign", request.user),
        "sign_url": reverse("events:sign_certificates", args=[reference, number]),
        "may_withdraw": "withdraw" in steps_beside(run, signing, request.user),
        "parts": range(1, (total - 1) // words.PART + 2) if run.status == ListStatus.ACCEPTED else [],
        "history": history_of(run, words.PHRASES, centre=run.event.centre),
    }
    return render(request, "events/certificate_run.html", context)


@login_required
def sign_certificates(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Turn the key of one's own side."""
    run = _run(request, reference, number)
    signing.expect(run, "sign", by=request.user)
    form = SignForm(posted(request))
    if form.is_valid():
        row = attempt(form, certifying.sign_certificates, run, by=request.user)
        if row is not None:
            issued = row.status == ListStatus.ACCEPTED
            said = (
                _("Both sides have signed. The certificates are issued.") if issued else _("Your side’s key is turned.")
            )
            messages.success(request, said)
            return redirect(run)
    keys = keys_of(run, signing, "sign", request.user)
    total = run.total
    context = screen(run.event, form, run=run, keys=keys, total=total, back_url=run.get_absolute_url())
    return render(request, "events/sign_certificates.html", context)


@login_required
def withdraw_certificates(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Take the proposal back."""
    run = _run(request, reference, number)
    signing.expect(run, "withdraw", by=request.user)
    form = ReasonForm(request.POST or None, hint=_("Both co-directors read them."))
    if form.is_valid() and attempt(form, certifying.withdraw_certificates, run, by=request.user, **form.cleaned_data):
        messages.success(request, _("The proposal is withdrawn."))
        return redirect(run)
    context = screen(run.event, form, heading=_("Withdraw the certificates"), back_url=run.get_absolute_url())
    return render(request, "events/plain_step.html", context)


@login_required
def certificates_pdf(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """The certificates of a run as one file, in parts."""
    run = _run(request, reference, number)
    asked = request.GET.get("part", "1")
    part = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 1  # noqa: PLR2004
    rows = _for_paper(run.certificates.filter(status=CertificateStatus.ISSUED).order_by("number"))
    found = list(rows[max(part - 1, 0) * words.PART : max(part, 1) * words.PART])
    if not found:
        raise Http404
    return pdf_response(words.papers_of(found), f"{reference}-certificates-{number}-{max(part, 1)}.pdf")


def _for_paper(rows: Any) -> Any:
    """With all that a page of the paper shows."""
    return rows.select_related(
        "run",
        "participant__country",
        "participant__delegation__organisation",
        "participant__event__centre__side_a__calendar",
        "participant__event__centre__side_b",
    ).prefetch_related("participant__event__stops__country")


def _certificate(request: SignedInRequest, reference: str, pk: int) -> Certificate:
    event = find_event(request, reference)
    rows = Certificate.objects.visible_to(request.user).select_related("participant__country", "run")
    row = get_object_or_404(rows, pk=pk, run__event=event)
    row.participant.event = row.run.event = event
    policies.require(request.user, "events.revoke_certificate", row)
    return row


@login_required
def revoke_certificate(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Declare one void."""
    row = _certificate(request, reference, pk)
    form = ReasonForm(
        request.POST or None, hint=_("The holder reads them. The public page says only that it is not valid.")
    )
    if form.is_valid() and attempt(form, certifying.revoke_certificate, row, by=request.user, **form.cleaned_data):
        messages.success(request, _("The certificate is revoked. Its holder has been told."))
        return redirect("events:certificates", reference)
    heading = _("Revoke certificate %(number)s of %(name)s") % {"number": row.number, "name": row.name}
    context = screen(row.run.event, form, heading=heading, back_url=_list_of(row.run.event))
    return render(request, "events/plain_step.html", context)


@login_required
def reissue_certificate(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Propose it anew, with the name corrected."""
    row = _certificate(request, reference, pk)
    form = NameForm(request.POST or None, certificate=row)
    if form.is_valid():
        run = attempt(form, certifying.reissue_certificate, row, by=request.user, **form.cleaned_data)
        if run is not None:
            messages.success(
                request, _("The corrected certificate is proposed. The old one is valid until both sides have signed.")
            )
            return redirect(run)
    heading = _("Correct certificate %(number)s of %(name)s") % {"number": row.number, "name": row.name}
    context = screen(row.run.event, form, heading=heading, back_url=_list_of(row.run.event))
    return render(request, "events/plain_step.html", context)


# --- For holders -----------------------------------------------------------------------------------------------------


@login_required
def certificate_pdf(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The newest certificate of a participant that was given out: for its holder, officers and co-directors."""
    event = find_event(request, reference)
    rows = Certificate.objects.visible_to(request.user).filter(participant=pk, participant__event=event)
    return _to_pdf(rows)


@own_link
def certificate_pdf_by_link(request: ReadRequest, door: Door) -> HttpResponse:  # noqa: ARG001  Django passes it
    """One's own certificate, by the link in the letter."""
    return _to_pdf(Certificate.objects.filter(participant=door.participant))


def _to_pdf(rows: Any) -> HttpResponse:
    found = _for_paper(rows.filter(status=CertificateStatus.ISSUED)).first()
    if found is None:
        raise Http404
    return pdf_response(words.papers_of([found]), f"{found.number}.pdf")


# --- For everybody ---------------------------------------------------------------------------------------------------


@with_measure("certificate")
def certificate(request: ReadRequest, code: str) -> HttpResponse:
    """Whether a certificate is true: name, event, days, and valid, replaced or revoked. Nothing else, to no robot."""
    if "\x00" in code:
        raise Http404
    rows = Certificate.objects.known().select_related("participant__event", "participant__event__programme")
    row = get_object_or_404(rows, code=code)
    context = {
        "certificate": row,
        "event": row.participant.event,
        "is_valid": row.status == CertificateStatus.ISSUED,
        "shape": words.SHAPES[CertificateStatus(row.status)],
        "verdict": words.VERDICTS[row.status],
        "pdf_url": _own_pdf(request, row),
    }
    response = render(request, "events/certificate.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-store"
    return response


def _own_pdf(request: ReadRequest, row: Certificate) -> str:
    """Its holder finds the paper here as well."""
    if row.status != CertificateStatus.ISSUED or not request.user.is_authenticated:
        return ""
    if not policies.allows(request.user, "events.view_certificate", row):
        return ""
    return reverse("events:certificate_pdf", args=[row.participant.event.reference, row.participant_id])
