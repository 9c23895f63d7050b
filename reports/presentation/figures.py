"""What a figure was narrowed by, in words. Reads only."""

from typing import Any

from django.utils.translation import gettext as _

from consultations.models import Topic
from practices.models import PracticeTopic
from reports.figures.figure import Asked
from reports.figures.table import Table


def name_of_topic(code: str) -> Any:
    """The name of a subject of requests by its number, of a topic of practices by its key; "" where there is none."""
    if code.isdigit():
        found: Any = Topic.objects.filter(pk=code).first()
    else:
        found = PracticeTopic.objects.filter(key=code).first()
    return found.name if found else ""


def narrowed_by(table: Table, asked: Asked) -> list[tuple[str, Any]]:
    """What narrowed the rows of this table: a heading and the words."""
    found: list[tuple[str, Any]] = []
    if asked.side and table.side:
        found.append((_("Side"), asked.centre.side_country(asked.side).name))
    if asked.event and table.event:
        found.append((_("Event"), asked.event.name))
    if asked.country and table.country:
        found.append((_("Country"), asked.country.name))
    if asked.topic and table.narrows_by_topic(asked):
        found.append((_("Topic"), name_of_topic(asked.topic)))
    return found
