"""Take a list along: the page asks for it, and leads to where it is being written."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.lists import lists
from core.localised import active_language
from core.refusal import RefusedError
from people.requests import SignedInRequest
from reports.actions.asking import ask
from reports.exporting.work import FORMATS, may_take
from reports.policies.jobs import EXPORT

LONGEST = 2000  # letters of filters


@login_required
@require_POST
def export(request: SignedInRequest, name: str) -> HttpResponse:
    """Ask for a list as a file, with the filters of its page. 404 for a list, or of a record, that one does not see."""
    known = lists.get(name)
    of = request.POST.get("of", "").replace("\x00", "")
    wanted = request.POST.get("format", "")
    query = request.META.get("QUERY_STRING", "")
    if known is None or wanted not in FORMATS or not may_take(known, request.user, of):
        raise Http404
    if len(query) > LONGEST:
        raise RefusedError(_("The list is narrowed by more than can be kept. Remove some of its filters."))
    asked = {"list": name, "of": of, "query": query, "format": wanted}
    return redirect(ask(EXPORT, asked, by=request.user, language=active_language()))
