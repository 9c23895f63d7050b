"""The letters of a delegation as papers: the invitation, and the receipt of its nomination. Same rows, same words."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from calendars.moments import atlas, write_day, write_moment
from core.localised import LANGUAGE_NAMES
from events.completeness import TRAVELS
from events.enums import ParticipantStatus
from events.models import Delegation, Event
from papers import letter
from papers.blocks import Signature
from papers.heads import head_of
from papers.words import Words
from people.audience import co_director
from people.enums import Side
from people.models import User


def language_for(readers: Iterable[User]) -> str:
    """The language of the first who reads it; English where nobody has an account."""
    return next((reader.language for reader in readers), "en")


def invitation_pdf(delegation: Delegation, *, language: str) -> bytes:
    """The invitation to nominate, in one language."""
    with translation.override(language):
        return letter.pdf([_invitation(delegation)], language=language)


def acknowledgement_pdf(delegation: Delegation, *, language: str) -> bytes:
    """What was received: who is nominated, by which letter, and what is still owed by when."""
    with translation.override(language):
        return letter.pdf([_acknowledgement(delegation)], language=language)


def _invitation(delegation: Delegation) -> letter.Letter:
    event = delegation.event
    facts = [*_facts(event), (_("Nominees"), _people(delegation.quota))]
    if delegation.due_at:
        facts.append((_("Nomination due"), _moment(delegation, delegation.due_at)))
    if event.papers_due_at:
        facts.append((_("Country report and slides due"), _moment(delegation, event.papers_due_at)))
    return letter.Letter(
        head=head_of(event.centre, number=delegation.letter_number, day=delegation.letter_on),
        addressee=[delegation.organisation.name, delegation.country.formal_name or delegation.country.name],
        subject=_("Invitation: %(event)s") % {"event": event.name},
        salutation=_("Dear colleagues,"),
        paragraphs=[
            _(
                "The two sides of the centre have the honour to invite your institution to send a delegation "
                "to this event."
            ),
            _(
                "We ask you to nominate those who work in its subject and in one of its languages, in the order of "
                "precedence, and at least one alternate. The nomination is made in the portal of the centre by the "
                "focal point of your institution, with a letter signed by an authorised official."
            ),
        ],
        facts=facts,
        closing=[
            _("Both sides decide on the list of participants together. You will be told the outcome in the portal.")
        ],
        signatures=_signatures(event),
    )


def _acknowledgement(delegation: Delegation) -> letter.Letter:
    event = delegation.event
    there = delegation.participants.filter(status__in=ParticipantStatus.present()).order_by(
        "is_alternate", "order", "pk"
    )
    named = [
        (_("Alternate") if one.is_alternate else _("Nominee"), ", ".join(part for part in (str(one), one.post) if part))
        for one in there
    ]
    facts = [*_facts(event), *named]
    if event.papers_due_at:
        facts.append((_("Country report and slides due"), _moment(delegation, event.papers_due_at)))
    reference = ""
    if delegation.nomination_number and delegation.nomination_on:
        reference = _("Your letter %(number)s of %(day)s") % {
            "number": delegation.nomination_number,
            "day": write_day(delegation.nomination_on),
        }
    received = delegation.forwarded_at
    return letter.Letter(
        head=head_of(
            event.centre,
            number=delegation.letter_number,
            day=received.astimezone(_zone(delegation)).date() if received else None,
        ),
        addressee=[delegation.organisation.name, delegation.country.formal_name or delegation.country.name],
        reference=reference,
        subject=_("Nomination received: %(event)s") % {"event": event.name},
        salutation=_("Dear colleagues,"),
        paragraphs=[
            _("The centre has received your nomination. Its officers check it; then both sides decide on the list."),
        ],
        facts=facts,
        closing=[_("An accepted participant who cannot come is replaced by an alternate of your delegation.")],
        signatures=_signatures(event),
    )


def _facts(event: Event) -> list[tuple[Words, Words]]:
    first, last = write_day(event.starts_on), write_day(event.ends_on)
    found: list[tuple[Words, Words]] = [
        (_("Event"), event.name),
        (_("Days"), first if first == last else f"{first} – {last}"),
    ]
    stops = event.stops.select_related("country").order_by("position", "pk")
    if places := [f"{stop.city}, {stop.country.name}" for stop in stops]:
        found.append((_("Places") if len(places) > 1 else _("Place"), "; ".join(places)))
    found.append((_("Mode"), str(event.get_mode_display())))
    if event.languages:
        found.append((_("Working languages"), ", ".join(LANGUAGE_NAMES[code] for code in event.languages)))
    if event.mode in TRAVELS:
        found.append((_("Visas"), _("A letter of support is issued for every accepted participant who needs one.")))
    return found


def _people(quota: int) -> str:
    return ngettext("%(count)s person, and alternates", "%(count)s persons, and alternates", quota) % {"count": quota}


def _zone(delegation: Delegation) -> ZoneInfo:
    place = atlas.place(delegation.country_id)
    assert place is not None  # noqa: S101  every country has a capital
    return place.zone


def _moment(delegation: Delegation, moment: datetime) -> str:
    """In the time of the invited country."""
    place = atlas.place(delegation.country_id)
    assert place is not None  # noqa: S101  every country has a capital
    return write_moment(moment, place, style="weekday")[0]


def _signatures(event: Event) -> list[Signature]:
    """Both co-directors, side A first; a vacant post is signed by hand."""
    found = []
    for side in Side.values:
        person, country = co_director(event.centre, side), event.centre.side_country(side)
        title = person.title_of_record() if person else _("Co-director")
        found.append(Signature(name=person.latin_name if person else "", title=title, country=country.name))
    return found
