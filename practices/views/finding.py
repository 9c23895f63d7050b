"""What every screen of an entry begins with."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404

from core import policies
from practices.models import Practice, Version
from practices.presentation.page import ASKED

RELATED = (
    "owner",
    "author",
    "country__calendar",
    "centre__side_a__calendar",
    "centre__side_b__calendar",
)
LONGEST_NUMBER = 10  # figures; longer ones are none of ours, and Python does not read them all


def find(request: HttpRequest, reference: str, *related: str) -> Practice:
    """The entry with this number, as far as the reader may see it; else 404, so that numbers tell nothing.

    What the reader may do with it comes along (`practices.presentation.page.granted_on`): one query in all.
    """
    rows = Practice.objects.select_related(*RELATED, *related)
    return policies.find_granted(rows, request.user, ASKED, reference=reference)


def find_version(request: HttpRequest, reference: str, number: int) -> Version:
    """One version of an entry, as far as the reader may see it; its entry is found like every other."""
    practice = find(request, reference)
    version = get_object_or_404(Version.objects.visible_to(request.user), practice=practice, number=number)
    version.practice = practice
    return version


def seen_in(sent: QueryDict) -> int:
    """How many savings the page had read that was sent: none at all where it does not say so in figures."""
    seen = sent.get("seen", "")
    return int(seen) if seen.isdecimal() and len(seen) < LONGEST_NUMBER else -1


def screen(practice: Practice, form: Any = None, **context: Any) -> dict[str, Any]:
    """The context of a screen that asks for one thing."""
    return {"practice": practice, "form": form, **context}
