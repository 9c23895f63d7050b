"""The minutes as a paper: text, decisions, actions, and both keys. Reads only."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.moments import write_day
from events.enums import MinutesStatus, OutcomeKind
from events.models import Minutes, Outcome
from events.workflow import minuting
from papers import blocks
from papers.heads import head_of
from papers.report import Report
from people.keys import KeyView, keys_of

SIGNED, SILENCE = "signed", "silence"


def report_of(minutes: Minutes, user: Any, *, language: str) -> Report:
    """Everything that the version says, in one language, with the reader's own side first; four queries.

    Called within that language. A version that is not in force says so below its title.
    """
    event = minutes.event
    keys = keys_of(minutes, minuting, "agree", user)
    own = next((key.country.pk for key in keys.keys if key.is_own), "")
    version = _("Version %(number)s: %(state)s") % {
        "number": minutes.version,
        "state": minutes.get_status_display(),
    }
    outcomes = list(Outcome.objects.filter(event=event).select_related("country", "organisation"))
    decisions = [one for one in outcomes if one.kind == OutcomeKind.DECISION]
    actions = [one for one in outcomes if one.kind == OutcomeKind.ACTION]
    shown: list[blocks.Block] = [
        blocks.Facts(_facts(minutes, version)),
        blocks.Heading(_("Minutes")),
        blocks.Text(minutes.text),
    ]
    if decisions or actions:
        as_of = _("Decisions and actions are given as they stood on %(day)s.") % {
            "day": write_day(timezone.localdate())
        }
        shown.append(blocks.Text(as_of, tone="soft"))
    if decisions:
        shown += [blocks.Heading(_("Decisions")), _table(decisions, with_owner=False)]
    if actions:
        shown += [blocks.Heading(_("Actions")), _table(actions, with_owner=True)]
    if minutes.proposed_at:
        shown += [blocks.Heading(_("Two keys")), blocks.Keys([_key(key) for key in keys.keys], keys.outcome)]
    day = timezone.localdate(minutes.agreed_at) if minutes.agreed_at else minutes.held_on
    return Report(
        title=_("Minutes of the wrap-up meeting"),
        subtitle=event.name,
        blocks=shown,
        language=language,
        head=head_of(event.centre, own=own, number=f"{event.reference}/M{minutes.version}", day=day),
    )


def _facts(minutes: Minutes, version: str) -> list[tuple[Any, Any]]:
    facts: list[tuple[Any, Any]] = [(_("Event"), minutes.event.name), (_("Held on"), minutes.held_on)]
    if minutes.place:
        facts.append((_("Place"), minutes.place))
    if minutes.chair:
        facts.append((_("Chaired by"), minutes.chair))
    if minutes.status != MinutesStatus.AGREED:
        version = ". ".join([version, _("It is not in force.")])
    return [*facts, (_("Version"), version)]


def _table(outcomes: list[Outcome], *, with_owner: bool) -> blocks.Table:
    if not with_owner:
        rows: list[list[Any]] = [[str(one.number), one.text, one.get_status_display()] for one in outcomes]
        return blocks.Table([_("No."), _("Decision"), _("State")], rows, widths=(1, 8, 3))
    rows = [
        [
            str(one.number),
            one.text,
            one.organisation.name if one.organisation else one.country.name if one.country else "",
            one.due_on,
            one.get_status_display(),
        ]
        for one in outcomes
    ]
    head = [_("No."), _("Action"), _("Owed by"), _("Due"), _("State")]
    return blocks.Table(head, rows, widths=(1, 6, 3, 2, 2))


def _key(key: KeyView) -> blocks.Key:
    signature = key.signature
    if signature is None:
        return blocks.Key(key.country.name)
    who = ", ".join(part for part in (signature.by_name, str(signature.by_title)) if part)
    state = SILENCE if signature.by_silence else SIGNED
    return blocks.Key(key.country.name, state, who, timezone.localdate(signature.signed_at))
