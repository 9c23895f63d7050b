"""An event that people came to, and questionnaires about it."""

from typing import Any

import pytest

from core.localised import LocalisedText
from core.models import JournalEntry
from events import signals
from events.actions.evaluation import add_item, create_questionnaires, open_questionnaires
from events.enums import QuestionKind, SubjectKind
from events.models import BankQuestion, Event, Questionnaire
from people.models import User
from tests.cast import Cast, sign_in
from tests.events.builders import make_event, make_participant

CHOICES = [{"key": "c1", "text": {"en": "Pace right"}}, {"key": "c2", "text": {"en": "Pace too fast"}}]
QUESTIONS: tuple[dict[str, Any], ...] = (
    {"key": "overall", "kind": QuestionKind.SCALE, "text": LocalisedText(en="How was it?", ru="Как прошло?")},
    {"key": "again", "kind": QuestionKind.YES_NO, "text": LocalisedText(en="Would you come again?")},
    {"key": "pace", "kind": QuestionKind.CHOICE, "text": LocalisedText(en="How was the pace?"), "choices": CHOICES},
    {"key": "remarks", "kind": QuestionKind.TEXT, "text": LocalisedText(en="What else?")},
)
SIGNALS = {
    signals.questionnaire_opened: "questionnaire_opened",
    signals.answers_missing: "answers_missing",
}


@pytest.fixture
def heard():
    """The signals of this slice as they were sent, each with what it said."""
    found: list[tuple[str, dict[str, Any]]] = []

    def listen(*, sender: Any, signal: Any, **said: Any) -> None:
        found.append((SIGNALS[signal], said))

    for signal in SIGNALS:
        signal.connect(listen)
    yield found
    for signal in SIGNALS:
        signal.disconnect(listen)


@pytest.fixture
def event(cast: Cast) -> Event:
    return make_event(cast.centre)


@pytest.fixture
def bank(db: None) -> list[BankQuestion]:
    rows = [
        BankQuestion(key="overall", subject=SubjectKind.EDITION, text=LocalisedText(en="How was it?"), position=1),
        BankQuestion(key="goals", subject=SubjectKind.EDITION, text=LocalisedText(en="Goals reached?"), position=2),
        BankQuestion(key="old", subject=SubjectKind.EDITION, text=LocalisedText(en="Old"), is_active=False),
        BankQuestion(key="clear", subject=SubjectKind.SPEAKER, text=LocalisedText(en="Was it clear?")),
    ]
    return BankQuestion.objects.bulk_create(rows)


def drafted(event: Event, officer: User, *, title: str = "") -> Questionnaire:
    """A questionnaire about the whole event with one question of each kind; the first needs an answer."""
    given = LocalisedText(en=title) if title else None
    [row] = create_questionnaires(event, by=officer, subject=SubjectKind.EDITION, standard=False, title=given)
    for one in QUESTIONS:
        add_item(row, by=officer, is_required=one["key"] == "overall", **one)
    return row


def opened(event: Event, officer: User, *, title: str = "") -> Questionnaire:
    draft = drafted(event, officer, title=title)
    return open_questionnaires(event, by=officer, questionnaires=[draft], closes_at=None)[0]


@pytest.fixture
def draft(event: Event, officer: User) -> Questionnaire:
    return drafted(event, officer)


@pytest.fixture
def questionnaire(event: Event, officer: User) -> Questionnaire:
    return opened(event, officer)


@pytest.fixture
def came(event: Event, official_ge: User) -> Any:
    """A participant with an account."""
    return make_participant(event, user=official_ge, email=official_ge.email)


@pytest.fixture
def stranger_came(event: Event) -> Any:
    """A participant without one."""
    return make_participant(event)


@pytest.fixture
def page(cast: Cast, client: Any):
    """`page("officer", url, title="…")`: asked for, or sent when there is something to send; everybody reads English."""
    User.objects.update(language="en")

    def ask(who: str, url: str, **sent: Any) -> Any:
        if who:
            sign_in(cast.people[who], client=client)
        return client.post(url, sent) if sent else client.get(url)

    return ask


def journal(obj: Any) -> list[tuple[str, str, str, str]]:
    """Who did what, from where to where; oldest first."""
    rows = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
    return [(one.verb, one.from_state, one.to_state, one.actor.email if one.actor else "") for one in rows]
