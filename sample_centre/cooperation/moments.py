"""Moments of what both sides sign: a date of the past, or months from today, on a day on which both of them work."""

from datetime import date, timedelta
from typing import Any

from agreements.days import months_after
from sample_centre.events.play import Deed, Play, first_of_working_days

When = date | int  # an int: months from today


class SignedPlay(Play):
    """A play whose deeds fall on joint working days, so that whoever acts is at the desk."""

    def day(self, when: When, *, plus: int = 0) -> date:
        """The first joint working day from a date, or from so many months after today; or the `plus`-th after it."""
        day = first_of_working_days(self.exact(when), 1)
        for _one in range(plus):
            day = first_of_working_days(day + timedelta(days=1), 1)
        return day

    def exact(self, when: When) -> date:
        """The date itself, working day or not: what stands on a paper."""
        return months_after(self.today, when) if isinstance(when, int) else when

    def at(self, when: When, time: str, by: str, verb: str, *, plus: int = 0, **said: Any) -> Deed:
        """A deed on such a day, at a time on the wall of whoever acts."""
        day = self.day(when, plus=plus)
        return Deed(self._moment(day, time, by), by, verb, self._verb(by, verb, said))

    def in_post(self, when: When, *people: str) -> tuple[str, ...]:
        """Who held these posts on that day: those of the year 2017, or those of today."""
        early = self.exact(when) < date(2020, 2, 1)
        return tuple(FORMER[one] if early else one for one in people)


FORMER = {
    "officer": "officer_2017",
    "director_by": "director_by_2017",
    "director_kr": "director_kr_2017",
    "leader_by": "director_by_2017",
    "leader_kr": "director_kr_2017",
}
