from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

import pytest
from django.core import mail

from consultations.actions import answering, corresponding, deciding, drafting
from consultations.models import Consultation, Topic
from core.localised import LocalisedText
from notifications.actions.delivering import deliver_due
from notifications.models import Notification
from tests.smtp_sink import Sink, smtp_sink

TITLE = "Облачная платформа"


@pytest.fixture
def submitted(cast: Any) -> Consultation:
    """A request of an official of Belarus, written in Russian and sent to the contact point."""
    people = cast.people
    by = people["official_by"]
    draft = drafting.create_draft(by=by, centre=cast.centre, organisation=cast.organisations["services_by"])
    topic = Topic.objects.create(name=LocalisedText({"en": "Cloud"}))
    draft = drafting.edit_draft(
        draft,
        by=by,
        seen=draft.revision,
        signatory_name="Viktar Sample",
        title=TITLE,
        topic=topic,
        state_of_play="Есть три центра обработки данных.",
        expected_result="Ответ войдёт в концепцию.",
        questions=["Как измеряют доступность?"],
    )
    return drafting.submit(draft, by=by)


@pytest.fixture
def registered(submitted: Consultation, contact_by: Any) -> Consultation:
    return drafting.forward(submitted, by=contact_by)


@pytest.fixture
def accepted(registered: Consultation, director_by: Any, director_kr: Any) -> Consultation:
    deciding.decide(registered, by=director_by, accepts=True)
    return deciding.decide(registered, by=director_kr, accepts=True)


@pytest.fixture
def in_progress(accepted: Consultation, officer: Any, advisor_kr: Any) -> Consultation:
    return deciding.assign(accepted, by=officer, lead=advisor_kr, translator=officer)


@pytest.fixture
def answered(in_progress: Consultation, advisor_kr: Any, officer: Any) -> Consultation:
    answer = answering.write_answer(
        in_progress, by=advisor_kr, language="ru", texts={in_progress.questions.get(): "По журналу."}
    )
    answering.hand_over_answer(answer, by=advisor_kr)
    return answering.send_answer(in_progress, by=officer)


@pytest.fixture
def quiet() -> Any:
    """Forget what was told so far: `quiet()` before the act that a test is about."""
    return lambda: Notification.objects.all().delete()


@pytest.fixture
def told() -> Any:
    """Who was told what, by kind: `{"answer_sent": ["official@by.example"]}`."""

    def read() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in Notification.objects.select_related("user").order_by("pk"):
            found.setdefault(row.kind, []).append(row.user.email if row.user else row.address)
        return {kind: sorted(readers) for kind, readers in found.items()}

    return read


@pytest.fixture
def letters() -> Any:
    """Send what waits and return the mail by address: the last letter to each."""

    def sent() -> dict[str, EmailMessage]:
        mail.outbox.clear()
        deliver_due(1000)
        return {message.to[0]: message for message in mail.outbox}

    return sent


@pytest.fixture
def sink(settings: Any) -> Iterator[Sink]:
    """A mail server on the loopback, and the portal that uses it."""
    with smtp_sink() as found:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", found.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_TIMEOUT = 5
        yield found


@pytest.fixture
def say() -> Any:
    """Write a message as somebody: `say(request, by, "…", "ru")`."""

    def write(consultation: Consultation, by: Any, text: str, language: str) -> Any:
        return corresponding.write_message(consultation, by=by, text=text, language=language)

    return write
