"""Lists of the library to take along."""

from typing import Any

from django.db.models import Case, IntegerField, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.forms import without_controls
from core.lists import ordered, register_table
from practices.finding.asking import Asked
from practices.finding.library import CAP, better, by_facets, found
from practices.models import Adoption, Practice
from practices.presentation.adoptions import stage_of
from practices.presentation.facets import chosen_of, words_of_facets
from practices.presentation.record import state_of
from practices.views.adoptions import narrowed
from practices.views.library import COLUMNS, LONGEST, ORDERS

PRACTICES = (
    _("Number"),
    _("Title"),
    _("Owner"),
    _("Country"),
    _("State"),
    _("Published"),
    _("Last confirmed"),
)
ADOPTIONS = (
    _("Practice"),
    _("Title"),
    _("Owner"),
    _("Adopting body"),
    _("Country"),
    _("Stage"),
    _("Since"),
)


def _find(asking: Any) -> Any:
    """Everything that bears the facets; where words are searched for the nearest entries, as the page shows them."""
    text = without_controls(asking.GET.get("q", ""))[:LONGEST].replace("\x00", "").strip()
    chosen = chosen_of(asking.GET, words_of_facets())
    order = asking.GET.get("order", "")
    asked = Asked.of(text)
    rows = Practice.objects.visible_to(asking.user).for_list()
    if not text:
        order = order if order in ORDERS else "verified"
        return ordered(rows.filter(pk__in=by_facets(chosen).values("practice")), COLUMNS[order])
    order = order if order in ORDERS else "best"
    ids = found(asked, chosen, order=order, size=CAP).ids if asked else []
    if not ids and "exact" not in asking.GET and (other := better(asked)):
        ids = found(other, chosen, order=order, size=CAP).ids
    places = Case(*(When(pk=pk, then=Value(place)) for place, pk in enumerate(ids)), output_field=IntegerField())
    return rows.filter(pk__in=ids).order_by(places) if ids else rows.none()


def _cells(row: Practice, _asking: Any) -> list[Any]:
    return [
        row.reference,
        row.title,
        row.owner.name,
        row.country.name,
        state_of(row).words,
        row.published_at,
        row.verified_on,
    ]


def _adoptions(asking: Any) -> Any:
    rows, _chosen = narrowed(asking)
    return ordered(rows.for_list(), "-updated_at")


def _adoption_cells(row: Adoption, _asking: Any) -> list[Any]:
    return [
        row.practice.reference,
        row.practice.title,
        row.owner.name,
        row.adopter.name,
        row.country.name,
        stage_of(row)[1],
        row.stage_since,
    ]


register_table(
    "practices.practices",
    _("Practices"),
    PRACTICES,
    find=_find,
    cells=_cells,
    url=lambda: reverse("practices:list"),
)
register_table(
    "practices.adoptions",
    _("Adoptions"),
    ADOPTIONS,
    find=_adoptions,
    cells=_adoption_cells,
    url=lambda: reverse("practices:adoptions"),
)
