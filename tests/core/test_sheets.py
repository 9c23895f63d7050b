"""Tables as CSV: what a cell says, in the language and on the clock of whoever asked for it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from core.sheets import cell, csv_response

MOMENT = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)


def test_what_is_sent_later_keeps_the_language_and_the_clock_of_the_request():
    with translation.override("ru"), timezone.override("Asia/Seoul"):
        response = csv_response("list.csv", [gettext_lazy("Number")], [[MOMENT]])
    sent = b"".join(response.streaming_content).decode()
    assert sent.splitlines() == ["\ufeffНомер", "2026-11-23 06:30"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, None),
        (7, 7),
        (Decimal("1.50"), Decimal("1.50")),
        (date(2026, 11, 22), "2026-11-22"),
        ("=2+2", "'=2+2"),
        ("a\x00b\x0bc", "abc"),
        ("\x00=2+2", "'=2+2"),
    ],
)
def test_what_a_cell_says(value, said):
    assert cell(value) == said
