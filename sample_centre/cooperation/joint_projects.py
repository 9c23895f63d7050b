"""How a joint project comes to its start, the same for all of them: paper, opinions, committee, register, two keys."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from core.localised import LocalisedText
from people.models import User
from projects.actions import (
    bookkeeping,
    budgeting,
    drafting,
    laying,
    leading,
    opinions,
    registering,
    starting,
    submitting,
)
from projects.enums import Verdict
from projects.models import BudgetLine, Entry, IatiIdentity, Project, Registration, RegistrationPaper, RegistrationRule
from sample_centre.content.projects.others import IDENTITIES, RULE_BY
from sample_centre.cooperation.committee import SteeringCommittee
from sample_centre.cooperation.moments import SignedPlay, When
from sample_centre.cooperation.register import Register
from sample_centre.events.play import Deed
from sample_centre.scene import House

ONE = Decimal(1)
FOUNDED = date(2016, 10, 12)
AGREED = LocalisedText(
    {"en": "Supported without changes.", "ru": "Поддерживается без изменений.", "ko": "수정 없이 찬성한다."}
)


class CodeLists(SignedPlay):
    """How Belarus registers projects, and how bodies are known to IATI: lists of the administrators, without an act."""

    def deeds(self) -> list[Deed]:
        return [self.at(FOUNDED, "09:15", "", "open_lists")]

    def open_lists(self) -> None:
        rule = RegistrationRule.objects.create(
            country=self.house.countries["BY"],
            name=RULE_BY.name,
            authority=self.house.bodies[RULE_BY.authority],
            legal_basis=RULE_BY.legal_basis,
        )
        RegistrationPaper.objects.bulk_create(
            RegistrationPaper(rule=rule, position=position, name=paper.name, copies=paper.copies)
            for position, paper in enumerate(RULE_BY.papers, 1)
        )
        IatiIdentity.objects.bulk_create(
            IatiIdentity(organisation=self.house.bodies[body], identifier=identifier)
            for body, identifier in IDENTITIES.items()
        )


class JointProject(SignedPlay):
    """One project on its way. `leads` are the keys of the leading bodies, `key` that of its decision."""

    key = ""
    agreement = "agreement_now"
    kind = ""
    leads = ("", "")
    name: Mapping[str, str] = {}
    summary: Mapping[str, str] = {}
    concept: Mapping[str, Mapping[str, str]] = {}
    place: Mapping[str, str] = {"en": "Minsk", "ru": "Минск", "be": "Мінск", "ko": "민스크"}
    asked = (Decimal(0), Decimal(0))
    days = (date.min, date.max)  # planned start, planned end

    def __init__(self, house: House, today: date, register: Register, committee: SteeringCommittee) -> None:
        super().__init__(house, today)
        self.register, self.committee = register, committee

    @abstractmethod
    def deeds(self) -> list[Deed]:
        """Every deed of the project, in any order."""

    @property
    def project(self) -> Project:
        """The project as it stands now."""
        return Project.objects.get(pk=self.pk)

    # --- To the committee --------------------------------------------------------------------------------------------

    def write(self, *, by: User) -> None:
        """The whole concept paper at once."""
        self.begin(by=by)
        row = self.project
        parts: dict[str, Any] = {
            **self.concept,
            "summary": self.summary,
            "place": self.place,
            "agreement": self.register.numbers[self.agreement],
            "planned_start_on": self.days[0],
            "planned_end_on": self.days[1],
            "asked_a": self.asked[0],
            "asked_b": self.asked[1],
        }
        drafting.save_draft(row, by=by, seen=row.revision, **parts)

    def begin(self, *, by: User) -> None:
        self.pk = drafting.create_project(
            by=by,
            centre=self.house.centre,
            kind=self.kind,
            name=self.name,
            country=self.house.countries["BY"],
            lead_a=self.house.bodies[self.leads[0]],
            lead_b=self.house.bodies[self.leads[1]],
        ).pk

    def submit(self, *, by: User) -> None:
        submitting.submit(self.project, by=by)

    def support(self, *, by: User) -> None:
        opinions.give_opinion(self.project, by=by, verdict=Verdict.SUPPORTS, text=AGREED)

    def lay(self, *, by: User) -> None:
        laying.lay(self.project, by=by, decision=self.committee.decision(self.key))

    # --- To the start ------------------------------------------------------------------------------------------------

    def name_leaders(self, *, by: User, leaders: tuple[str, str], contractor: str = "") -> None:
        for side, leader in zip("ab", leaders, strict=True):
            leading.name_leader(self.project, by=by, side=side, leader=self.person(leader))
        if contractor:
            leading.name_contractor(self.project, by=by, contractor=self.house.bodies[contractor])

    def gather(self, *, by: User, papers: int = 0) -> None:
        """The papers of the pack are ready, or the first few of them."""
        items = list(self._registration.items.all())
        for item in items[: papers or len(items)]:
            registering.tick_item(item, by=by, is_ready=True)

    def file(self, *, by: User, filed_on: date) -> None:
        registering.file_registration(self._registration, by=by, filed_on=filed_on)

    def register_it(self, *, by: User, number: str, registered_on: date) -> None:
        registering.enter_registration(self._registration, by=by, number=number, registered_on=registered_on)

    @property
    def _registration(self) -> Registration:
        return Registration.objects.get(project=self.pk)

    def start(self, *, by: User) -> None:
        starting.start(self.project, by=by)

    # --- Money -------------------------------------------------------------------------------------------------------

    def budget(self, *, by: User, lines: tuple[Mapping[str, Any], ...]) -> None:
        """Lines are proposed and, since the decision on the project has approved them, recorded as approved."""
        written = [
            budgeting.add_line(
                self.project,
                by=by,
                agreement=self.register.agreement(self.agreement),
                **{**line, "source": self.house.bodies[line["source"]]},
            )
            for line in lines
        ]
        budgeting.approve_lines(self.project, by=by, lines=written, decision=self.committee.decision(self.key))

    def book(self, *, by: User, side: str, line: int, **written: Any) -> Entry:
        return bookkeeping.add_entry(
            self.project, by=by, side=side, line=BudgetLine.objects.get(project=self.pk, number=line), **written
        )

    def approve_books(self, *, by: User, numbers: tuple[int, ...]) -> None:
        entries = list(Entry.objects.filter(project=self.pk, number__in=numbers))
        bookkeeping.approve_entries(self.project, by=by, entries=entries)

    # --- Moments -----------------------------------------------------------------------------------------------------

    def to_the_committee(
        self, begun: When, author: str, officer: str, directors: tuple[str, ...], session: int
    ) -> list[Deed]:
        """From the first word to the agenda of a session."""
        held = self.committee.held_on(session)
        return [
            self.at(begun, "10:00", author, "write"),
            self.at(begun, "16:20", author, "submit", plus=2),
            self.at(begun, "11:15", directors[0], "support", plus=5),
            self.at(begun, "16:10", directors[1], "support", plus=6),
            self.at(held - timedelta(days=16), "12:00", officer, "lay"),
        ]

    def to_the_start(
        self, approved: date, officer: str, leaders: tuple[str, str], *, number: str, contractor: str = ""
    ) -> list[Deed]:
        """From the decision to both leaders' keys: some six weeks."""
        filed, registered = self.day(approved, plus=9), self.day(approved, plus=22)
        return [
            self.at(approved, "09:50", officer, "name_leaders", plus=4, leaders=leaders, contractor=contractor),
            self.at(approved, "10:40", leaders[0], "gather", plus=7),
            self.at(approved, "15:00", officer, "file", plus=9, filed_on=filed),
            self.at(approved, "15:30", officer, "register_it", plus=22, number=number, registered_on=registered),
            self.at(approved, "10:15", leaders[0], "start", plus=24),
            self.at(approved, "16:30", leaders[1], "start", plus=24),
        ]
