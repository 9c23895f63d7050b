"""The forum with open registration, as it is played: three hundred people in four weeks, some on the waiting list."""

from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone

from core.localised import LocalisedText
from events.actions import approving, editions, questions, registering, releasing
from events.enums import BodyRole, EventKind, Mode
from events.models import Participant, Release
from people.models import User
from sample_centre.content.events import forum as said
from sample_centre.events import stage
from sample_centre.events.guests import enter_many, guests
from sample_centre.events.play import BOTH, Deed, Play, first_of_working_days
from sample_centre.timeline import country_of, local

OFFICER, DIRECTORS = "officer", ("director_by", "director_kr")
IN_DAYS = 19  # it begins at least so many days from today
OPENED = 25  # working days back
EARLY = 250  # registered in the first weeks
WAVES = 6  # days on which the rest came; from the fourth on there was no seat left
TUESDAY = 1


class Forum(Play):
    """Begun two months ago, its programme released, registration open until three days before it begins."""

    reads = tuple(sorted({country_of(name) for name in said.WITH_ACCOUNT} | {*BOTH}))

    def deeds(self) -> list[Deed]:
        waves = [
            self.back(WAVES + 1 - number, f"{10 + number % 7:02}:{11 * number % 60:02}", "", "register", number=number)
            for number in range(WAVES)
        ]
        return [
            self.back(40, "10:20", OFFICER, "begin"),
            self.back(38, "15:30", OFFICER, "plan"),
            self.back(36, "11:10", OFFICER, "announce"),
            self.back(34, "10:45", OFFICER, "propose_programme"),
            self.back(33, "09:35", DIRECTORS[0], "sign"),
            self.back(32, "16:10", DIRECTORS[1], "sign"),
            self.back(WAVES + 8, "18:30", "", "register_early"),
            *waves,
            *(
                self.back(WAVES + 7 - number // 2, f"13:{5 + number:02}", name, "register_oneself")
                for number, name in enumerate(said.WITH_ACCOUNT)
            ),
            self.back(2, "17:15", OFFICER, "cancel"),
        ]

    @cached_property
    def first_day(self) -> Any:
        return first_of_working_days(self.today + timedelta(days=IN_DAYS), 2, weekday=TUESDAY)

    def begin(self, *, by: User) -> None:
        day = self.first_day
        event = editions.create_event(
            by=by,
            centre=self.house.centre,
            kind=EventKind.FORUM,
            mode=Mode.HYBRID,
            name=stage.written(said.NAME, year=day.year),
            theme=said.THEME,
            description=said.DESCRIPTION,
            budget_year=day.year,
            starts_on=day,
            ends_on=day + timedelta(days=1),
            languages=["ru", "be", "ko", "en"],
            capacity=said.CAPACITY,
            registration_opens_at=self._opens_at,
            registration_closes_at=local(day - timedelta(days=3), "18:00", "BY"),
            certificate_share=50,
            hours=11,
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
            host="ministry_by",
        )
        parts = (
            ("ministry_by", BodyRole.HOST),
            ("nia", BodyRole.HOST),
            ("centre", BodyRole.ORGANISER),
            ("htp", BodyRole.PARTNER),
        )
        stage.name_bodies(event, self.house, parts, by=by)
        for name in said.TRACKS.values():
            editions.save_track(event, by=by, name=name)
        for question in said.QUESTIONS:
            questions.add_question(
                event,
                by=by,
                kind=question["kind"],
                label=LocalisedText(question["label"]),
                hint=LocalisedText(question["hint"]),
                is_required=question["is_required"],
                choices=question.get("choices", ()),
            )

    @property
    def _opens_at(self) -> datetime:
        return local(self._days_back[OPENED - 1], "09:00", "BY")

    def plan(self, *, by: User) -> None:
        stage.plan_sessions(
            self.event, self.house, said.SESSIONS, said.SPEAKERS, by=by, rooms=said.ROOMS, tracks=said.TRACKS
        )

    def announce(self, *, by: User) -> None:
        editions.announce_event(self.event, by=by)

    def propose_programme(self, *, by: User) -> None:
        releasing.propose_release(self.event, by=by)

    def sign(self, *, by: User) -> None:
        releasing.release(Release.objects.get(event=self.pk), by=by)

    # --- Those who come ----------------------------------------------------------------------------------------------

    @cached_property
    def _guests(self) -> list[dict[str, Any]]:
        return guests(self.house, said.SHARES)

    @cached_property
    def _keys(self) -> list[str]:
        """The keys of the questions, in the order of the table."""
        return list(self.event.registration_fields.values_list("key", flat=True))

    def register_early(self) -> None:
        """Those of the first weeks."""
        people = [
            {**one, "answers": self._answers(place, one["language"])} for place, one in enumerate(self._guests[:EARLY])
        ]
        first, now = self._opens_at, timezone.now()
        step = (now - first) / (len(people) + 1)
        enter_many(self.event, people, [first + step * number for number in range(len(people))])

    def register(self, *, number: int) -> None:
        """Those of one day: everybody comes by the public page, without an account."""
        rest = self._guests[EARLY:]
        first, last = len(rest) * number // WAVES, len(rest) * (number + 1) // WAVES
        for place, one in enumerate(rest[first:last], first):
            registering.register(self.event, by=None, answers=self._answers(place, one["language"]), **one)

    def _answers(self, place: int, language: str) -> dict[str, Any]:
        how, subjects, interpretation, question = self._keys
        tracks = list(said.TRACKS)
        answers = {
            how: "online" if place % 5 == 0 else "hall",
            subjects: tracks[: place % 3 + 1],
            interpretation: "yes" if place % 2 == 0 else "no",
        }
        return answers | ({question: said.OWN_QUESTIONS[language]} if place % 17 == 0 else {})

    def register_oneself(self, *, by: User) -> None:
        """With an account: the name is known, and the registration stands under one's own."""
        appointment = by.appointments.select_related("organisation__country").get()
        registering.register(
            self.event,
            by=by,
            email=by.email,
            given_name=by.given_name,
            family_name=by.family_name,
            given_name_own=by.given_name_own,
            family_name_own=by.family_name_own,
            own_language=by.own_language,
            family_name_first=by.family_name_first,
            language=by.language,
            post=str(appointment.title.best(by.language).text),
            organisation_name=appointment.organisation.name.best(by.language).text,
            country=appointment.organisation.country,
            answers=self._answers(by.pk, by.language),
        )

    def cancel(self, *, by: User) -> None:
        """A few call and say that they cannot come; whoever waits longest gets their seats."""
        seated = Participant.objects.seated().filter(event=self.pk, user=None).order_by("pk")
        chosen = list(seated[5 : 5 + said.CANCELLED * 9 : 9])
        approving.cancel_registrations(self.event, chosen, by=by, reason=said.WHY_CANCELLED)
