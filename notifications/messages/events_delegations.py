"""What is told of delegations, of the list of participants, and of the people on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Silence
from events import signals
from events.completeness import Item
from events.enums import DelegationStatus, EventStatus, ListStatus, PaperKind, ParticipantStatus
from events.models import Delegation, DelegationPaper, Participant, ParticipantList
from events.presentation.letters import acknowledgement_pdf, invitation_pdf
from events.workflow import accepting
from notifications.audience import events_delegations as to
from notifications.links import absolute
from notifications.messages.kind import Attachment, Kind, Said, entry_of, written_moment

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News

PDF = "application/pdf"


# --- Delegations -----------------------------------------------------------------------------------------------------


def _body(news: News) -> dict[str, Any]:
    """Whose delegation it is, what it is reminded of, which paper came."""
    context = news.row.context
    items = [str(Item(one).label) for one in context.get("items", ())]
    paper = PaperKind(context["kind"]).label if "kind" in context else ""
    return {"body": news.record.organisation.name, "items": ", ".join(items), "paper": paper}


def _dates(news: News, reader: Reader) -> dict[str, Any]:
    delegation: Delegation = news.record
    return {
        "nomination_due": reader.moment(delegation.due_at),
        "papers_due": reader.moment(delegation.event.papers_due_at),
        "quota": delegation.quota,
    }


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["delegation"])}


def _items(said: Said) -> dict[str, Any]:
    return {"items": list(said["items"])}


def _paper(said: Said) -> dict[str, Any]:
    paper: DelegationPaper = said["paper"]
    return {"kind": str(paper.kind)}


def _paper_number(said: Said) -> object:
    paper: DelegationPaper = said["paper"]
    return paper.pk


def _invitation(news: News, reader: Reader) -> list[Attachment]:
    """The letter itself, in the reader's language."""
    delegation: Delegation = news.record
    if delegation.letter_on is None:
        return []
    return [Attachment("invitation.pdf", PDF, invitation_pdf(delegation, language=reader.language))]


def _receipt(news: News, reader: Reader) -> list[Attachment]:
    delegation: Delegation = news.record
    if delegation.forwarded_at is None:
        return []
    return [Attachment("receipt.pdf", PDF, acknowledgement_pdf(delegation, language=reader.language))]


def _nomination_due(said: Said) -> object:
    delegation: Delegation = said["delegation"]
    return f"{delegation.pk}:{written_moment(delegation.due_at)}"


def _papers_due(said: Said) -> object:
    delegation: Delegation = said["delegation"]
    return f"{delegation.pk}:{written_moment(delegation.event.papers_due_at)}"


def _still_awaited(news: News) -> bool:
    delegation: Delegation = news.record
    return delegation.status == DelegationStatus.INVITED and delegation.event.status == EventStatus.ANNOUNCED


def _still_comes(news: News) -> bool:
    delegation: Delegation = news.record
    return delegation.status in DelegationStatus.coming() and delegation.event.status == EventStatus.ANNOUNCED


of_delegation = partial(Kind, about="delegation", rule="events.view_delegation", words=_body, letter_words=_dates)


# --- Lists -----------------------------------------------------------------------------------------------------------


def _number(news: News) -> dict[str, Any]:
    return {"number": news.record.number}


def _silence(news: News, reader: Reader) -> dict[str, Any]:
    """Until when a reply is awaited, and whether the reader's key is among those that are missing."""
    row: ParticipantList = news.record
    running = Silence.objects.about(row).filter(step="accept", ended_at=None).first()
    awaited = ParticipantList.objects.filter(accepting.awaiting(news.reader), pk=row.pk).exists()
    return {"silent_at": reader.moment(running.due_at) if running else "", "awaited": awaited}


def _list_reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["list"])}


of_list = partial(Kind, about="list", rule="events.view_list", words=_number)


# --- People ----------------------------------------------------------------------------------------------------------


def _person(news: News) -> dict[str, Any]:
    return {"name": news.record.display_name, "event_name": news.record.event.name}


def _why(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["participant"])}


def _own_page(news: News) -> str:
    """The page of the person, by the secret that this letter alone knows."""
    participant: Participant = news.record
    return reverse("events:registration", args=[participant.secret])


def _confirmation(news: News, _reader: Reader) -> dict[str, Any]:
    """Where somebody without an account says that he comes."""
    participant: Participant = news.record
    if participant.user_id is not None or participant.status != ParticipantStatus.ACCEPTED:
        return {"confirm_link": ""}
    return {"confirm_link": absolute(reverse("events:confirm_by_letter", args=[participant.secret]))}


def _still_accepted(news: News) -> bool:
    participant: Participant = news.record
    return participant.status in ParticipantStatus.seated()


of_person = partial(Kind, about="participant", rule="events.view_participant", words=_person)
to_person = partial(of_person, own_link=_own_page, link_text=_("See your participation"))

MESSAGES: list[Kind] = [
    # --- Delegations ---
    of_delegation(
        "delegation_invited",
        signals.delegation_invited,
        _("My institution was invited to an event"),
        to.told_invited,
        asks_in=DelegationStatus.INVITED,
        attachments=_invitation,
    ),
    of_delegation(
        "delegation_cancelled",
        signals.delegation_cancelled,
        _("An invitation of my institution was withdrawn"),
        to.told_invited,
        context=_reasons,
        at_once=True,
    ),
    of_delegation(
        "invitation_declined",
        signals.invitation_declined,
        _("An invitation was declined"),
        to.told_officers,
        context=_reasons,
    ),
    of_delegation(
        "nomination_submitted",
        signals.nomination_submitted,
        _("A nomination waits for the check of the contact point"),
        to.told_checking,
        asks_in=DelegationStatus.SUBMITTED,
    ),
    of_delegation(
        "nomination_forwarded",
        signals.nomination_forwarded,
        _("A nomination came in"),
        to.told_officers,
        asks_in=DelegationStatus.FORWARDED,
    ),
    of_delegation(
        "nomination_received",
        signals.nomination_forwarded,
        _("The centre received our nomination"),
        to.told_nominating,
        tells_actor=True,
        attachments=_receipt,
    ),
    of_delegation(
        "nomination_returned",
        signals.nomination_returned,
        _("A nomination was returned for revision"),
        to.told_nominating,
        asks_in=DelegationStatus.INVITED,
        context=_reasons,
    ),
    of_delegation(
        "delegation_reminded",
        signals.delegation_reminded,
        _("The centre reminds us of what is missing"),
        to.told_invited,
        context=_items,
        is_still_due=_still_comes,
    ),
    of_delegation(
        "paper_handed_in",
        signals.paper_handed_in,
        _("A delegation handed in a paper"),
        to.told_officers,
        event=_paper_number,
        context=_paper,
    ),
    of_delegation(
        "nomination_due_soon",
        signals.nomination_due_soon,
        _("A nomination is due soon"),
        to.told_invited,
        event=_nomination_due,
        in_office_hours=True,
        is_still_due=_still_awaited,
    ),
    of_delegation(
        "papers_due_soon",
        signals.papers_due_soon,
        _("Papers of our delegation are due soon"),
        to.told_nominating,
        event=_papers_due,
        context=_items,
        in_office_hours=True,
        is_still_due=_still_comes,
    ),
    # --- Lists ---
    of_list(
        "list_proposed",
        signals.list_proposed,
        _("A list of participants waits for my key"),
        to.told_proposed,
        asks_in=ListStatus.PROPOSED,
        letter_words=_silence,
    ),
    of_list(
        "list_key_turned",
        signals.list_key_turned,
        _("The other side signed the list of participants"),
        to.told_key,
        asks_in=ListStatus.PROPOSED,
        letter_words=_silence,
    ),
    of_list(
        "list_withdrawn",
        signals.list_withdrawn,
        _("A list of participants was withdrawn"),
        to.told_list,
        context=_list_reasons,
    ),
    of_list(
        "list_accepted",
        signals.list_accepted,
        _("A list of participants was accepted"),
        to.told_list,
    ),
    # --- People ---
    to_person(
        "participant_accepted",
        signals.participant_accepted,
        _("I was accepted to an event"),
        to.told_person,
        is_still_due=_still_accepted,
        letter_words=_confirmation,
    ),
    of_person(
        "nominee_accepted",
        signals.participant_accepted,
        _("Our nominee was accepted"),
        to.told_sender,
    ),
    of_person(
        "nominee_reserved",
        signals.participant_reserved,
        _("Our nominee was put on the reserve list"),
        to.told_sender,
    ),
    of_person(
        "nominee_declined",
        signals.participant_declined,
        _("Our nominee was not accepted"),
        to.told_sender,
        context=_why,
    ),
    of_person(
        "participation_confirmed",
        signals.participation_confirmed,
        _("A participant confirmed"),
        to.told_desk,
    ),
    of_person(
        "participant_withdrawn",
        signals.participant_withdrawn,
        _("A participant of a delegation does not come"),
        to.told_desk_and_sender,
        context=_why,
    ),
    to_person(
        "my_participation_ended",
        signals.participant_withdrawn,
        _("My participation was ended"),
        to.told_person,
        context=_why,
        at_once=True,
    ),
    of_person(
        "participant_replaced",
        signals.participant_replaced,
        _("An alternate comes in somebody’s place"),
        to.told_desk_and_sender,
        people=("by",),
        context=_why,
    ),
    to_person(
        "place_taken_over",
        signals.participant_replaced,
        _("I come in somebody’s place"),
        to.told_person,
        letter_words=_confirmation,
        at_once=True,
    ),
    Kind(
        "place_passed_on",
        signals.participant_replaced,
        _("Somebody comes in my place"),
        to.told_replaced_person,
        about="replaced",
        rule="events.view_participant",
        words=_person,
        own_link=_own_page,
        link_text=_("See your participation"),
    ),
]
