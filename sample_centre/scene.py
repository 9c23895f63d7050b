"""One request on its way: each act of its story is the real action, with the texts of the story."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from consultations.actions import answering, closing, corresponding, deciding, drafting
from consultations.enums import AnswerState
from consultations.models import Answer, Consultation, Criterion, Question, Topic
from people.models import Centre, Country, Organisation, User
from practices.enums import VersionState
from practices.models import Practice
from sample_centre.story import Act, Request, Texts


@dataclass(frozen=True)
class House:
    """What the stories play in, by the names they use."""

    centre: Centre
    bodies: dict[str, Organisation]
    people: dict[str, User]
    topics: dict[str, Topic]
    criteria: list[Criterion]
    countries: dict[str, Country]


class Scene:
    """The acts by name. `by` is who acts; what an act says stands in its keywords."""

    def __init__(self, house: House, request: Request, today: date) -> None:
        self.house, self.request, self.today = house, request, today
        self.pk = 0

    def perform(self, act: Act) -> None:
        """Do what the line of the story says."""
        who = {"by": self.house.people[act.by]} if act.by else {}
        getattr(self, act.verb)(**who, **act.said)

    @property
    def row(self) -> Consultation:
        return Consultation.objects.get(pk=self.pk)

    # --- The asking country ------------------------------------------------------------------------------------------

    def draft(self, *, by: User) -> None:
        request, language = self.request, self.request.language
        row = drafting.create_draft(
            by=by, centre=self.house.centre, organisation=self.house.bodies[request.body], practice=self._practice()
        )
        self.pk = row.pk
        name, post = request.signatory
        facts: dict[str, Any] = {
            "language": language,
            "languages": [language],
            "topic": self.house.topics[request.topic],
            "signatory_name": name,
            "signatory_post": post,
            **request.facts,
        }
        drafting.edit_draft(
            row,
            by=by,
            seen=row.revision,
            questions=[question[language] for question in request.questions],
            windows=[self._week(weeks) for weeks in request.weeks_ahead],
            **facts,
            **self._texts(language),
        )

    def submit(self, *, by: User) -> None:
        drafting.submit(self.row, by=by)

    def return_request(self, *, by: User, reason: str) -> None:
        drafting.return_request(self.row, by=by, reason=reason)

    def forward(self, *, by: User, opinion: str) -> None:
        drafting.forward(self.row, by=by, opinion=opinion)

    def withdraw(self, *, by: User, reason: str) -> None:
        closing.withdraw(self.row, by=by, reason=reason)

    def translate_request(self, *, by: User, language: str) -> None:
        questions = {number: text[language] for number, text in enumerate(self.request.questions, 1)}
        drafting.translate_request(self.row, by=by, language=language, questions=questions, **self._texts(language))

    # --- The two sides -----------------------------------------------------------------------------------------------

    def accept(self, *, by: User, scores: Sequence[int]) -> None:
        deciding.decide(self.row, by=by, accepts=True, scores=self._scores(scores))

    def decline(self, *, by: User, scores: Sequence[int], reason: str) -> None:
        deciding.decide(self.row, by=by, accepts=False, scores=self._scores(scores), reason=reason)

    def silence(self) -> None:
        deciding.decide_by_silence(self.row)

    def assign(
        self, *, by: User, lead: str, translator: str, advisors: Sequence[str] = (), counterpart: str = ""
    ) -> None:
        people = self.house.people
        deciding.assign(
            self.row,
            by=by,
            lead=people[lead],
            advisors=[people[name] for name in advisors],
            counterpart=people[counterpart] if counterpart else None,
            translator=people[translator],
        )

    # --- The thread --------------------------------------------------------------------------------------------------

    def message(self, *, by: User, text: Texts) -> None:
        corresponding.write_message(self.row, by=by, **self._original(text))

    def note(self, *, by: User, text: Texts, audience: str) -> None:
        corresponding.write_note(self.row, by=by, audience=audience, **self._original(text))

    def ask_back(self, *, by: User, text: Texts) -> None:
        corresponding.ask_back(self.row, by=by, **self._original(text))

    def translate_message(self, *, by: User, language: str) -> None:
        """Of the newest message, in the words that its story gives beside the original."""
        message = self.row.messages.latest("pk")
        corresponding.translate_message(message, by=by, language=language, text=self._written[language])

    # --- The answer --------------------------------------------------------------------------------------------------

    def write_answer(self, *, by: User, language: str, answers: Sequence[Texts]) -> None:
        self._answers = answers
        answering.write_answer(self.row, by=by, language=language, texts=self._parts(language))

    def translate_answer(self, *, by: User, language: str) -> None:
        answering.translate_answer(self._answer, by=by, language=language, texts=self._parts(language))

    def hand_over(self, *, by: User) -> None:
        answering.hand_over_answer(self._answer, by=by)

    def send_answer(self, *, by: User) -> None:
        answering.send_answer(self.row, by=by)

    def accept_answer(self, *, by: User, usefulness: int, feedback: str) -> None:
        closing.accept_answer(self.row, by=by, usefulness=usefulness, feedback=feedback)

    def ask_about_use(self) -> None:
        closing.ask_about_use(self.row)

    def _practice(self) -> Practice | None:
        """The entry that the request asks about, where it asks about one."""
        name = self.request.practice
        return Practice.objects.get(versions__state=VersionState.LIVE, versions__names__text=name) if name else None

    # --- Words -------------------------------------------------------------------------------------------------------

    def _texts(self, language: str) -> dict[str, str]:
        request = self.request
        texts = {
            "title": request.title,
            "state_of_play": request.state_of_play,
            "legal_basis": request.legal_basis,
            "expected_result": request.expected_result,
        }
        return {name: text.get(language, "") for name, text in texts.items()}

    def _original(self, text: Texts) -> dict[str, Any]:
        """The first language of a text is the one it was written in."""
        self._written = text
        language = next(iter(text))
        return {"language": language, "text": text[language]}

    def _parts(self, language: str) -> dict[Question, str]:
        questions = self.row.questions.order_by("number")
        return {question: texts[language] for question, texts in zip(questions, self._answers, strict=False)}

    def _scores(self, scores: Sequence[int]) -> dict[Criterion, int]:
        return dict(zip(self.house.criteria, scores, strict=True))

    @property
    def _answer(self) -> Answer:
        return self.row.answers.exclude(state=AnswerState.SENT).get()

    def _week(self, ahead: int) -> tuple[date, date]:
        monday = self.today - timedelta(days=self.today.weekday()) + timedelta(weeks=ahead)
        return monday, monday + timedelta(days=4)
