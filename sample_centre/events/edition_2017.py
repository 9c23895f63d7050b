"""The seventh edition as it is played, from the first letter in June 2017 to the questionnaires of its last day."""

from collections.abc import Iterable
from datetime import date, time, timedelta

from events.actions import (
    accepting,
    attendance,
    editions,
    evaluation,
    handing_in,
    inviting,
    materials,
    nominating,
    releasing,
    replacing,
    timetable,
    visits,
)
from events.actions.answering import answer_questionnaire
from events.actions.planning import stamp_of
from events.enums import (
    BodyRole,
    CheckPoint,
    Duty,
    EventKind,
    Licence,
    MaterialAudience,
    Mode,
    PaperKind,
    PartRole,
    SubjectKind,
    Verdict,
)
from events.models import (
    Participant,
    ParticipantList,
    Questionnaire,
    Release,
)
from people.models import User
from sample_centre.content.events import edition_2017 as said
from sample_centre.content.events import plans_2017 as home
from sample_centre.content.events import programme
from sample_centre.content.events.forms import Nominee
from sample_centre.events import papers, stage
from sample_centre.events.aftermath_2017 import (
    DIRECTOR_BY,
    DIRECTOR_KR,
    FIRST,
    LAST,
    OFFICER,
    OFFICER_KR,
    Aftermath,
)
from sample_centre.events.play import Deed
from sample_centre.timeline import local

LEFT_AFTER = 3  # days of whoever left early
SEPTEMBER = {"ministry_am": 4, "ministry_az": 5, "ministry_bg": 7, "ministry_gr": 8, "agency_md": 11, "authority_ro": 12, "ministry_rs": 13, "ministry_tr": 14, "ministry_ua": 12}  # fmt: skip


class Edition2017(Aftermath):
    """Everything has happened; what is carried on goes to the edition of today (`edition_now`)."""

    def deeds(self) -> list[Deed]:
        return [
            *self._before(),
            *self._during(),
            *self.deeds_after(),
        ]

    def _before(self) -> Iterable[Deed]:
        yield self.on("2017-06-12 10:30", OFFICER, "begin")
        yield self.on("2017-06-26 11:15", OFFICER, "announce")
        yield self.on("2017-06-27 10:20", OFFICER, "invite")
        for number, body in enumerate(said.DECLINED):
            yield self.on(f"2017-07-{11 + number} 11:00", stage.contact_of(body), "decline", body=body)
        for body, day in SEPTEMBER.items():
            yield self.on(f"2017-09-{day:02} 11:20", stage.contact_of(body), "nominate", body=body)
        yield self.on("2017-09-18 14:10", OFFICER, "check")
        yield self.on("2017-09-19 10:40", OFFICER, "propose_list")
        yield self.on("2017-09-20 11:30", DIRECTOR_BY, "accept_list")
        yield self.on("2017-09-21 10:10", DIRECTOR_KR, "accept_list")
        yield self.on("2017-09-26 12:00", "", "confirm")
        yield self.on("2017-09-28 10:15", stage.contact_of("ministry_bg"), "replace")
        yield self.on("2017-09-29 12:00", "", "confirm")
        for number, body in enumerate(said.COMING):
            day = (10, 11, 12, 13, 16, 17, 18, 19, 20)[number]
            yield self.on(f"2017-10-{day} 15:00", stage.contact_of(body), "hand_in", body=body)
        yield self.on("2017-10-10 14:30", OFFICER_KR, "plan")
        yield self.on("2017-10-11 10:30", OFFICER_KR, "propose_programme")
        yield self.on("2017-10-12 10:05", DIRECTOR_KR, "release")
        yield self.on("2017-10-13 09:40", DIRECTOR_BY, "release")
        yield self.on("2017-10-23 11:00", OFFICER_KR, "move")
        yield self.on("2017-10-24 16:20", DIRECTOR_KR, "release")
        yield self.on("2017-10-25 09:50", DIRECTOR_BY, "release")

    def _during(self) -> Iterable[Deed]:
        for number in range((LAST - FIRST).days + 1):
            day = FIRST + timedelta(days=number)
            yield self.on(f"{day} 10:30", OFFICER_KR, "mark", number=number)
        yield self.on("2017-10-30 15:40", OFFICER_KR, "add_materials")
        yield self.on("2017-11-02 17:30", OFFICER_KR, "note")
        yield self.on("2017-11-02 17:40", OFFICER_KR, "ask")
        yield self.on("2017-11-02 20:00", "", "answer", first=0, last=6)
        yield self.on("2017-11-03 08:00", "", "answer", first=6, last=len(said.ANSWERS))

    # --- Before ------------------------------------------------------------------------------------------------------

    def begin(self, *, by: User) -> None:
        event = editions.create_event(
            by=by,
            centre=self.house.centre,
            programme=self.house.centre.programmes.get(slug=programme.SLUG),
            number=said.NUMBER,
            kind=EventKind.TRAINING,
            mode=Mode.INVITATIONAL,
            name=said.NAME,
            theme=said.THEME,
            description=said.DESCRIPTION,
            budget_year=FIRST.year,
            starts_on=FIRST,
            ends_on=LAST,
            languages=["en", "ko", "ru"],
            quota=2,
            nominations_due_at=local(date(2017, 9, 15), "18:00", "KR"),
            papers_due_at=local(date(2017, 10, 20), "18:00", "KR"),
            hours=30,
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
        travel = [self.person(OFFICER_KR)]
        editions.name_officers(event, by=by, duty=Duty.TRAVEL, users=travel)

    def announce(self, *, by: User) -> None:
        editions.announce_event(self.event, by=by)

    def invite(self, *, by: User) -> None:
        event = self.event
        inviting.invite_bodies(
            event,
            by=by,
            organisations=[self.house.bodies[body] for body in said.INVITED],
            quota=event.quota,
            due_at=event.nominations_due_at or local(FIRST, "09:00", "KR"),
            letter_number="BY-KR/17-041",
            letter_on=date(2017, 6, 27),
        )

    def decline(self, *, by: User, body: str) -> None:
        inviting.decline_invitation(self._delegation(body), by=by, reason=said.DECLINED[body])

    def nominate(self, *, by: User, body: str) -> None:
        """The contact point enters the people, adds the letter and sends both on."""
        delegation, people = self._delegation(body), of_body(said.NOMINEES, body)
        rows = [nominating.nominate(delegation, by=by, **stage.facts_of(one)) for one in people]
        nominating.name_head(delegation, by=by, head=rows[0])
        signed_on, number = date(2017, 9, 1), f"{delegation.country_id}-{delegation.pk}/2017"
        signatory, post = people[0].superior, "Deputy Minister"
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

    def check(self, *, by: User) -> None:
        for one in Participant.objects.filter(event=self.pk).order_by("pk"):
            verdict = Verdict.RESERVE if one.is_alternate else Verdict.ACCEPT
            reason = "Alternate of the delegation." if one.is_alternate else ""
            accepting.check_participant(one, by=by, points=CheckPoint.values, verdict=verdict, verdict_reason=reason)

    def propose_list(self, *, by: User) -> None:
        event = self.event
        lines = {one: (one.verdict, one.verdict_reason) for one in accepting.nominees_to_decide(event)}
        accepting.propose_list(event, by=by, lines=lines)

    def accept_list(self, *, by: User) -> None:
        accepting.accept_list(ParticipantList.objects.get(event=self.pk), by=by)

    def confirm(self) -> None:
        """Everybody who is accepted says that he comes, by the link of the letter; one cannot."""
        accepted = Participant.objects.filter(event=self.pk, status="accepted").exclude(email=said.REPLACED)
        for one in accepted.order_by("pk"):
            replacing.confirm_participation(one, by=None)

    def replace(self, *, by: User) -> None:
        replacing.replace_participant(
            self._participant(said.REPLACED),
            by=by,
            alternate=self._participant(said.BY_ALTERNATE),
            reason="He has been given the unit for the census and cannot leave in October.",
        )

    def hand_in(self, *, by: User, body: str) -> None:
        """Country report and slides."""
        delegation = self._delegation(body)
        name = delegation.country.name["en"]
        report = papers.points(f"Country report, {name}", home.REPORT, by=by, word=len(body) % 2 == 0)
        shown = papers.slides(f"E-government in {name}", [text for _head, text in home.REPORT], by=by)
        for kind, file in ((PaperKind.COUNTRY_REPORT, report), (PaperKind.SLIDES, shown)):
            handing_in.hand_in_paper(delegation, by=by, kind=kind, language="en", file=file)

    # --- The programme -----------------------------------------------------------------------------------------------

    def plan(self, *, by: User) -> None:
        event = self.event
        made = stage.plan_sessions(event, self.house, said.SESSIONS, said.SPEAKERS, by=by, rooms=said.ROOMS)
        for line in said.SESSIONS:
            if line.body:
                there = [one for one in of_body(said.NOMINEES, line.body) if one.email != said.REPLACED]
                stage.put_in(made[line.key], self.house, stage.speaker_of(there[0]), PartRole.SPEAKER, by=by)
        for key, rules in said.RULES.items():
            visits.save_visit(made[key], by=by, **stage.localised(rules))

    def propose_programme(self, *, by: User) -> None:
        releasing.propose_release(self.event, by=by)

    def release(self, *, by: User) -> None:
        releasing.release(Release.objects.get(event=self.pk, status="proposed"), by=by)

    def move(self, *, by: User) -> None:
        """The village asks for an earlier hour: the second version."""
        key, begins, _ends = said.MOVED
        session = self._session(key)
        timetable.move_session(
            session,
            by=by,
            seen=stamp_of(session),
            stop=session.stop,
            day=session.day or FIRST,
            begins=time.fromisoformat(begins),
            room=None,
        )
        releasing.propose_release(self.event, by=by, note="The village expects its visitors half an hour earlier.")

    # --- In Seoul ----------------------------------------------------------------------------------------------------

    def _there(self) -> list[Participant]:
        return list(Participant.objects.seated().filter(event=self.pk).order_by("pk"))

    def mark(self, *, by: User, number: int) -> None:
        event = self.event
        there = [one for one in self._there() if number < LEFT_AFTER or one.email != said.LEFT_EARLY]
        attendance.mark_present(event, there, by=by, at=attendance.Occasion(stage.day_of(event, number)))

    def add_materials(self, *, by: User) -> None:
        event = self.event
        for key, lines in home.LECTURES.items():
            session = self._session(key)
            materials.add_material(
                event,
                by=by,
                session=session,
                file=papers.slides(str(session.title), lines, by=by),
                title=session.title,
                language="en",
                licence=Licence.KOGL_1,
                audience=MaterialAudience.PUBLIC,
                is_slides=True,
            )

    def note(self, *, by: User) -> None:
        visits.write_visit_note(self._session("village"), by=by, text=said.NOTE, language="en")

    def ask(self, *, by: User) -> None:
        """Questionnaires on the whole edition, on three lectures and three visits."""
        event = self.event
        closes_at = local(date(2017, 11, 10), "15:00", "KR")
        made = evaluation.create_questionnaires(event, by=by, subject=SubjectKind.EDITION)
        lectures = [self._session(key) for key in home.LECTURES]
        made += evaluation.create_questionnaires(event, by=by, subject=SubjectKind.SESSION, about=lectures)
        seen = [self._session(key) for key in said.RULES]
        made += evaluation.create_questionnaires(event, by=by, subject=SubjectKind.VISIT, about=seen)
        evaluation.open_questionnaires(event, by=by, questionnaires=made, closes_at=closes_at)

    def answer(self, *, first: int, last: int) -> None:
        """Some of them answer; on lectures and visits fewer than on the whole."""
        tables = {
            SubjectKind.EDITION: ("overall relevance organisation interpretation recommend keep", said.ANSWERS),
            SubjectKind.SESSION: ("session-content session-clarity session-time", said.OF_SESSIONS),
            SubjectKind.VISIT: ("visit-content visit-guidance", said.OF_VISITS),
        }
        for number, one in list(enumerate(self._there()))[first:last]:
            for questionnaire in Questionnaire.objects.filter(event=self.pk):
                keys, table = tables[SubjectKind(questionnaire.subject)]
                if number < len(table):
                    line = table[(number + questionnaire.position) % len(table)]
                    answers = {key: value for key, value in zip(keys.split(), line, strict=True) if value != ""}
                    answer_questionnaire(questionnaire, participant=one, answers=answers)


def of_body(nominees: Iterable[Nominee], body: str) -> list[Nominee]:
    """Those whom one body sends."""
    return [one for one in nominees if one.body == body]
