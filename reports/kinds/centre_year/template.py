"""The year of a centre as a paper: what it comes to in a sentence, the parts, the countries."""

from django.utils.translation import gettext as _

from papers import blocks as drawn
from reports.drawing import group_blocks, said
from reports.figures.figure import Figure
from reports.storing import Stored

COUNTRY = "country-"
LEAD = (
    "requests.received",
    "requests.answered",
    "events.held",
    "participants.attended",
    "practices.standing",
    "projects.running",
)


def blocks(stored: Stored) -> list[drawn.Block]:
    """The lead, the work of the whole centre, and the countries in protocol order."""
    whole = [group for group in stored.groups if not group.key.startswith(COUNTRY)]
    countries = [group for group in stored.groups if group.key.startswith(COUNTRY)]
    shown: list[drawn.Block] = []
    if facts := lead(stored):
        shown += [
            drawn.Heading(_("The year in figures")),
            drawn.Text(_("What the two sides and the countries they serve did together this year comes to this.")),
            drawn.Facts([(str(one.label), said(one)) for one in facts]),
        ]
    shown += group_blocks(whole)
    if countries:
        shown.append(drawn.Heading(_("Country by country")))
        shown += group_blocks(countries, level=2)
    return shown


def lead(stored: Stored) -> list[Figure]:
    """The figures that stand first, those of the whole centre."""
    whole = {one.key: one for group in stored.groups if not group.key.startswith(COUNTRY) for one in group.figures}
    return [whole[key] for key in LEAD if key in whole]
