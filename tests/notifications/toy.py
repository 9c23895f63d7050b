"""A message of the smallest app there is, for what no app of the house does yet: `with told(in_office_hours=True):`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.dispatch import Signal

from notifications.links import absolute
from notifications.matters.matter import Matter
from notifications.matters.registry import MATTERS
from notifications.messages.kind import Kind
from notifications.messages.registry import KINDS
from notifications.receivers import connect
from tests.core.toy.models import Paper

DUE = "2027-03-12T08:00:00+00:00"  # a Friday: 11:00 in Minsk, 17:00 in Seoul


def cancel_link(news: Any, _reader: Any) -> dict[str, str]:
    """The toy keeps its secret in the note."""
    return {"cancel_link": absolute(f"/papers/cancel/{news.record.note}/")}


@contextmanager
def told(*, rule: str = "toy.view", **options: Any) -> Iterator[Signal]:
    """The message `paper_told` as long as the `with` lasts. Send its signal with `paper` and `to`, who is told."""
    signal = Signal()
    kind = Kind(
        "paper_told",
        signal,
        "A paper lies on my desk",
        lambda *, to, **_said: to,
        about="paper",
        rule=rule,
        **{
            "event": lambda said: said["paper"].pk,
            "context": lambda _said: {"due": DUE},
            "route": "desk",  # a paper has no page
            **options,
        },
    )
    KINDS[kind.id] = kind
    MATTERS[Paper] = Matter(
        Paper, lambda reader: Paper.objects.visible_to(reader) if reader else Paper.objects.all(), label="Paper"
    )
    connect(kind)
    try:
        yield signal
    finally:
        del KINDS[kind.id], MATTERS[Paper]
