"""The committee pack, and minutes alone, as papers: in the reader's language and copy, own side first. Reads only.

Called within the language of the paper and the zone of its reader.
"""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.enums import DecisionStatus, ItemKind, MinutesState
from agreements.models import Action, CommitteeSession, SessionMinutes
from agreements.presentation import sessions as shown
from agreements.presentation.decisions import ActionLine, action_line, actions_seen, decisions_of
from agreements.workflow import minuting
from calendars.moments import places_of, write_moment
from core.localised import LANGUAGE_NAMES
from papers import blocks
from papers.heads import head_of
from papers.report import Report
from people.keys import KeyView, keys_of

MOST_ACTIONS = 200  # of earlier sessions


def pack_of(session: CommitteeSession, user: Any, *, language: str) -> Report:
    """Everything that lies before the session, as far as this reader may see it; ten queries."""
    granted = shown.granted_on(session)
    is_inside = "agreements.view_session_history" in granted
    members = shown.members_of(session, is_inside=is_inside)
    delegations = shown.delegations_of(session, members, user)
    decisions = decisions_of(session, user)
    papers = shown.papers_of(session, user)
    items, whole = shown.agenda_of(session, papers, decisions)
    minutes = SessionMinutes.objects.visible_to(user).filter(session=session)
    latest = next(iter(minutes.exclude(state=MinutesState.SUPERSEDED)), None)
    parts: list[blocks.Block] = [
        blocks.Facts(_facts(session, user, quorum=shown.quorum_of(session, delegations) if is_inside else "")),
        *_delegations(delegations, is_inside=is_inside),
        *_agenda(items),
        *_papers([*[paper for item in items for paper in item.papers], *whole]),
        *_decisions(decisions),
        *_actions(_("Actions of this session"), _lines(user, decision__session=session)),
        *_actions(_("Actions of earlier sessions, and what became of them"), _earlier(session, user)),
        *_minutes(latest),
    ]
    own = next((one.country.pk for one in delegations if one.is_own and one.country), "")
    return Report(
        title=session.committee.name,
        subtitle=_("Session %(number)d, programme year %(year)d")
        % {"number": session.number, "year": session.programme_year},
        blocks=parts,
        language=language,
        head=head_of(session.centre, own=own, number=session.reference, day=timezone.localdate()),
    )


def _facts(session: CommitteeSession, user: Any, *, quorum: str) -> list[tuple[Any, Any]]:
    facts: list[tuple[Any, Any]] = [
        (_("Begins"), _moment(session.starts_at, session, user)),
        (_("Ends"), _moment(session.ends_at, session, user)),
        (_("State"), session.get_status_display()),
    ]
    if session.place:
        facts.append((_("Place"), session.place))
    if founding := shown.founding_of(session):
        facts.append((_("Founded by"), f"{founding.reference} {founding.title}"))
    if session.is_closed:
        day = session.release_on
        facts.append((_("Closed meeting, released to the public from"), day or _("no day")))
    if quorum:
        facts.append((_("Quorum"), quorum))
    return facts


def _moment(moment: Any, session: CommitteeSession, user: Any) -> str:
    centre = session.centre
    side = user.standing.side_in(centre) if user.is_authenticated else ""
    other = centre.side_a if side == "b" else centre.side_b
    own, across = places_of(user, other)
    if own is None:
        return timezone.localtime(moment).isoformat(timespec="minutes")
    return ", ".join(part for part in write_moment(moment, own, across, style="weekday") if part)


def _delegations(delegations: list[shown.Delegation], *, is_inside: bool) -> list[blocks.Block]:
    found: list[blocks.Block] = []
    for one in delegations:
        if not one.members:
            continue
        found.append(blocks.Heading(one.country.name if one.country else _("Observers"), level=2))
        head = [_("Name"), _("Title"), _("Body"), _("Role")]
        rows = [[m.name, m.title, m.organisation.name, m.get_role_display()] for m in one.members]
        if is_inside:
            head.append(_("Presence"))
            rows = [[*row, m.get_presence_display()] for row, m in zip(rows, one.members, strict=True)]
        found.append(blocks.Table(head, rows))
    return [blocks.Heading(_("Members")), *found] if found else []


def _agenda(items: list[shown.Item]) -> list[blocks.Block]:
    if not items:
        return []
    kinds = dict(ItemKind.choices)
    rows = [
        [str(one.row.number), one.row.title, kinds[one.row.kind], ", ".join(paper.row.symbol for paper in one.papers)]
        for one in items
    ]
    table = blocks.Table([_("No."), _("Item"), _("Purpose"), _("Papers")], rows, widths=(1, 7, 3, 3))
    notes = [blocks.Text(one.row.note, tone="soft") for one in items if one.row.note]
    return [blocks.Heading(_("Agenda")), table, *notes]


def _papers(papers: list[shown.Paper]) -> list[blocks.Block]:
    if not papers:
        return []
    rows = [
        [
            paper.row.symbol,
            paper.row.title,
            ", ".join(LANGUAGE_NAMES.get(file.language, file.language) for file in paper.files),
            "; ".join(file.name for file in paper.files),
            _("for members only") if paper.row.is_closed else "",
        ]
        for paper in sorted(papers, key=lambda one: one.row.number)
    ]
    head = [_("Symbol"), _("Title"), _("Languages"), _("Files"), _("Who reads it")]
    return [blocks.Heading(_("Papers")), blocks.Table(head, rows, widths=(2, 5, 3, 4, 2))]


def _decisions(decisions: list[Any]) -> list[blocks.Block]:
    found: list[blocks.Block] = []
    for one in decisions:
        found += [
            blocks.Heading(f"{one.reference} {one.title}", level=2),
            blocks.Text(f"{one.get_kind_display()}. {one.get_status_display()}.", tone="soft"),
            blocks.Text(one.text),
        ]
        if one.status != DecisionStatus.ADOPTED:
            found.append(blocks.Text(_("It is not in force."), tone="strong"))
    return [blocks.Heading(_("Decisions")), *found] if found else []


def _lines(user: Any, **match: Any) -> list[ActionLine]:
    if not user.is_authenticated:
        return []
    rows = actions_seen(user).filter(**match).order_by("decision__session__starts_at", "decision__number", "number")
    return [action_line(row, user) for row in rows[:MOST_ACTIONS]]


def _earlier(session: CommitteeSession, user: Any) -> list[ActionLine]:
    """Those of the committee's earlier sessions that were open when this one began, or are still."""
    rows = _lines(
        user,
        decision__session__committee=session.committee,
        decision__session__starts_at__lt=session.starts_at,
        decision__status=DecisionStatus.ADOPTED,
    )
    day = timezone.localdate(session.starts_at)
    previous = _day_of_previous(session) or day
    return [line for line in rows if line.row.settled_on is None or line.row.settled_on >= previous]


def _day_of_previous(session: CommitteeSession) -> Any:
    """The day of the session before: what was settled since then is reported to this one."""
    earlier = session.committee.sessions.filter(starts_at__lt=session.starts_at).order_by("-starts_at")
    moment = earlier.values_list("starts_at", flat=True).first()
    return timezone.localdate(moment) if moment else None


def _actions(heading: str, lines: list[ActionLine]) -> list[blocks.Block]:
    if not lines:
        return []
    rows = [[_number(line.row), line.row.text, _owed(line), line.row.due_on, _became(line)] for line in lines]
    head = [_("No."), _("Action"), _("Owed by"), _("Due"), _("State")]
    return [blocks.Heading(heading), blocks.Table(head, rows, widths=(2, 5, 3, 2, 4))]


def _number(action: Action) -> str:
    return action.reference


def _owed(line: ActionLine) -> str:
    body = [str(line.row.organisation.name)] if line.row.organisation else []
    return ", ".join([*(str(country.name) for country in line.owners), *body])


def _became(line: ActionLine) -> str:
    return f"{line.state.words}: {line.row.result}" if line.row.result else str(line.state.words)


# --- Minutes ---------------------------------------------------------------------------------------------------------


def _minutes(minutes: SessionMinutes | None) -> list[blocks.Block]:
    if minutes is None or not minutes.text:
        return []
    found: list[blocks.Block] = [blocks.Heading(_("Minutes"))]
    if minutes.state != MinutesState.AGREED:
        found.append(blocks.Text(_version(minutes), tone="strong"))
    return [*found, blocks.Text(minutes.text)]


def _version(minutes: SessionMinutes) -> str:
    said = _("Version %(number)s: %(state)s") % {"number": minutes.version, "state": minutes.get_state_display()}
    return said if minutes.state == MinutesState.AGREED else ". ".join([said, _("It is not in force.")])


def minutes_report(minutes: SessionMinutes, user: Any, *, language: str) -> Report:
    """One version of the minutes with both keys."""
    session = minutes.session
    keys = keys_of(minutes, minuting, "agree", user, centre=session.centre)
    own = next((key.country.pk for key in keys.keys if key.is_own), "")
    facts: list[tuple[Any, Any]] = [
        (_("Session"), f"{session.reference} {session.committee.name}"),
        (_("Begins"), _moment(session.starts_at, session, user)),
    ]
    if session.place:
        facts.append((_("Place"), session.place))
    parts: list[blocks.Block] = [
        blocks.Facts([*facts, (_("Version"), _version(minutes))]),
        blocks.Heading(_("Minutes")),
        blocks.Text(minutes.text),
    ]
    if minutes.proposed_at:
        parts += [blocks.Heading(_("Two keys")), blocks.Keys([_key(key) for key in keys.keys], keys.outcome)]
    day = timezone.localdate(minutes.agreed_at or session.starts_at)
    return Report(
        title=_("Minutes"),
        subtitle=session.committee.name,
        blocks=parts,
        language=language,
        head=head_of(session.centre, own=own, number=f"{session.reference}/M{minutes.version}", day=day),
    )


def _key(key: KeyView) -> blocks.Key:
    signature = key.signature
    if signature is None:
        return blocks.Key(key.country.name)
    who = ", ".join(part for part in (signature.by_name, str(signature.by_title)) if part)
    state = "silence" if signature.by_silence else "signed"
    return blocks.Key(key.country.name, state, who, timezone.localdate(signature.signed_at))
