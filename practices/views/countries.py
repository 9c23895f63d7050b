"""What each country has, and the form by which its profile is corrected."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from core import policies
from core.forms import attempt
from people import directory
from people.history import history_of
from people.models import Country
from people.requests import SignedInRequest
from practices.actions import profiles as acts
from practices.actions.profiles import stamp_of
from practices.forms.profiles import ProfileForm
from practices.models import Capability, CountryCapability
from practices.presentation import profiles
from practices.presentation.profiles import Line

EDIT = "practices.edit_profile"


def countries(request: HttpRequest) -> HttpResponse:
    """All countries the portal knows: as many as there are states at most."""
    return render(request, "practices/countries.html", {"rows": profiles.rows()})


def country(request: HttpRequest, code: str) -> HttpResponse:
    """The profile of one country; whoever keeps it gets the ways to correct it."""
    row = _find(code)
    may_edit = request.user.is_authenticated and policies.allows(request.user, EDIT, row)
    context = {
        "country": row,
        "kinds": profiles.kinds_of(row),
        "measured": profiles.measured_of(row),
        "part": profiles.part_of(row),
        "may_edit": may_edit,
    }
    return render(request, "practices/country.html", context)


@login_required
def edit_profile(request: SignedInRequest, code: str, key: str) -> HttpResponse:
    """One line of the profile: how far the country has it, by which source."""
    found = _find(code)
    capability = get_object_or_404(Capability, key=key)
    if not policies.allows(request.user, EDIT, found):
        raise PermissionDenied(EDIT)
    row = CountryCapability.objects.filter(country=found, capability=capability).first()
    form = ProfileForm(request.POST or None, row=row)
    if form.is_valid() and _save(form, found, by=request.user, capability=capability):
        messages.success(request, _("The profile is corrected."))
        return redirect("practices:country", found.pk)
    is_outdated = form.is_bound and form.data.get("seen") != stamp_of(row)
    if is_outdated:  # what a colleague has entered stands beside it now; the next saving is a decision
        form.data = {**form.data.dict(), "seen": stamp_of(row)}  # type: ignore[attr-defined]
    centre = directory.main_centre() if row else None
    context = {
        "country": found,
        "capability": capability,
        "form": form,
        "line": Line(capability, row),
        "is_outdated": is_outdated,
        "history": history_of(row, profiles.PHRASES, centre=centre) if centre else [],
    }
    return render(request, "practices/edit_profile.html", context)


def _save(form: ProfileForm, found: Country, **about: Any) -> bool:
    """Whether it was done; else the form says why not."""
    values = form.values()
    if form.is_unknown:
        attempt(form, acts.forget_capability, found, seen=values["seen"], **about)
    else:
        attempt(form, acts.set_capability, found, **values, **about)
    return not form.errors


def _find(code: str) -> Country:
    found = directory.country(code.upper())
    if found is None:
        raise Http404
    return found
