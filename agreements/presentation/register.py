"""One agreement as its page says it: validity, texts, articles, states in words. Reads only."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils.functional import Promise
from django.utils.translation import get_language_info, gettext_lazy, ngettext, pgettext_lazy
from django.utils.translation import gettext as _

from agreements.enums import AgreementStatus, CommitmentStatus, Force, Owner, TextKind
from agreements.models import Agreement, AgreementText, Article, Commitment
from agreements.presentation.force import SHAPES, force, last_day_of
from calendars.moments import write_day
from core.localised import LANGUAGE_NAMES, active_language
from files.columns import files_column, from_column
from files.models import StoredFile
from people.enums import Side
from people.models import Centre
from people.names import LANGUAGES_BY_CODE

STATUS_SHAPES = {
    AgreementStatus.DRAFT: "is-new",
    AgreementStatus.PROPOSED: "is-waiting",
    AgreementStatus.RECORDED: "is-done",
    AgreementStatus.ENDING: "is-waiting",
    AgreementStatus.ENDED: "is-stopped",
}
COMMITMENT_SHAPES = {
    CommitmentStatus.OPEN: "is-going",
    CommitmentStatus.REPORTED: "is-waiting",
    CommitmentStatus.FULFILLED: "is-done",
    CommitmentStatus.DROPPED: "is-stopped",
}
PHRASES: dict[str, str | Promise] = {
    "create": gettext_lazy("Record begun"),
    "propose": gettext_lazy("Laid before both sides"),
    "record": pgettext_lazy("journal", "Put into the register"),
    "record:key": gettext_lazy("Record confirmed for %(country)s"),
    "return": gettext_lazy("Returned with reasons"),
    "take_back": gettext_lazy("Taken back to the draft"),
    "propose_end": gettext_lazy("End proposed"),
    "end": pgettext_lazy("journal", "Ended by both sides"),
    "end:key": gettext_lazy("End confirmed for %(country)s"),
    "keep": gettext_lazy("Kept in force"),
    "expire": gettext_lazy("Its term is over"),
    "replace": gettext_lazy("Superseded by a later one"),
    "prolong": gettext_lazy("Prolonged by itself"),
    "alert:expiry": gettext_lazy("Both sides were warned of its expiry"),
    "alert:notice": gettext_lazy("Both sides were warned of the last day for notice"),
    "add_text": gettext_lazy("Text added"),
    "remove_text": gettext_lazy("Text removed"),
}
COMMITMENT_PHRASES: dict[str, str | Promise] = {
    "report": gettext_lazy("Reported as fulfilled"),
    "confirm": gettext_lazy("Confirmed as fulfilled"),
    "refuse": gettext_lazy("Returned with reasons"),
    "drop": pgettext_lazy("journal", "Dropped by both sides"),
    "drop:key": gettext_lazy("To be dropped, says %(country)s"),
}


@dataclass(frozen=True)
class State:
    """A shape and words."""

    shape: str
    words: Any


def state_of(agreement: Agreement, today: date) -> State:
    """Whether it binds; before it is in the register, how far its record is."""
    if agreement.status in (AgreementStatus.DRAFT, AgreementStatus.PROPOSED):
        return State(STATUS_SHAPES[AgreementStatus(agreement.status)], agreement.get_status_display())
    stands = force(agreement, today)
    return State(SHAPES[stands], stands.label)


@dataclass(frozen=True)
class Validity:
    """Whether it binds today, its days, and what they mean in words."""

    state: State
    left: str
    notice_by: date | None
    notice_left: str
    term: str


def validity_of(agreement: Agreement, today: date) -> Validity:
    """The days of the term as a reader needs them."""
    last = last_day_of(agreement)
    is_over = agreement.status in (AgreementStatus.DRAFT, AgreementStatus.PROPOSED, AgreementStatus.ENDED)
    notice_by = None if is_over else agreement.notice_by()
    return Validity(
        state_of(agreement, today),
        "" if last is None or force(agreement, today) == Force.AWAITED else days_left(last, today),
        notice_by,
        days_left(notice_by, today) if notice_by and notice_by >= today else "",
        term_of(agreement),
    )


def days_left(day: date, today: date) -> str:
    """How far away a day is."""
    left = (day - today).days
    if left < 0:
        return ngettext("%(count)s day ago", "%(count)s days ago", -left) % {"count": -left}
    if left == 0:
        return _("This is the last day.")
    return ngettext("%(count)s day left", "%(count)s days left", left) % {"count": left}


def term_of(agreement: Agreement) -> str:
    """How long it lasts and what happens then."""
    if agreement.ends_on is None:
        return _("It has no term.")
    if not agreement.renewal_months:
        return _("It is not prolonged without a new paper.")
    months = agreement.renewal_months
    return ngettext(
        "It is prolonged by itself by %(count)s month unless a party gives notice.",
        "It is prolonged by itself by %(count)s months unless a party gives notice.",
        months,
    ) % {"count": months}


# --- Texts -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TextRow:
    """A text with its files."""

    text: AgreementText
    files: list[StoredFile]
    language: str
    may_remove: bool = False


def texts_of(agreement: Agreement, granted: set[str]) -> list[TextRow]:
    """The texts with their files, the scan first; one query."""
    rows = agreement.texts.annotate(file_rows=files_column(AgreementText, permission="agreements.view_text")).order_by(
        "pk"
    )
    order = list(TextKind)
    is_draft = agreement.status == AgreementStatus.DRAFT
    found = [
        TextRow(
            row,
            from_column(row.file_rows),
            language_name(row.language),
            "agreements.add_text" in granted and (is_draft or row.kind == TextKind.TRANSLATION),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (order.index(TextKind(one.text.kind)), one.text.language))


def language_name(code: str) -> str:
    """The language in the reader's own; English alone writes it with a capital within a sentence."""
    try:
        name = str(get_language_info(code)["name_translated"]) if code else ""
    except KeyError:
        return LANGUAGE_NAMES.get(code) or LANGUAGES_BY_CODE.get(code, code)
    return name if active_language() == "en" else name.lower()


def prevailing_of(agreement: Agreement) -> str:
    """Which text counts, in a sentence."""
    if not agreement.languages:
        return ""
    names = ", ".join(language_name(code) for code in agreement.languages)
    if len(agreement.languages) == 1:
        return _("The text is authentic in one language: %(language)s.") % {"language": names}
    if agreement.prevailing:
        return _("Authentic in: %(languages)s. Where the texts differ, this one prevails: %(language)s.") % {
            "languages": names,
            "language": language_name(agreement.prevailing),
        }
    return _("Authentic in: %(languages)s. All these texts count equally.") % {"languages": names}


# --- Articles and commitments ----------------------------------------------------------------------------------------


def articles_of(agreement: Agreement) -> list[Article]:
    """The articles in their order, each with its commitments; two queries."""
    owed = Commitment.objects.select_related("organisation").order_by("due_on", "number")
    found: list[Any] = list(agreement.articles.prefetch_related(Prefetch("commitments", queryset=owed, to_attr="owed")))
    for article in found:
        for commitment in article.owed:
            commitment.agreement, commitment.article = agreement, article
    return found


def owner_words(owner: str, centre: Centre) -> str:
    """Whose it is, by the name of the state."""
    if owner == Owner.BOTH:
        return _("both sides")
    return str(centre.side_country(Side(owner)).name)


def state_of_commitment(commitment: Commitment, today: date) -> State:
    """What has become of it; an open one whose day has passed is late."""
    if commitment.status == CommitmentStatus.OPEN and commitment.due_on and commitment.due_on < today:
        return State("is-late", _("Late since %(day)s") % {"day": write_day(commitment.due_on)})
    return State(COMMITMENT_SHAPES[CommitmentStatus(commitment.status)], commitment.get_status_display())
