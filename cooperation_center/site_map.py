"""The map of the site for people: what everybody may read, in the order in which one would look for it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Place:
    """A page of the map, and in a sentence what one finds there."""

    route: str
    name: str | Promise
    about: str | Promise

    @property
    def url(self) -> str:
        return reverse(self.route)


PARTS: tuple[tuple[str | Promise, tuple[Place, ...]], ...] = (
    (
        _("The centre"),
        (
            Place("home", _("Home"), _("What the centre does, in figures.")),
            Place("about", _("About the centre"), _("What kind of house it is, and which countries may ask it.")),
            Place("pages:list", _("News"), _("Press releases, the newest first.")),
            Place("agreements:list", _("Agreements"), _("What both governments have signed, and what stands.")),
            Place("agreements:decisions", _("Decisions"), _("What the committees of both sides have decided.")),
            Place("agreements:sessions", _("Sessions"), _("When the committees meet, and their minutes.")),
            Place("reports:annual", _("Annual reports"), _("What each year brought, as both sides have published it.")),
        ),
    ),
    (
        _("Its work"),
        (
            Place("consultations:start", _("Consultations"), _("How a public body asks for advice.")),
            Place("events:list", _("Events"), _("Trainings, conferences and sessions, coming and past.")),
            Place("practices:list", _("Practices"), _("What public bodies have built and use, in four languages.")),
            Place("practices:countries", _("Countries"), _("What each country has that others may build on.")),
            Place("practices:adoptions", _("Adoptions"), _("Which practices were taken home by another country.")),
            Place("projects:list", _("Projects"), _("What both sides carry out together.")),
        ),
    ),
    (
        pgettext_lazy("map of the site", "Figures"),
        (
            Place("projects:portfolio", _("Portfolio"), _("What joint projects cost and what they brought.")),
            Place("projects:indicators", _("Indicators"), _("How results are measured.")),
            Place("projects:open_data", _("Open data"), _("Tables and IATI files to take away.")),
        ),
    ),
    (
        _("Using this site"),
        (
            Place("accessibility", _("Accessibility"), _("How everybody can use the portal.")),
            Place("personal_data", _("Personal data"), _("What is kept about whom, and for how long.")),
            Place("people:view_settings", _("View settings"), _("Text size, contrast, theme and zone.")),
            Place("people:request_access", _("Ask for access"), _("For officials of public bodies.")),
        ),
    ),
)
