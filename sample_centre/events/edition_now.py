"""The edition under nomination, as it is played: eleven bodies and an observer, each as far as it has come."""

from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from events.actions import (
    accepting,
    editions,
    handing_in,
    inviting,
    nominating,
    releasing,
    replacing,
    travel,
    visits,
    wrapup,
)
from events.enums import BodyRole, CheckPoint, Duty, EventKind, Mode, PaperKind, Verdict, VisaState
from events.models import Delegation, Event, Participant, ParticipantList, Release
from events.travel import CONSENTS, Answer
from people.models import User
from sample_centre.content.countries import STATES
from sample_centre.content.events import edition_now as said
from sample_centre.content.events import plans_2017 as home
from sample_centre.content.events import programme
from sample_centre.content.organisations import BODIES
from sample_centre.events import papers, stage
from sample_centre.events.play import Deed, Play, first_of_working_days
from sample_centre.timeline import local

IN_DAYS, DAYS, MONDAY = 40, 5, 0
OFFICER, TRAVEL_DESK = "officer", "officer2"
DIRECTOR_BY, DIRECTOR_KR = "director_by", "director_kr"
# Who enters the people of a body: its focal point where it has one, else the contact point of the country.
FOCAL = {"ministry_am": "focal_am", "agency_ge": "focal_ge", "agency_md": "focal_md", "services_by": "focal_by"}


def sender_of(body: str) -> str:
    return FOCAL.get(body, "") or stage.contact_of(body)


class EditionNow(Play):
    """Days count back over the working days of all who act in it."""

    reads = tuple(sorted({"BY", "KR", *(BODIES[body].country for body in said.INVITED)}))

    def deeds(self) -> list[Deed]:
        return [
            self.back(32, "10:10", OFFICER, "begin"),
            self.back(31, "11:30", OFFICER, "carry"),
            self.back(30, "10:40", OFFICER, "announce"),
            self.back(29, "11:15", OFFICER, "invite"),
            *(self.back(24, "12:20", stage.contact_of(body), "decline", body=body) for body in said.DECLINED),
            *self._nominations(),
            self.back(9, "10:30", OFFICER, "check", bodies=said.FIRST_LIST),
            self.back(9, "12:10", OFFICER, "propose_list"),
            self.back(8, "11:40", DIRECTOR_BY, "accept_list"),
            self.back(7, "10:15", DIRECTOR_KR, "accept_list"),
            *(self.back(6, f"11:{20 + number}", "", "confirm", email=one) for number, one in enumerate(said.CONFIRMED)),
            *self._papers(),
            *(self.back(5, f"12:{20 + number}", "", "travel", email=one) for number, one in enumerate(said.JOURNEYS)),
            self.back(4, "15:40", TRAVEL_DESK, "set_visas"),
            self.back(4, "10:50", OFFICER, "plan"),
            self.back(2, "14:20", OFFICER, "check", bodies=said.SECOND_LIST),
            self.lately(1, "09:40", OFFICER, "propose_list", note="The rest of the nominations follows next week."),
            self.lately(1, "10:05", OFFICER, "propose_programme"),
            self.lately(1, "17:10", DIRECTOR_KR, "sign"),
        ]

    def _nominations(self) -> list[Deed]:
        """First those of the first list, then the others; the last ones are not sent."""
        found = []
        bodies = [one for one in said.INVITED if one not in said.DECLINED and one not in said.NOT_SENT]
        bodies.sort(
            key=lambda body: (body in said.WITH_CONTACT_POINT, body in said.UNCHECKED, body in said.SECOND_LIST)
        )
        for number, body in enumerate(bodies):
            ago = 18 - number if body in said.FIRST_LIST else 13 - number
            ago = max(ago, 3)
            found.append(self.back(ago, "11:05", sender_of(body), "nominate", body=body))
            if body in FOCAL and body not in said.WITH_CONTACT_POINT:
                found.append(self.back(ago - 1, "12:25", stage.contact_of(body), "forward", body=body))
        return [*found, self.back(3, "11:50", FOCAL[said.OBSERVER], "enter", body=said.OBSERVER)]

    def _papers(self) -> list[Deed]:
        kinds = (
            (PaperKind.COUNTRY_REPORT, said.REPORTS),
            (PaperKind.SLIDES, said.SLIDES),
            (PaperKind.TRANSLATION, said.TRANSLATED),
        )
        return [
            self.back(5, f"{13 + place}:{10 + 5 * number}", sender_of(body), "hand_in", body=body, kind=kind)
            for place, (kind, bodies) in enumerate(kinds)
            for number, body in enumerate(bodies)
        ]

    # --- Begun and announced -----------------------------------------------------------------------------------------

    @cached_property
    def first_day(self) -> date:
        """A Monday in six weeks or more, in a week in which both sides work from Monday to Friday."""
        return first_of_working_days(self.today + timedelta(days=IN_DAYS), DAYS, weekday=MONDAY)

    @cached_property
    def _due_at(self) -> datetime:
        return local(self.days_ahead(6), "18:00", "KR")

    def begin(self, *, by: User) -> None:
        day = self.first_day
        event = editions.create_event(
            by=by,
            centre=self.house.centre,
            programme=self.house.centre.programmes.get(slug=programme.SLUG),
            number=day.year - programme.FIRST_YEAR_BEFORE,
            kind=EventKind.TRAINING,
            mode=Mode.INVITATIONAL,
            name=stage.written(said.NAME, year=day.year),
            theme=said.THEME,
            description=said.DESCRIPTION,
            budget_year=day.year,
            starts_on=day,
            ends_on=day + timedelta(days=DAYS - 1),
            languages=["en", "ko", "ru"],
            quota=said.QUOTA,
            capacity=said.SEATS,
            nominations_due_at=self._due_at,
            papers_due_at=local(day - timedelta(days=14), "18:00", "KR"),
            hours=32,
        )
        self.pk = event.pk
        stage.build_place(
            event, self.house, by=by, country="KR", city=said.CITY, venue=said.VENUE, rooms=said.ROOMS, host="klid"
        )
        parts = (
            ("mofa", BodyRole.HOST),
            ("mois", BodyRole.HOST),
            ("klid", BodyRole.ORGANISER),
            ("mofa", BodyRole.FUNDER),
            ("nia", BodyRole.PARTNER),
            ("permis", BodyRole.PARTNER),
        )
        stage.name_bodies(event, self.house, parts, by=by)
        editions.name_officers(event, by=by, duty=Duty.TRAVEL, users=[self.person(TRAVEL_DESK)])

    def carry(self, *, by: User) -> None:
        """What the edition of 2017 left open goes on here, with a new date."""
        earlier = Event.objects.get(programme__slug=programme.SLUG, number=7)
        for row in wrapup.carry_outcomes(earlier, to=self.event, by=by):
            owner: dict[str, Any] = {"country": row.country, "organisation": row.organisation}
            wrapup.edit_outcome(row, by=by, text=row.text, due_on=self.first_day - timedelta(days=7), **owner)

    def announce(self, *, by: User) -> None:
        editions.announce_event(self.event, by=by)

    def invite(self, *, by: User) -> None:
        event, year = self.event, self.first_day.year
        bodies = [self.house.bodies[body] for body in said.INVITED]
        common: dict[str, Any] = {"by": by, "due_at": self._due_at}
        inviting.invite_bodies(
            event, organisations=bodies, quota=said.QUOTA, letter_number=f"BY-KR/{year % 100}-112", **common
        )
        observer = [self.house.bodies[said.OBSERVER]]
        inviting.invite_bodies(
            event, organisations=observer, quota=1, letter_number=f"BY-KR/{year % 100}-113", **common
        )

    # --- Delegations -------------------------------------------------------------------------------------------------

    def _delegation(self, body: str) -> Delegation:
        return Delegation.objects.get(event=self.pk, organisation=self.house.bodies[body])

    def _participant(self, email: str) -> Participant:
        return Participant.objects.select_related("user").get(event=self.pk, email=email)

    def decline(self, *, by: User, body: str) -> None:
        inviting.decline_invitation(self._delegation(body), by=by, reason=said.DECLINED[body])

    def enter(self, *, by: User, body: str) -> None:
        """The people, without the letter yet: nothing is sent."""
        delegation = self._delegation(body)
        rows = [
            nominating.nominate(delegation, by=by, **stage.facts_of(one)) for one in said.NOMINEES if one.body == body
        ]
        nominating.name_head(delegation, by=by, head=rows[0])

    def nominate(self, *, by: User, body: str) -> None:
        """The people and the letter; the focal point sends them to the contact point, who is asked to forward them."""
        self.enter(by=by, body=body)
        delegation = self._delegation(body)
        people = [one for one in said.NOMINEES if one.body == body]
        appointment = self.person(sender_of(body)).appointments.get()
        signatory, post = people[0].superior, str(appointment.title["en"])
        signed_on, number = timezone.localdate() - timedelta(days=2), f"{delegation.country_id}-{delegation.pk}"
        nominating.write_nomination_letter(
            delegation,
            by=by,
            number=number,
            signed_on=signed_on,
            signatory_name=signatory,
            signatory_post=post,
            language="en",
            file=papers.nomination_letter(
                delegation, people, number=number, day=signed_on, signatory=signatory, post=post, by=by
            ),
        )
        nominating.submit_nomination(delegation, by=by)

    def forward(self, *, by: User, body: str) -> None:
        nominating.forward_nomination(
            self._delegation(body), by=by, opinion="Both persons are competent for the theme."
        )

    def check(self, *, by: User, bodies: tuple[str, ...]) -> None:
        chosen = [self.house.bodies[body].pk for body in bodies]
        for one in Participant.objects.filter(event=self.pk, delegation__organisation__in=chosen).order_by("pk"):
            verdict = Verdict.RESERVE if one.is_alternate else Verdict.ACCEPT
            reason = "Alternate of the delegation." if one.is_alternate else ""
            accepting.check_participant(
                one, by=by, points=CheckPoint.values, verdict=verdict, verdict_reason=reason, note=said.NOTES_OF_CHECK
            )

    def propose_list(self, *, by: User, note: str = "") -> None:
        event = self.event
        lines = {one: (one.verdict, one.verdict_reason) for one in accepting.nominees_to_decide(event)}
        accepting.propose_list(event, by=by, lines=lines, note=note)

    def accept_list(self, *, by: User) -> None:
        accepting.accept_list(ParticipantList.objects.get(event=self.pk), by=by)

    def confirm(self, *, email: str) -> None:
        """By the own account, or by the link of the letter."""
        one = self._participant(email)
        replacing.confirm_participation(one, by=one.user)

    def hand_in(self, *, by: User, body: str, kind: PaperKind) -> None:
        delegation = self._delegation(body)
        name = delegation.country.name["en"]
        lines = [text for _head, text in home.REPORT]
        if kind == PaperKind.COUNTRY_REPORT:
            file = papers.points(f"Country report, {name}", home.REPORT, by=by, word=body == "ministry_bg")
        elif kind == PaperKind.SLIDES:
            file = papers.slides(f"E-government in {name}", lines, by=by)
        else:
            file = papers.slides(f"{name}, 번역", said.TRANSLATION, by=by, language="ko")
        language = "ko" if kind == PaperKind.TRANSLATION else "en"
        handing_in.hand_in_paper(delegation, by=by, kind=kind, language=language, file=file)

    # --- Journeys ----------------------------------------------------------------------------------------------------

    def travel(self, *, email: str) -> None:
        """Told by the traveller; what somebody without an account sends by post, the travel desk enters."""
        one, journey = self._participant(email), said.JOURNEYS[email]
        consents = {consent.name: Answer.AGREED for consent in CONSENTS}
        by = one.user or self.person(TRAVEL_DESK)
        travel.save_travel(one, by=by, facts=self._facts(journey), consents=consents, seen=None)

    def _facts(self, journey: said.Journey) -> dict[str, Any]:
        facts: dict[str, Any] = {
            "passport_type": "service",
            "passport_number": journey.passport,
            "passport_expires_on": self.first_day + timedelta(days=900),
            "nationality": journey.nationality,
            "sex": journey.sex,
            "birth_on": date.fromisoformat(journey.born),
            "diet": journey.diet,
        }
        if journey.arrives:
            facts |= {"arrives_at": self._at(journey.arrives), "arrives_by": journey.arrives[2], "arrives_to": "ICN"}
        if journey.departs:
            facts |= {"departs_at": self._at(journey.departs), "departs_by": journey.departs[2], "departs_from": "ICN"}
        return facts

    def _at(self, when: tuple[int, str, str]) -> datetime:
        day, clock, _by = when
        zone = ZoneInfo(STATES["KR"].zone)
        return datetime.combine(self.first_day + timedelta(days=day), time.fromisoformat(clock), zone)

    def set_visas(self, *, by: User) -> None:
        for email in said.GRANTED:
            travel.set_visa(self._participant(email), by=by, visa=VisaState.GRANTED)
        for email in said.NO_VISA:
            travel.set_visa(self._participant(email), by=by, visa=VisaState.NOT_NEEDED)

    # --- The programme -----------------------------------------------------------------------------------------------

    def plan(self, *, by: User) -> None:
        made = stage.plan_sessions(self.event, self.house, said.SESSIONS, said.SPEAKERS, by=by, rooms=said.ROOMS)
        for key, rules in said.RULES.items():
            starts_at = made[key].starts_at
            due = starts_at - timedelta(days=7) if starts_at else None
            visits.save_visit(made[key], by=by, gate_list_due_at=due, **stage.localised(rules))

    def propose_programme(self, *, by: User) -> None:
        releasing.propose_release(self.event, by=by, note=said.NOTE)

    def sign(self, *, by: User) -> None:
        releasing.release(Release.objects.get(event=self.pk), by=by)
