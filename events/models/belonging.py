"""What rows of an event are called by: the number and the name of their event, unless they have their own."""

from typing import Any


class OfEvent:
    """A row with an `event`: called by the event's number, and signed for in the joint days of its two sides."""

    event: Any

    @property
    def handle(self) -> str:
        return self.event.reference

    @property
    def title_text(self) -> Any:
        return self.event.name

    def side_codes(self) -> tuple[str, str]:
        return self.event.side_codes()


class OfParticipant:
    """A row with a `participant`: called by the number of the event that the person comes to."""

    participant: Any

    @property
    def handle(self) -> str:
        return self.participant.event.reference

    @property
    def title_text(self) -> Any:
        return self.participant.event.name
