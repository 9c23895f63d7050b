"""What the travel desk hands out: the visa support letter of a person, and the list for the gate of a visit."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from calendars.moments import write_day
from core.localised import LANGUAGES, active_language
from events.actions.gate_lists import Line
from events.days import write_span
from events.models import Event, Participant, Session, Stop
from events.travel import Opened, PassportType
from papers import letter, report
from papers.blocks import Facts, Signature, Table
from papers.heads import head_of
from papers.words import Cell, Words
from people.audience import co_director
from people.enums import Side


def language_of(asked: str) -> str:
    """The language a paper is asked for in; the reader's own where it is none of ours."""
    return asked if asked in LANGUAGES else active_language()


# --- Visa support letter ---------------------------------------------------------------------------------------------


def visa_letter_pdf(participant: Participant, opened: Opened, *, language: str) -> bytes:
    """To the consular post: who comes, with which passport, to what, and who answers for the programme."""
    with translation.override(language):
        return letter.pdf([_visa_letter(participant, opened)], language=language)


def _visa_letter(participant: Participant, opened: Opened) -> letter.Letter:
    event, facts = participant.event, opened.facts
    stops = list(event.stops.select_related("country"))
    host = stops[0].country if stops else None
    born = ", ".join(one for one in (write_day(facts["birth_on"]), facts.get("birth_place", "")) if one)
    lines: list[tuple[Words, Words]] = [
        (_("Name, as in the passport"), participant.latin_name),
        (_("Born"), born),
        (_("Nationality"), facts["nationality"]),
        (_("Passport"), f"{PassportType(facts['passport_type']).label}, {facts['passport_number']}"),
        (_("Valid until"), write_day(facts["passport_expires_on"])),
        (_("Institution"), _body(participant)),
    ]
    if participant.post:
        lines.append((_("Post"), participant.post))
    lines += [(_("Event"), event.name), (_("Days"), _days(event)), (_("Places"), _places(stops))]
    return letter.Letter(
        head=head_of(event.centre, own=host.pk if host else "", number=event.reference, day=timezone.localdate()),
        addressee=[_("To the consular post concerned"), *([host.formal_name or host.name] if host else [])],
        subject=_("Support of a visa application"),
        salutation=_("To whom it may concern,"),
        paragraphs=[
            _("The centre confirms that the person named below is accepted as a participant of this event."),
            _("It asks you to issue the visa that is needed for the stay, in time for the journey."),
        ],
        facts=lines,
        closing=[_("The programme of the event is published by both sides of the centre, which answer for it.")],
        signatures=_signatures(event, host),
    )


def _body(participant: Participant) -> Words:
    if participant.delegation is not None:
        return participant.delegation.organisation.name
    return participant.organisation_name


def _days(event: Event) -> str:
    first, last = write_day(event.starts_on), write_day(event.ends_on)
    return first if first == last else f"{first} – {last}"


def _places(stops: Iterable[Stop]) -> str:
    return "; ".join(f"{stop.city}, {stop.country.name}" for stop in stops)


def _signatures(event: Event, host: Any) -> list[Signature]:
    """The co-director of the host's side; of both where neither side is the host."""
    centre = event.centre
    sides = [side for side in Side.values if host and centre.side_country(side).pk == host.pk] or list(Side.values)
    found = []
    for side in sides:
        person = co_director(centre, side)
        title = person.title_of_record() if person else _("Co-director")
        country = centre.side_country(side).name
        found.append(Signature(name=person.latin_name if person else "", title=title, country=country))
    return found


# --- The list for the gate -------------------------------------------------------------------------------------------


def head_of_list(*, asks: bool, groups: bool) -> list[str]:
    """The columns: no more than the gate asks for."""
    head = [_("No."), _("Family name"), _("Given name"), _("Country"), _("Institution")]
    head += [_("Nationality"), _("Number of the passport")] if asks else []
    return [*head, _("Group")] if groups else head


def rows_of_list(lines: Iterable[Line], *, asks: bool, groups: bool) -> Iterator[list[Cell]]:
    """The visitors, numbered; what is missing is left blank for the pen."""
    for number, line in enumerate(lines, 1):
        one = line.participant
        row: list[Cell] = [number, one.family_name, one.given_name, one.country.name, _body(one)]
        row += [line.nationality, line.number] if asks else []
        yield [*row, line.group.name if line.group else ""] if groups else row


def gate_list_pdf(session: Session, lines: list[Line], *, asks: bool, language: str) -> bytes:
    """One paper for the host: which visit, when, who."""
    with translation.override(language):
        groups = any(line.group for line in lines)
        when = (
            write_span(session.starts_at, session.ends_at, session.stop)
            if session.starts_at and session.ends_at
            else ""
        )
        host = session.visit.organisation if hasattr(session, "visit") else None
        facts: list[tuple[Words, Cell]] = [(_("Visit"), session.title), (_("When"), when)]
        facts += [(pgettext("visit", "Host"), host.name)] if host else []
        facts += [(_("Visitors"), len(lines))]
        table = Table(
            head_of_list(asks=asks, groups=groups),
            list(rows_of_list(lines, asks=asks, groups=groups)),
            caption=_("Names as in the passport"),
        )
        paper = report.Report(
            title=_("List for the gate"),
            subtitle=session.event.name,
            blocks=[Facts(facts), table],
            language=language,
            head=head_of(session.event.centre, own=session.stop.country_id, number=session.event.reference),
        )
        return report.pdf(paper)
