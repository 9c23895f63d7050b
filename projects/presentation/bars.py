"""Bars of money: each side's beside the other's, all of one table on one scale. Lengths are attributes of SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.enums import Side
from projects.enums import EntryKind

FULL = 98  # per cent of the width: the edge of the bar stays within the drawing

# What is said of each side's money, in the order in which it happens; and the kind of entries behind it.
MONEY = {
    "approved": (pgettext_lazy("money", "Approved"), ""),
    "committed": (pgettext_lazy("money", "Committed"), EntryKind.COMMITMENT),
    "disbursed": (pgettext_lazy("money", "Disbursed"), EntryKind.DISBURSEMENT),
    "received": (pgettext_lazy("money", "Received"), EntryKind.RECEIPT),
    "spent": (pgettext_lazy("money", "Spent"), EntryKind.EXPENDITURE),
    "in_kind": (_("Given in kind"), EntryKind.IN_KIND),
}


@dataclass(frozen=True)
class Bar:
    """The amount of one side."""

    side: str
    amount: Decimal
    width: str
    url: str = ""

    @property
    def css(self) -> str:
        """Side a is solid, side b outlined: they differ on grey paper too."""
        return "bar-a" if self.side == Side.A else "bar-b"


@dataclass(frozen=True)
class Row:
    """What is measured, and the bar of each side, the reader's own first."""

    name: str
    words: Any
    bars: list[Bar]


Amounts = dict[str, dict[str, Decimal]]  # what → side → amount


def rows_of(amounts: Amounts, sides: Sequence[str], url_of: Any, *, most: Decimal | None = None) -> list[Row]:
    """The rows of a table of bars. `url_of(what, side)` leads to the rows behind a figure, or is "".

    `most` is the amount of the longest bar, where several tables share one scale.
    """
    if most is None:
        most = most_of([amounts])
    return [
        Row(
            name,
            MONEY[name][0],
            [Bar(side, of_side[side], width_of(of_side[side], most), url_of(name, side)) for side in sides],
        )
        for name, of_side in amounts.items()
    ]


def most_of(tables: Iterable[Amounts]) -> Decimal:
    """The largest amount of them all."""
    return max((one for table in tables for of_side in table.values() for one in of_side.values()), default=Decimal(0))


def width_of(amount: Decimal, most: Decimal) -> str:
    """How long a bar is, as SVG has it; what is less than nothing has none."""
    share = amount * FULL / most if most > 0 and amount > 0 else Decimal(0)
    return f"{share.quantize(Decimal('0.1'))}%"
