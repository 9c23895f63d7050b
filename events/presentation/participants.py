"""The people of an event as officers see them: in a list, and as a table to take along. Reads only."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from core.localised import LocalisedText
from events.enums import ParticipantStatus
from events.models import Event, Participant, RegistrationField
from events.presentation.registration import written

BATCH = 500
NAMES = ("family_name", "given_name", "family_name_own", "given_name_own", "organisation_name", "email")


def narrowed(event: Event, chosen: dict[str, Any]) -> QuerySet[Participant]:
    """The people of the event that the filters leave."""
    rows = event.participants.select_related("country", "delegation__organisation")
    if state := chosen.get("state"):
        rows = rows.filter(status=state)
    if country := chosen.get("country"):
        rows = rows.filter(country=country)
    if way := chosen.get("way"):
        rows = rows.filter(delegation__isnull=way == "alone")
    return rows.filter(matching(chosen["q"])) if chosen.get("q") else rows


def matching(text: str) -> Q:
    """Each word of it in some name, in either script; or the code of the badge."""
    found = Q()
    for word in text.split():
        named = Q(code=word.upper())
        for name in NAMES:
            named |= Q(**{f"{name}__icontains": word})
        found &= named
    return found


def counts_of(event: Event) -> list[tuple[str, str, int]]:
    """State, its word and how many, in the order of the states; one query."""
    rows = event.participants.order_by().values("status").annotate(number=Count("pk"))
    numbers = {row["status"]: row["number"] for row in rows}
    return [(one.value, str(one.label), numbers[one.value]) for one in ParticipantStatus if one.value in numbers]


def header_of(questions: list[RegistrationField]) -> list[str]:
    return [
        *(_("Family name"), _("Given name"), _("Name in own script"), _("E-mail address"), _("Country")),
        *(_("Organisation"), _("Post"), _("Delegation"), _("State"), _("Language of letters")),
        *(_("Language of interpretation"), _("Entered"), _("Badge")),
        *(str(one.label) for one in questions),
    ]


def table_of(rows: QuerySet[Participant], questions: list[RegistrationField]) -> Iterator[list[Any]]:
    """The same rows for a file, some hundreds at a time: no cursor is held open while the file is being sent."""
    rows, last = rows.order_by("pk"), 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        for row in batch:
            yield [
                *(row.family_name, row.given_name, str(row.own_name), row.email, row.country_id),
                *(row.organisation_name, row.post, _body(row), row.get_status_display(), row.language),
                *(row.needs_language, row.created_at.isoformat(timespec="minutes"), row.code),
                *(written(one, row.answers[one.key]) if one.key in row.answers else "" for one in questions),
            ]
        last = batch[-1].pk


def _body(row: Participant) -> LocalisedText | str:
    return row.delegation.organisation.name if row.delegation else ""
