"""How a request is told on a page: one line of state, the steps, the keys, the thread, the history, what is asked.

Reads only; every query here is of one request, so a page costs the same however long its thread is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calendars.directory import calendar_of
from calendars.working_time import day_strip
from consultations.enums import AnswerState, Role, Status
from consultations.models import (
    AnswerPart,
    AnswerTranslation,
    Clock,
    ClockPause,
    Consultation,
    CriterionScore,
    Message,
    MessageText,
    PreferredWindow,
    Question,
    RequestTranslation,
)
from consultations.workflow import lifecycle
from core import policies
from core.localised import LANGUAGE_NAMES, LocalisedText, reading_order
from core.models import JournalEntry, Signature
from core.workflow import Step
from people.enums import Function, Side

# An advisor is named on the way out of these, and none of them is ever come back to: nobody has a part yet, no answer.
BEFORE_ADVISORS = (Status.DRAFT, Status.SUBMITTED, Status.REGISTERED, Status.ACCEPTED, Status.DECLINED)
HISTORY = 60  # entries shown; the rest is in the journal of the administration
THREAD = 100  # contributions shown, the latest

# --- One line ---------------------------------------------------------------------------------------------------------

SHAPES = {
    Status.DRAFT: "is-new",
    Status.SUBMITTED: "is-waiting",
    Status.REGISTERED: "is-waiting",
    Status.ACCEPTED: "is-going",
    Status.IN_PROGRESS: "is-going",
    Status.WAITING: "is-waiting",
    Status.ANSWERED: "is-waiting",
    Status.CLOSED: "is-done",
    Status.DECLINED: "is-stopped",
    Status.WITHDRAWN: "is-stopped",
}
WORDS: dict[str, Promise] = {
    Status.DRAFT: gettext_lazy("Draft"),
    Status.SUBMITTED: gettext_lazy("Waiting for the contact point"),
    Status.REGISTERED: gettext_lazy("Waiting for the keys of both sides"),
    Status.ACCEPTED: gettext_lazy("Agreed by both, advisor to be named"),
    Status.IN_PROGRESS: gettext_lazy("Answer in preparation"),
    Status.WAITING: gettext_lazy("Waiting for the requester"),
    Status.ANSWERED: gettext_lazy("Answered, waiting for acceptance"),
    Status.CLOSED: gettext_lazy("Answer accepted"),
    Status.DECLINED: gettext_lazy("Declined"),
    Status.WITHDRAWN: gettext_lazy("Withdrawn"),
}
ON_ITS_WAY: dict[str, Promise] = {
    AnswerState.TRANSLATION: gettext_lazy("Answer being translated"),
    AnswerState.CHECK: gettext_lazy("Answer being checked"),
}


@dataclass(frozen=True)
class State:
    """A shape and words that say who or what is awaited."""

    shape: str
    words: str | Promise


def state_of(consultation: Consultation) -> State:
    """The state of a request in a list or at the head of its page."""
    shape = SHAPES[Status(consultation.status)]
    words = WORDS[consultation.status]
    if consultation.status == Status.IN_PROGRESS:
        words = ON_ITS_WAY.get(consultation.answer_state, words)
    elif consultation.status == Status.DRAFT and consultation.submitted_at:
        return State("is-soon", gettext_lazy("Returned for revision"))
    return State(shape, words)


# --- Steps ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stage:
    """One mark of the step indicator: done, now or to come; with a day, or the day it is due."""

    name: str
    state: str
    on: datetime | None = None
    due: datetime | None = None


LAST = 5  # the stage whose day is known beforehand


def stages_of(consultation: Consultation, due_at: datetime | None) -> list[Stage]:
    """The way of the request; `due_at` is when the present stage is due. One declined or withdrawn ends there."""
    now = consultation.status
    reached = {
        Status.DRAFT: 0,
        Status.SUBMITTED: 1,
        Status.REGISTERED: 2,
        Status.ACCEPTED: 3,
        Status.IN_PROGRESS: 3,
        Status.WAITING: 3,
        Status.ANSWERED: 4,
        Status.CLOSED: 5,
    }
    use_on = consultation.use_reported_at or (consultation.closed_at and consultation.closed_at + timedelta(days=182))
    names: list[tuple[str, datetime | None]] = [
        (_("Sent"), consultation.submitted_at),
        (_("Registered"), consultation.registered_at),
        (_("Agreed by both"), consultation.decided_at),
        (_("Answer"), consultation.answered_at),
        (_("Accepted"), consultation.closed_at),
        (_("Was it used?"), use_on),
    ]
    if now in (Status.DECLINED, Status.WITHDRAWN):
        ended = (_("Declined") if now == Status.DECLINED else _("Withdrawn"), consultation.moved_at)
        done = [(name, on) for name, on in names if on and on <= consultation.moved_at and name != _("Agreed by both")]
        return [*(Stage(name, "done", on) for name, on in done), Stage(ended[0], "now", ended[1])]
    here = 6 if consultation.use_reported_at else reached[Status(now)]
    stages = []
    for number, (name, on) in enumerate(names):
        if number < here:
            stages.append(Stage(name, "done", on))
        else:
            is_now = number == here
            stages.append(
                Stage(name, "now" if is_now else "", on if number == LAST else None, due_at if is_now else None)
            )
    return stages


# --- Keys -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class KeyView:
    """One side's key: whose, turned or not, by whom and when, for acceptance or against."""

    side: str
    country: Any
    is_own: bool
    signature: Signature | None = None

    @property
    def css(self) -> str:
        """look.md: solid when signed, dotted by silence, dashed when not yet."""
        if self.signature is None:
            return ""
        return "is-silence" if self.signature.by_silence else "is-signed"

    @property
    def objects(self) -> bool:
        """Turned against."""
        return self.signature is not None and self.signature.step == "decline"


@dataclass(frozen=True)
class Decision:
    """Both keys, own side first, and what they amount to."""

    keys: list[KeyView]
    outcome: str
    may_sign: bool = False
    due_at: datetime | None = None


def decision_of(consultation: Consultation, signatures: Sequence[Signature], user: Any) -> Decision | None:
    """The two keys of the decision on the request; none before it is registered."""
    if consultation.registered_at is None or consultation.status in (Status.DRAFT, Status.SUBMITTED):
        return None
    shown = {one.key: one for one in signatures if one.cleared_at is None and one.step in ("decide", "decline")}
    if not shown and consultation.status == Status.WITHDRAWN:
        return None
    own = user.standing.side_in(consultation.centre)
    sides = sorted(Side.values, key=lambda side: (side != own, side))
    keys = [KeyView(side, consultation.centre.side_country(side), side == own, shown.get(side)) for side in sides]
    holds = {held.side for held in user.standing.holding(Function.CO_DIRECTOR, centre_id=consultation.centre_id)}
    is_open = consultation.status == Status.REGISTERED
    may_sign = is_open and any(key.side in holds and key.signature is None for key in keys)
    return Decision(keys, _outcome(consultation, keys), may_sign, consultation.due_at if is_open else None)


def _outcome(consultation: Consultation, keys: list[KeyView]) -> str:
    if consultation.status == Status.DECLINED:
        return _("Both keys. The request is declined.")
    if consultation.status != Status.REGISTERED:
        return _("Both keys. The request is accepted.") if all(key.signature for key in keys) else ""
    turned = [key for key in keys if key.signature]
    if not turned:
        return _("No key of two. The request is not decided.")
    if len(turned) < len(keys):
        if turned[0].objects:
            return _("One key of two, against. Silence does not decide any more.")
        return _("One key of two. The request is not decided.")
    return _("The two sides disagree. The request is decided when both turn their keys the same way.")


# --- Thread -----------------------------------------------------------------------------------------------------------


@dataclass
class Contribution:
    """One message with its original and the translation that suits the reader, side by side."""

    message: Message
    original: MessageText
    translation: MessageText | None = None
    other_languages: list[str] = field(default_factory=list)
    corrections: int = 0
    can_translate: bool = False
    is_own: bool = False

    @property
    def is_outdated(self) -> bool:
        """The translation was made from an earlier original."""
        return self.translation is not None and self.translation.source_id != self.original.pk


def contributions(consultation: Consultation, user: Any, *, kind: str = "") -> list[Contribution]:
    """The thread as this person may read it, in one query; oldest first."""
    visible = Message.objects.filter(policies.q("consultations.view_message", user), consultation=consultation)
    if kind:
        visible = visible.filter(kind=kind)
    latest = visible.order_by("-at", "-pk").values("pk")[:THREAD]
    texts = (
        MessageText.objects.filter(message__in=latest)
        .select_related("message__author", "message__country", "by")
        .order_by("message__at", "message_id", "pk")
    )
    found: dict[int, list[MessageText]] = {}
    for text in texts:
        found.setdefault(text.message_id, []).append(text)
    translates = _translates(consultation, user)
    return [_contribution(versions, user, translates=translates) for versions in found.values()]


def _translates(consultation: Consultation, user: Any) -> bool:
    """The rule consultations.translate_message, answered from what the page knows already."""
    return (
        user.standing.holds(Function.OFFICER, centre_id=consultation.centre_id)
        or consultation.country_id in user.standing.country_codes(Function.CONTACT_POINT)
        or any(one.user_id == user.pk and one.role == Role.TRANSLATOR for one in people_of(consultation))
    )


def _contribution(versions: list[MessageText], user: Any, *, translates: bool) -> Contribution:
    originals = [text for text in versions if text.source_id is None]
    original = originals[-1]
    latest = {text.language: text for text in versions if text.source_id is not None}
    # A reader of Belarusian needs no English beside a Russian original.
    wanted = (lang for lang in (*reading_order(), *latest) if lang == original.language or lang in latest)
    chosen = latest.get(next(wanted, ""))
    message = original.message
    return Contribution(
        message=message,
        original=original,
        translation=chosen,
        other_languages=[lang for lang in latest if chosen is None or lang != chosen.language],
        corrections=len(originals) - 1,
        can_translate=translates and not message.is_internal,
        is_own=message.author_id == user.pk,
    )


# --- Answer -----------------------------------------------------------------------------------------------------------


@dataclass
class QuestionView:
    """A question, and what has been answered to it, as far as the reader may see."""

    number: int
    text: LocalisedText
    part: AnswerPart | None = None
    state: State | None = None
    translation: str = ""
    translation_language: str = ""


@dataclass
class AnswerView:
    """The version the reader sees: the latest sent one, or for those who prepare it the one in preparation."""

    answer: Any = None
    is_outdated: bool = False
    checked_by: str = ""
    in_preparation: Any = None


def answer_of(consultation: Consultation, *, prepares: bool) -> tuple[list[QuestionView], AnswerView]:
    """The questions with their answers, from a request `with_small_parts`; one query, or none."""
    questions = questions_of(consultation)
    if consultation.status in BEFORE_ADVISORS:
        return questions, AnswerView()
    translations = AnswerTranslation.objects.filter(answer=OuterRef("answer")).values(
        json=JSONObject(language="language", of="of_revision", checked="checked_by__family_name")
    )
    parts = (
        AnswerPart.objects.filter(answer__consultation=consultation)
        .filter(Q() if prepares else Q(answer__state=AnswerState.SENT))
        .select_related("answer__by", "question")
        .annotate(translations=ArraySubquery(translations))
        .order_by("-answer__version", "question__number")
    )
    view = AnswerView()
    by_number: dict[int, AnswerPart] = {}
    for part in parts:
        part.answer.consultation = consultation
        if part.answer.state != AnswerState.SENT:
            view.in_preparation = part.answer
            continue
        view.answer = view.answer or part.answer
        if part.answer.pk == view.answer.pk:
            by_number[part.question.number] = part
    for question in questions:
        _fill(question, by_number.get(question.number), view, consultation)
    return questions, view


def _fill(question: QuestionView, part: AnswerPart | None, view: AnswerView, consultation: Consultation) -> None:
    question.part = part
    if part is None:
        open_states = (Status.IN_PROGRESS, Status.WAITING)
        question.state = State("is-going", _("Being answered")) if consultation.status in open_states else None
        return
    words = _("Stays open in version %(version)s") if part.stays_open else _("Answered in version %(version)s")
    shape = "is-stopped" if part.stays_open else "is-done"
    question.state = State(shape, words % {"version": part.answer.version})
    own = part.answer.language
    for language in (*reading_order(), consultation.language):
        if language == own:
            return
        if part.text.get(language):
            question.translation, question.translation_language = part.text[language], language
            made = {one["language"]: one for one in part.translations}.get(language)  # type: ignore[attr-defined]
            view.is_outdated = view.is_outdated or bool(made and made["of"] < part.answer.revision)
            return


# --- Clock ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ClockView:
    """The clock that runs, or stands still, with its days."""

    clock: Clock
    title: str
    days: Sequence[str]
    is_stopped: bool
    pauses: int


CLOCK_TITLES: dict[str, Promise] = {
    "check": gettext_lazy("Check due"),
    "assign": gettext_lazy("Advisor to be named by"),
    "first_response": gettext_lazy("First response due"),
    "answer": gettext_lazy("Answer due"),
    "reply": gettext_lazy("Reply due"),
    "acceptance": gettext_lazy("Acceptance due"),
}


def clocks_of(consultation: Consultation) -> list[ClockView]:
    """The clocks that have not ended, nearest due time first; one query."""
    pauses = ClockPause.objects.filter(clock=OuterRef("pk")).order_by("started_at")
    rows = (
        consultation.clocks.filter(ended_at=None)
        .select_related("country")
        .annotate(stops=ArraySubquery(pauses.values(json=JSONObject(start="started_at", end="ended_at"))))
    )
    found = sorted(rows, key=lambda clock: (clock.due_at is None, clock.due_at or clock.started_at))
    return [_clock_view(clock) for clock in found]


def due_of_stage(consultation: Consultation, clocks: Sequence[ClockView]) -> datetime | None:
    """When the present stage is due: the answer itself, not the first response that comes before it."""
    if consultation.status == Status.REGISTERED:
        return consultation.due_at
    return max((one.clock.due_at for one in clocks if one.clock.due_at), default=None)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _clock_view(clock: Any) -> ClockView:
    now = timezone.now()
    stops = [(_moment(one["start"]) or now, _moment(one["end"])) for one in clock.stops]
    calendar = calendar_of(clock.country.calendar_id)
    days = day_strip(clock.started_at, clock.due_at or now, now, calendar, stops)
    return ClockView(clock, str(CLOCK_TITLES[clock.kind]), days, clock.due_at is None, len(stops))


# --- People, windows, translations ------------------------------------------------------------------------------------


def people_of(consultation: Consultation) -> list[Any]:
    """Those who work on it now; one query, kept with the instance, and none before there are advisors."""
    if not hasattr(consultation, "people_now"):
        named = consultation.participants.now().select_related("user")
        consultation.people_now = [] if consultation.status in BEFORE_ADVISORS else list(named)  # type: ignore[attr-defined]
    return consultation.people_now  # type: ignore[attr-defined]


def with_small_parts(rows: Any) -> Any:
    """Questions, windows and translations of a request as columns, so that its page needs no query for each."""
    questions = Question.objects.filter(consultation=OuterRef("pk")).order_by("number")
    windows = PreferredWindow.objects.filter(consultation=OuterRef("pk")).order_by("position")
    translations = RequestTranslation.objects.filter(consultation=OuterRef("pk")).order_by("language")
    scores = CriterionScore.objects.filter(consultation=OuterRef("pk")).order_by("criterion__position", "criterion")
    return rows.annotate(
        asked=ArraySubquery(questions.values(json=JSONObject(number="number", text="text"))),
        scored=ArraySubquery(
            scores.values(
                json=JSONObject(name="criterion__name", weight="criterion__weight", side="side", score="score")
            )
        ),
        wished=ArraySubquery(windows.values(json=JSONObject(first="starts_on", last="ends_on"))),
        translated=ArraySubquery(translations.values(json=JSONObject(language="language", of="of_revision"))),
    )


@dataclass(frozen=True)
class Scores:
    """The criteria as the two sides scored them, own side first, with the weighted mean of each."""

    countries: list[Any]
    rows: list[tuple[LocalisedText, list[int | None]]]
    means: list[float | None]


def scores_of(consultation: Any, granted: set[str], user: Any) -> Scores | None:
    """For those who decide or run the request; the other side's scores only when the decision has been made."""
    if not granted & {"consultations.decide", "consultations.check_answer"}:
        return None
    own = user.standing.side_in(consultation.centre)
    sides = sorted(Side.values, key=lambda side: (side != own, side))
    is_open = consultation.status == Status.REGISTERED
    shown = [one for one in consultation.scored if not is_open or one["side"] == own]
    if not shown:
        return None
    rows: dict[str, tuple[LocalisedText, dict[str, int]]] = {}
    for one in shown:
        name = LocalisedText(one["name"])
        rows.setdefault(str(name), (name, {}))[1][one["side"]] = one["score"]
    return Scores(
        [consultation.centre.side_country(side) for side in sides],
        [(name, [given.get(side) for side in sides]) for name, given in rows.values()],
        [_mean([one for one in shown if one["side"] == side]) for side in sides],
    )


def _mean(scores: list[dict[str, Any]]) -> float | None:
    weights = sum(one["weight"] for one in scores)
    return round(sum(one["score"] * one["weight"] for one in scores) / weights, 1) if weights else None


def questions_of(consultation: Any) -> list[QuestionView]:
    """The numbered questions, from the column of `with_small_parts`."""
    return [QuestionView(one["number"], LocalisedText(one["text"])) for one in consultation.asked]


def wished_of(consultation: Any) -> list[tuple[date, date]]:
    """The dates of wish, from the column of `with_small_parts`."""
    return [(date.fromisoformat(one["first"]), date.fromisoformat(one["last"])) for one in consultation.wished]


def translations_of(consultation: Any) -> list[tuple[str, bool]]:
    """The languages the request is translated into, and whether each translation is outdated."""
    return [(one["language"], one["of"] < consultation.revision) for one in consultation.translated]


# --- History ----------------------------------------------------------------------------------------------------------

PHRASES: dict[str, Promise] = {
    "create": gettext_lazy("Draft begun"),
    "submit": gettext_lazy("Sent to the contact point"),
    "return": gettext_lazy("Returned for revision"),
    "forward": gettext_lazy("Registered"),
    "decide": gettext_lazy("Accepted by both sides"),
    "decline": gettext_lazy("Declined by both sides"),
    "assign": gettext_lazy("Advisor named"),
    "name_people": gettext_lazy("People of the request named"),
    "ask_back": gettext_lazy("Question put to the requester; the clock of the answer stopped"),
    "reply": gettext_lazy("Reply given; the clock of the answer runs on"),
    "answer": gettext_lazy("Answer sent to the requester"),
    "accept_answer": gettext_lazy("Answer accepted"),
    "reopen": gettext_lazy("Reopened"),
    "withdraw": gettext_lazy("Withdrawn"),
    "translate_request": gettext_lazy("Request translated"),
    "due_moved": gettext_lazy("Due time moved: a calendar has changed"),
    "hand_over": gettext_lazy("Handed over to a successor"),
    "ask_about_use": gettext_lazy("Asked whether the advice was used"),
    "report_use": gettext_lazy("Use of the advice reported"),
}


@dataclass(frozen=True)
class Line:
    """A line of the history: when, what, who with the name and title of that day, and why."""

    at: datetime
    words: str
    who: str
    title: LocalisedText
    reason: str


def history_of(consultation: Consultation) -> list[Line]:
    """The journal of the request, newest first; one query."""
    countries = {side: str(consultation.centre.side_country(side).name) for side in Side.values}
    return [_line(entry, countries) for entry in JournalEntry.objects.about(consultation)[:HISTORY]]


def _line(entry: JournalEntry, countries: dict[str, str]) -> Line:
    if entry.key:
        words = {
            ("decide:key", False): _("Key turned, to accept: %(country)s"),
            ("decide:key", True): _("Key by silence, to accept: %(country)s"),
            ("decline:key", False): _("Key turned, to decline: %(country)s"),
        }[entry.verb, entry.by_clock] % {"country": countries[entry.key]}
    else:
        words = str(PHRASES[entry.verb])
        if language := entry.data.get("language"):
            words = f"{words}: {LANGUAGE_NAMES[language]}"
    return Line(entry.at, words, entry.actor_name, entry.actor_title, entry.reason)


# --- What the reader may do -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Button:
    """A step as a link to the page that asks for what it needs."""

    name: str
    label: str | Promise
    url: str


@dataclass(frozen=True)
class Ask:
    """What is wanted from this reader: a sentence, by when, one button."""

    sentence: str | Promise
    button: Button
    due_at: datetime | None


# The page of each step, where it is not the step's own name.
PAGE = {"submit": "check", "answer": "check_answer", "decline": "decide"}
ASKS: dict[str, Promise] = {
    "submit": gettext_lazy("Finish the draft and send it."),
    "forward": gettext_lazy("Check the request, then forward it to the centre or return it with reasons."),
    "decide": gettext_lazy("Turn your side’s key. No reply by the due time counts as consent."),
    "assign": gettext_lazy("Name the advisor who answers."),
    "reply": gettext_lazy("Reply to the advisor’s question; until then the clock of the answer stands still."),
    "accept_answer": gettext_lazy("Read the answer, then accept it or reopen the request with reasons."),
    "write_answer": gettext_lazy("Write the answer, question by question, or ask the requester."),
    "translate_answer": gettext_lazy("Translate the answer into the language of the request."),
    "answer": gettext_lazy("Check the answer in both languages, then send it or send it back."),
    "report_use": gettext_lazy("Say whether the advice was used: half a year has passed."),
}
EXTRA = (
    "consultations.answer",
    "consultations.translate_answer",
    "consultations.edit",
    "consultations.write_message",
    "consultations.write_note",
    "consultations.translate_request",
    "consultations.report_use",
    "consultations.carry_answer",
    "consultations.check_answer",
    "consultations.assign",
)


def permissions_asked(consultation: Consultation) -> list[str]:
    """Every permission the page of a request wants to know, for one query."""
    return [*(step.permission for step in lifecycle.here(consultation)), *EXTRA]


def buttons_of(consultation: Consultation, steps: Iterable[Step], granted: set[str]) -> dict[str, Button]:
    """What the reader may do, by name, in the order of the table."""
    handle = consultation.handle
    found: dict[str, Button] = {}

    def add(name: str, label: str | Promise, page: str = "") -> None:
        found[name] = Button(name, label, reverse(f"consultations:{page or PAGE.get(name, name)}", args=[handle]))

    for step in steps:
        if step.name == "decline" or (step.name == "answer" and consultation.answer_state != AnswerState.CHECK):
            continue
        add(step.name, gettext_lazy("Decide") if step.name == "decide" else step.label)
    if consultation.status == Status.IN_PROGRESS:
        if "consultations.answer" in granted and consultation.answer_state in ("", AnswerState.DRAFT):
            add("write_answer", gettext_lazy("Write the answer"))
        if "consultations.translate_answer" in granted:
            add("translate_answer", gettext_lazy("Translate the answer"))
    if consultation.status in (Status.IN_PROGRESS, Status.WAITING) and "consultations.assign" in granted:
        add("change_people", gettext_lazy("Change the people"))
    if "consultations.translate_request" in granted:
        add("translate_request", gettext_lazy("Translate the request"))
    if "consultations.report_use" in granted:
        add("report_use", gettext_lazy("Report the use"))
    return found


def ask_of(consultation: Consultation, buttons: dict[str, Button], granted: set[str]) -> Ask | None:
    """The one thing that waits for this reader, if anything does."""
    order: tuple[str, ...] = ("submit", "forward", "decide", "assign", "reply", "accept_answer", "report_use")
    if "consultations.carry_answer" in granted:
        order += ("answer", "translate_answer", "write_answer")
    for name in order:
        if name in buttons:
            due_at = None if name == "submit" else consultation.due_at
            return Ask(ASKS[name], buttons[name], due_at)
    return None


def prepares(granted: set[str]) -> bool:
    """Whether the reader sees a version in preparation: advisors, translators, officers."""
    return bool(granted & {"consultations.answer", "consultations.translate_answer", "consultations.check_answer"})
