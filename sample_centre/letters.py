"""Letters about the edition under nomination, and to an answer: issued, in preparation, one withdrawn."""

from datetime import date
from typing import Any

from consultations.models import Consultation
from core.localised import LocalisedText
from letters.actions.issuing import issue_run, withdraw_letter
from letters.actions.preparing import leave_out, prepare_run
from letters.actions.templates import create_template
from letters.enums import Signing
from letters.models import Letter, LetterRun, LetterTemplate
from people.models import User
from sample_centre.content.events import edition_now as said
from sample_centre.content.letters import ACKNOWLEDGEMENT, ANSWER, INVITATION, REMINDER, TEMPLATES, VISA, Template
from sample_centre.events.edition_now import DIRECTOR_BY, OFFICER, TRAVEL_DESK, EditionNow
from sample_centre.events.play import Deed, Play
from sample_centre.scene import House


class LettersOfToday(Play):
    """Days are those of the edition, so that each letter follows what it speaks of."""

    reads = EditionNow.reads

    def __init__(self, house: House, today: date, edition: EditionNow) -> None:
        super().__init__(house, today)
        self.edition = edition

    def deeds(self) -> list[Deed]:
        return [
            self.back(31, "10:20", OFFICER, "write_templates"),
            self.back(29, "12:40", OFFICER, "invite"),
            self.back(28, "10:15", DIRECTOR_BY, "withdraw"),
            self.back(5, "15:20", TRAVEL_DESK, "support_visas"),
            self.back(3, "15:30", OFFICER, "tell_of_an_answer"),
            self.back(2, "15:10", OFFICER, "acknowledge"),
            self.back(1, "11:50", OFFICER, "remind"),
        ]

    def write_templates(self, *, by: User) -> None:
        for one in TEMPLATES:
            create_template(
                self.house.centre,
                by=by,
                kind=one.kind,
                name=one.name,
                subject=LocalisedText(one.subject),
                body=LocalisedText(one.body),
            )

    def _prepare(self, template: Template, source: str, record: Any, *, by: User, signing: Signing) -> LetterRun:
        row = LetterTemplate.objects.get(name=template.name)
        return prepare_run(row, by=by, source=source, record=record, signing=signing)

    def invite(self, *, by: User) -> None:
        """To all who are invited, in the order of protocol; the observer first, since Belarus is a side."""
        issue_run(self._prepare(INVITATION, "invitation", self.edition.pk, by=by, signing=Signing.BOTH), by=by)

    def withdraw(self, *, by: User) -> None:
        letter = Letter.objects.get(organisation=self.house.bodies[said.OBSERVER], run__source="invitation")
        withdraw_letter(
            letter,
            by=by,
            reason="The body is invited as an observer: it nominates nobody. It will hear of this in person.",
        )

    def support_visas(self, *, by: User) -> None:
        """For those who are accepted by then and still need a visa."""
        issue_run(self._prepare(VISA, "visa", self.edition.pk, by=by, signing=Signing.B), by=by)

    def tell_of_an_answer(self, *, by: User) -> None:
        answered = Consultation.objects.filter(answered_at__isnull=False, status__in=("answered", "closed"))
        newest = answered.order_by("-answered_at").first()
        if newest is not None:
            issue_run(self._prepare(ANSWER, "answer", newest.pk, by=by, signing=Signing.BOTH), by=by)

    def acknowledge(self, *, by: User) -> None:
        """Looked at, not yet issued; one has had an acknowledgement already."""
        run = self._prepare(ACKNOWLEDGEMENT, "acknowledgement", self.edition.pk, by=by, signing=Signing.BOTH)
        leave_out(
            run.letters.get(organisation=self.house.bodies["agency_ge"]), by=by, reason="Acknowledged by telephone."
        )

    def remind(self, *, by: User) -> None:
        """Drafts to those who have not nominated."""
        self._prepare(REMINDER, "reminder_nominations", self.edition.pk, by=by, signing=Signing.BOTH)
