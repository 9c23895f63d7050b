"""What every screen of letters begins with."""

import re

from django.http import Http404
from django.shortcuts import get_object_or_404

from core import policies
from letters.models import Letter, LetterRun, LetterTemplate
from people.requests import SignedInRequest

DRAFT = re.compile(r"LD-([1-9]\d{0,17})")


def find_letter(request: SignedInRequest, handle: str) -> Letter:
    """The letter with this number, or the draft, as far as the reader may see it; `granted` says what he may do."""
    if "\x00" in handle:
        raise Http404
    draft = DRAFT.fullmatch(handle)
    which = {"pk": int(draft[1])} if draft else {"reference": handle}
    rows = Letter.objects.for_paper().select_related("country", "organisation", "file", "issued_by")
    return policies.find_granted(rows, request.user, ["letters.manage"], **which)


def find_run(request: SignedInRequest, pk: int) -> LetterRun:
    """A run of the reader's centre."""
    rows = LetterRun.objects.visible_to(request.user)
    rows = rows.select_related("template", "centre__side_a__calendar", "centre__side_b__calendar", "by")
    return get_object_or_404(rows, pk=pk)


def find_template(request: SignedInRequest, pk: int) -> LetterTemplate:
    """A template of the reader's centre."""
    rows = LetterTemplate.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("centre__side_a__calendar", "centre__side_b__calendar", "by"), pk=pk)
