"""Where the calendars of a schedule come from."""

from calendars.directory import calendar_of, joint
from projects.planning.tasks import Calendars


def calendars_of(code_a: str, code_b: str) -> Calendars:
    """The calendars of the two sides of an agreement, by their countries; no query while they are kept."""
    return Calendars(calendar_of(code_a), calendar_of(code_b), joint(code_a, code_b))
