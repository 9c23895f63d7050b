"""The joint steering committee: called together, held, decided by two keys, minuted by two keys."""

from datetime import date, datetime, timedelta

from agreements.actions import acting, agenda, deciding, members, minutes, session_papers, sessions
from agreements.enums import ActionStatus
from agreements.models import Action, AgendaItem, Committee, CommitteeSession, Decision, SessionMember, SessionMinutes
from core.localised import LocalisedText
from people.models import User
from sample_centre.content import committees as said
from sample_centre.content.committees import SITTINGS, Resolution, Sitting
from sample_centre.content.countries import STATES
from sample_centre.cooperation.moments import SignedPlay
from sample_centre.cooperation.register import Register
from sample_centre.events.papers import points
from sample_centre.events.play import Deed
from sample_centre.scene import House
from sample_centre.timeline import local

CALLED, WRITTEN = 42, 35  # days before the session
TODAY = date(2020, 1, 1)  # sessions after it are of those in post today


class SteeringCommittee(SignedPlay):
    """Decisions on projects are written before the session: a project is laid with its decision."""

    def __init__(self, house: House, today: date, register: Register) -> None:
        super().__init__(house, today)
        self.register = register
        self.sessions: dict[int, int] = {}
        self.decisions: dict[str, int] = {}  # key of a project → its decision

    def deeds(self) -> list[Deed]:
        return [deed for sitting in SITTINGS for deed in self._sitting(sitting)]

    def held_on(self, number: int) -> date:
        """The day of a session: that of the record, or the first joint working day so many months from today."""
        sitting = next(one for one in SITTINGS if one.number == number)
        return self.day(sitting.day) if isinstance(sitting.day, int) else sitting.day

    def decision(self, key: str) -> Decision:
        """The decision on a project."""
        return Decision.objects.get(pk=self.decisions[key])

    def _sitting(self, sitting: Sitting) -> list[Deed]:
        day = self.held_on(sitting.number)
        officer, director_a, director_b = self.in_post(day, "officer", "director_by", "director_kr")
        number = sitting.number
        begun = day - timedelta(days=CALLED) if day < self.today else self.today - timedelta(days=30)
        deeds = [
            self.at(begun, "09:40", officer, "prepare", sitting=sitting),
            self.at(begun, "11:05", officer, "write_decisions", plus=4, sitting=sitting),
            self.at(begun, "14:20", officer, "convene", plus=6, number=number),
        ]
        if day >= self.today:
            return deeds
        deeds += [
            self.at(day, "17:20", officer, "hold", number=number),
            self.at(day, "17:40", officer, "lay", number=number),
            self.at(day, "11:10", director_a, "sign", plus=1, number=number),
            self.at(day, "15:30", director_b, "sign", plus=1, number=number),
            self.at(day, "10:30", officer, "minute", plus=2, sitting=sitting),
            self.at(day, "10:05", director_a, "agree", plus=5, number=number),
            self.at(day, "15:45", director_b, "agree", plus=5, number=number),
        ]
        for place, resolution in enumerate(sitting.resolutions):
            for task, todo in enumerate(resolution.todos):
                if todo.done:
                    due = self.exact(todo.due)
                    actor = self.in_post(due, "director_kr" if todo.owner == "b" else "director_by")[0]
                    deeds.append(
                        self.at(due, "16:05", actor, "settle", number=number, place=place, task=task, result=todo.done)
                    )
        return deeds

    # --- Before ------------------------------------------------------------------------------------------------------

    def prepare(self, *, by: User, sitting: Sitting) -> None:
        committee = self._committee()
        row = sessions.create_session(
            committee,
            by=by,
            number=sitting.number,
            programme_year=sitting.programme_year,
            starts_at=self._clock(sitting, "10:00"),
            ends_at=self._clock(sitting, "13:00"),
            zone=STATES[sitting.country].zone,
            place=sitting.city,
            is_closed=sitting.is_closed,
            papers_due_on=self.held_on(sitting.number) - timedelta(days=10),
        )
        self.sessions[sitting.number] = row.pk
        for seat in sitting.seats:
            members.add_member(
                row,
                by=by,
                side=seat.side,
                role=seat.role,
                organisation=self.house.bodies[seat.body],
                user=self.person(seat.person) if seat.person else None,
                name=seat.name,
                title=seat.title,
            )
        for kind, title in sitting.items:
            agenda.add_item(row, by=by, kind=kind, title=title)
        for paper in sitting.papers:
            language = paper.languages[0]
            title = LocalisedText(paper.title)
            document = points(
                f"{row.reference} {language}", [(title[language], title[language])], by=by, language=language
            )
            session_papers.add_paper(
                row,
                by=by,
                title=title,
                document=document,
                language=language,
                item=self._item(row, paper.item),
                is_closed=paper.is_closed,
            )

    def _committee(self) -> Committee:
        """A list of the administrators', so there is no act for it."""
        row, _made = Committee.objects.get_or_create(
            code=said.CODE,
            defaults={
                "centre": self.house.centre,
                "name": said.NAME,
                "quorum": said.QUORUM,
                "agreement": self.register.agreement("agreement_2016"),
            },
        )
        return row

    def _clock(self, sitting: Sitting, time: str) -> datetime:
        return local(self.held_on(sitting.number), time, sitting.country)

    def _item(self, session: CommitteeSession, number: int) -> AgendaItem:
        return session.items.get(number=number)

    def write_decisions(self, *, by: User, sitting: Sitting) -> None:
        row = self._session(sitting.number)
        for resolution in sitting.resolutions:
            decision = deciding.write_decision(
                row,
                by=by,
                kind=resolution.kind,
                title=resolution.title,
                text=resolution.text,
                item=self._item(row, resolution.item),
            )
            if resolution.project:
                self.decisions[resolution.project] = decision.pk
            self._write_actions(decision, resolution, by=by)

    def _write_actions(self, decision: Decision, resolution: Resolution, *, by: User) -> None:
        for todo in resolution.todos:
            acting.write_action(
                decision,
                by=by,
                text=todo.text,
                owner=todo.owner,
                due_on=self.exact(todo.due),
                organisation=self.house.bodies[todo.body],
            )

    def convene(self, *, by: User, number: int) -> None:
        sessions.convene(self._session(number), by=by)

    # --- The session and after ---------------------------------------------------------------------------------------

    def hold(self, *, by: User, number: int) -> None:
        row = self._session(number)
        seats = SessionMember.objects.filter(session=row)
        row = members.record_presence(row, by=by, presence=dict.fromkeys(seats.values_list("pk", flat=True), "present"))
        sessions.hold(row, by=by)

    def lay(self, *, by: User, number: int) -> None:
        for decision in self._decisions(number):
            deciding.propose_decision(decision, by=by)

    def sign(self, *, by: User, number: int) -> None:
        for decision in self._decisions(number):
            deciding.countersign(decision, by=by, accepts=True)

    def minute(self, *, by: User, sitting: Sitting) -> None:
        row = minutes.begin_minutes(self._session(sitting.number), by=by, text=sitting.minutes)
        minutes.propose_minutes(row, by=by)

    def agree(self, *, by: User, number: int) -> None:
        minutes.agree_minutes(SessionMinutes.objects.get(session=self.sessions[number]), by=by)

    def settle(self, *, by: User, number: int, place: int, task: int, result: str) -> None:
        action = Action.objects.get(
            decision__session=self.sessions[number], decision__number=place + 1, number=task + 1
        )
        acting.settle_action(action, by=by, status=ActionStatus.DONE, result=result)

    def _session(self, number: int) -> CommitteeSession:
        return CommitteeSession.objects.get(pk=self.sessions[number])

    def _decisions(self, number: int) -> list[Decision]:
        return list(Decision.objects.filter(session=self.sessions[number]).order_by("number"))
