"""The public pages of the centre."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cooperation_center.context import Site
from cooperation_center.home import overlap_of, shown_figures


def home(request: HttpRequest) -> HttpResponse:
    """What the centre is for, when both offices are open, and how a request travels."""
    clock = Site(request).clock
    return render(request, "home.html", {"overlap": overlap_of(clock) if clock else None, "figures": shown_figures()})


def about(request: HttpRequest) -> HttpResponse:
    """What kind of house this is, and which countries may ask it."""
    centre = Site(request).centre
    return render(request, "pages/about.html", {"countries": centre.countries.all() if centre else ()})


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.html")


def personal_data(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/personal_data.html")
