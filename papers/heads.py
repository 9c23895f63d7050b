"""What stands above every paper: whose it is, its number and its day."""

from dataclasses import dataclass
from datetime import date

from papers.words import Words
from people.models import Centre


@dataclass(frozen=True)
class Head:
    """The centre, its two sides with the own one first, and the paper's number and day."""

    centre: Words
    sides: tuple[Words, ...] = ()
    number: str = ""
    day: date | None = None


def head_of(centre: Centre, *, own: str = "", number: str = "", day: date | None = None) -> Head:
    """The head of a centre's paper. `own` is the code of the country whose copy it is; without one side A is first."""
    sides = [centre.side_a, centre.side_b]
    sides.sort(key=lambda side: side.pk != own)
    return Head(centre.name, tuple(side.name for side in sides), number, day)
