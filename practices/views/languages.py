"""The overview of languages, and who works on which."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.forms import attempt
from core.localised import LANGUAGE_NAMES, LANGUAGES
from core.paging import page_of
from core.sheets import csv_response
from people.enums import Function
from people.models import User
from people.requests import SignedInRequest
from people.standing import preload
from practices.actions import languages as acts
from practices.forms.languages import LanguageRightForm, LanguagesForm
from practices.models import LanguageRight
from practices.policies.languages import sees_languages
from practices.presentation import languages as shown

FOUND = 20  # names shown; who is not among them is found by writing more of the name


# --- What is missing -------------------------------------------------------------------------------------------------


def _asked(request: SignedInRequest) -> tuple[LanguagesForm, dict[str, Any]]:
    """What the overview is asked for: centres, languages and state; 404 for those whom it does not concern."""
    if not sees_languages(request.user):
        raise Http404
    rights = list(LanguageRight.objects.filter(user=request.user))
    first = shown.languages_first(rights)
    form = LanguagesForm(request.GET, first=first)
    chosen = form.chosen()
    code = chosen.get("language", "")
    return form, {
        "centres": shown.centres_of(request.user, rights),
        "languages": first if not code else list(LANGUAGES) if code == "all" else [code],
        "state": chosen.get("state", ""),
    }


@login_required
def overview(request: SignedInRequest) -> HttpResponse:
    """Entries by languages: what is missing, what waits for the check, what lags behind its original."""
    form, asked = _asked(request)
    languages = asked["languages"]
    rows = shown.translated(request.user, asked["centres"])
    rows = shown.with_texts(shown.narrowed(rows, languages, asked["state"]), languages, request.user)
    page = page_of(rows, request.GET, order="-pk")
    context = {
        "filters": form,
        "page": page,
        "rows": shown.rows_of(page.rows, languages),
        "languages": languages,
        "counts": shown.counts_of(request.user, asked["centres"], languages),
        "states": [label for label, _asked in shown.STATES.values()],
        "chosen": _removable(request, form.chosen()),
        "query": _without(request),
        "may_give": request.user.standing.holds(Function.OFFICER),
    }
    return render(request, "practices/languages.html", context)


def _without(request: SignedInRequest, *names: str) -> str:
    query = request.GET.copy()
    for gone in (*names, "older", "newer"):
        query.pop(gone, None)
    return query.urlencode()


def _removable(request: SignedInRequest, chosen: dict[str, str]) -> list[tuple[str, str]]:
    """What was chosen, in words, each with the address of the overview without it."""
    words = {"all": _("All languages"), **LANGUAGE_NAMES, **{key: str(one[0]) for key, one in shown.STATES.items()}}
    return [(words[value], _without(request, name)) for name, value in chosen.items()]


@login_required
def languages_csv(request: SignedInRequest) -> StreamingHttpResponse:
    """The same as a table, a line a text."""
    _form, asked = _asked(request)
    table = shown.table_of(request.user, **asked)
    return csv_response(_("Languages of practices") + ".csv", next(table), table)


# --- Who works on which ----------------------------------------------------------------------------------------------


def _centres(request: SignedInRequest) -> list[int]:
    """Where the reader gives languages; 403 for those who give none anywhere."""
    centres = request.user.standing.centre_ids(Function.OFFICER)
    if not centres:
        raise PermissionDenied("practices.give_language")
    return centres


@login_required
def language_rights(request: SignedInRequest) -> HttpResponse:
    """Who works on which language, for the officers of the centre."""
    _centres(request)
    rows = LanguageRight.objects.filter(policies.q("practices.give_language", request.user))
    page = page_of(rows.select_related("user", "centre"), request.GET, order="-pk")
    return render(request, "practices/language_rights.html", {"page": page})


@login_required
def give_language(request: SignedInRequest) -> HttpResponse:
    """Find a person by name, then say for which language."""
    centres = _centres(request)
    key = request.GET.get("person", "")
    text = request.GET.get("q", "").strip().replace("\x00", "")
    back = {"back_url": reverse("practices:language_rights")}
    if not (key.isdecimal() and len(key) < 19):  # noqa: PLR2004  as long as a number of the database can be
        people = _named(text) if text else None
        return render(request, "practices/find_translator.html", {"text": text, "people": people, **back})
    person = get_object_or_404(User.objects.holding(), pk=int(key))
    form = LanguageRightForm(request.POST or None, centres=centres)
    if form.is_valid() and attempt(form, acts.give_language, by=request.user, user=person, **form.values()):
        messages.success(request, _("%(person)s has the language.") % {"person": person.display_name})
        return redirect("practices:language_rights")
    return render(request, "practices/give_language.html", {"form": form, "person": person, **back})


def _named(text: str) -> Any:
    """People with a post whose name holds every word, in either script."""
    rows = User.objects.holding()
    for word in text.split()[:5]:
        named = Q()
        for field in ("given_name", "family_name", "given_name_own", "family_name_own"):
            named |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(named)
    found = list(rows.by_name()[:FOUND])
    preload(found)
    return found


@login_required
@require_POST
def take_language(request: SignedInRequest, pk: int) -> HttpResponse:
    """End a right."""
    rows = LanguageRight.objects.filter(policies.q("practices.give_language", request.user))
    right = get_object_or_404(rows.select_related("user"), pk=pk)
    acts.take_language(right, by=request.user)
    messages.success(request, _("%(person)s no longer has the language.") % {"person": right.user.display_name})
    return redirect("practices:language_rights")
