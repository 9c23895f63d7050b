"""What a kind of report is. Each is a folder with `query.py` and `template.py`; `registry.py` finds it.

`query.py` says `PLACE`, `LABEL`, `LEDE`, `PERIODS` and `NARROWS`, and `figures(asked)` counts. `template.py` draws what
was stored: `blocks(stored)`, called within the language of the paper. A kind about one record says `ABOUT`, its model,
instead of periods, with `choices(user)`, `asked_of(record)` and `figures(asked, record)`. Either may keep a paper that
follows the figures: `paper(record, user)`, or `paper(asked, user)` where there is no record, reads what it tells and
gives a function that draws it, called within each language.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from papers.blocks import Block
from papers.report import Report as Paper
from reports.enums import Every
from reports.figures.figure import Asked, Group
from reports.storing import Stored

Draw = Callable[[str], Paper]  # language → the paper in it


@dataclass(frozen=True)
class Kind:
    """One kind of report."""

    name: str
    label: str | Promise
    lede: str | Promise
    figures: Callable[..., Sequence[Group]]
    blocks: Callable[[Stored], list[Block]]
    place: int  # among the others, where they are offered
    periods: Sequence[Every] = ()
    narrows: Sequence[str] = ()  # of `side`, `country` and `topic`
    about: type[Model] | None = None
    choices: Callable[[Any], QuerySet[Any]] | None = None
    asked_of: Callable[[Any], Asked] | None = None
    paper: Callable[[Any, Any], Draw] | None = None
    is_public: bool = True  # whether it may ever be laid before the public
    is_inside: bool = False  # whether it holds what only officers and co-directors read

    def count(self, asked: Asked, record: Any = None) -> Sequence[Group]:
        """The figures for a question."""
        return self.figures(asked) if self.about is None else self.figures(asked, record)
