"""Panels: what an upper app has to say about a record of a lower one, beside it and without being imported by it.

An upper app registers a panel about a model; the page of the record lists the panels as folded lines, which costs
nothing. A line leads to the panel's own address. Where JavaScript runs, HTMX fetches the fragment and unfolds it there;
without it the same address is a page of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise

from core.localised import LocalisedText

# HTMX 4 sends it: "partial" when a part of the page is fetched, "full" when a whole page is.
HEADER = "HX-Request-Type"


@dataclass(frozen=True)
class Panel:
    """One kind of thing to be told about records of the model `about`, such as `practices.practice`."""

    name: str
    about: str
    label: str | Promise
    url: Callable[[Any], str]
    is_public: bool = True


@dataclass(frozen=True)
class Offered:
    """A panel beside one record: its name, its words, its address."""

    name: str
    label: str | Promise
    url: str


panels: dict[str, Panel] = {}


def register(panel: Panel) -> None:
    """Add a panel; called from an app's `panels.py` when Django starts."""
    panels[panel.name] = panel


def panels_beside(obj: Any, user: Any) -> list[Offered]:
    """The panels about this record that the reader may open, in the order of their names. No query."""
    return [
        Offered(panel.name, panel.label, panel.url(obj))
        for _name, panel in sorted(panels.items())
        if panel.about == obj._meta.label_lower and (panel.is_public or user.is_authenticated)
    ]


def panel_response(
    request: HttpRequest, name: str, record: Any, fragment: str, context: dict[str, Any]
) -> HttpResponse:
    """What the panel of this name says of a record: `fragment` where it is unfolded there, else a page around it."""
    is_unfolded = request.headers.get(HEADER) == "partial"
    around = {
        "panel": panels[name],
        "record": record,
        "called": name_of(record),
        "fragment": fragment,
        "is_unfolded": is_unfolded,
    }
    response = render(request, fragment if is_unfolded else "components/panel_page.html", around | context)
    patch_vary_headers(response, [HEADER])
    return response


def name_of(record: Any) -> LocalisedText:
    """What a record is called, whatever its app calls that."""
    names = (getattr(record, field, None) for field in ("title_text", "title", "name"))
    return next((name for name in names if isinstance(name, LocalisedText)), LocalisedText())
