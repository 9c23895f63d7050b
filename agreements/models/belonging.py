"""What rows of an agreement or of a session are called by: number and name of what they belong to."""

from typing import Any


class OfAgreement:
    """A row with an `agreement`."""

    agreement: Any

    @property
    def handle(self) -> str:
        return str(self.agreement.reference)

    @property
    def title_text(self) -> Any:
        return self.agreement.title

    def side_codes(self) -> tuple[str, str]:
        """The calendars of both sides, for joint working days."""
        return self.agreement.centre.side_codes()


class OfSession:
    """A row with a `session` of a committee."""

    session: Any

    @property
    def handle(self) -> str:
        return str(self.session.reference)

    @property
    def title_text(self) -> Any:
        return self.session.committee.name

    def side_codes(self) -> tuple[str, str]:
        """The calendars of both sides, for joint working days."""
        return self.session.committee.centre.side_codes()
