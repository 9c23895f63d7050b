"""The opening of the centre, as it is played."""

from datetime import date, timedelta

from events.actions import attendance, editions, releasing
from events.enums import BodyRole, EventKind, Mode
from events.models import Participant, Release
from people.models import User
from sample_centre.content.events import opening as said
from sample_centre.events import stage
from sample_centre.events.guests import enter_many, guests
from sample_centre.events.play import Deed, Play
from sample_centre.timeline import local

DAY = date(2017, 3, 28)
OFFICER, DIRECTORS = "officer_2017", ("director_by_2017", "director_kr_2017")


class Opening(Play):
    """Begun in February 2017, held on 28 March, closed three days later."""

    def deeds(self) -> list[Deed]:
        return [
            self.on("2017-02-20 10:15", OFFICER, "begin"),
            self.on("2017-02-22 11:40", OFFICER, "announce"),
            self.on("2017-02-23 15:10", OFFICER, "propose_programme"),
            self.on("2017-02-24 10:05", DIRECTORS[0], "sign"),
            self.on("2017-02-24 16:20", DIRECTORS[1], "sign"),
            self.on("2017-03-24 18:00", "", "answer"),
            self.on("2017-03-28 12:30", OFFICER, "mark"),
            self.on("2017-03-31 09:50", OFFICER, "close"),
        ]

    def begin(self, *, by: User) -> None:
        event = editions.create_event(
            by=by,
            centre=self.house.centre,
            kind=EventKind.CEREMONY,
            mode=Mode.ON_SITE,
            name=said.NAME,
            description=said.DESCRIPTION,
            agreement_note=said.AGREEMENT,
            budget_year=DAY.year,
            starts_on=DAY,
            ends_on=DAY,
            languages=["ru", "be", "ko"],
            capacity=said.SEATS,
            registration_opens_at=local(date(2017, 3, 6), "09:00", "BY"),
            registration_closes_at=local(date(2017, 3, 24), "18:00", "BY"),
            certificate_share=100,
        )
        self.pk = event.pk
        stage.build_place(
            event,
            self.house,
            by=by,
            country="BY",
            city=said.CITY,
            venue=said.VENUE,
            rooms=said.ROOMS,
            host="beltelecom",
        )
        parts = (("ministry_by", BodyRole.HOST), ("nia", BodyRole.HOST), ("ktnet", BodyRole.PARTNER))
        stage.name_bodies(event, self.house, parts, by=by)
        stage.plan_sessions(event, self.house, said.SESSIONS, said.SPEAKERS, by=by, rooms=said.ROOMS)

    def announce(self, *, by: User) -> None:
        editions.announce_event(self.event, by=by)

    def propose_programme(self, *, by: User) -> None:
        releasing.propose_release(self.event, by=by)

    def sign(self, *, by: User) -> None:
        releasing.release(Release.objects.get(event=self.pk), by=by)

    def answer(self) -> None:
        """Those who were invited said in the three weeks before that they come."""
        people = guests(self.house, said.GUESTS)
        first = local(date(2017, 3, 6), "09:30", "BY")
        enter_many(self.event, people, [first + timedelta(hours=8 * number) for number in range(len(people))])

    def mark(self, *, by: User) -> None:
        everybody = Participant.objects.filter(event=self.pk)
        attendance.mark_present(self.event, everybody, by=by, at=attendance.Occasion(DAY))

    def close(self, *, by: User) -> None:
        editions.close_event(self.event, by=by)
