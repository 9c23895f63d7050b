"""What rows of a project are called by: its number and its name, unless they have their own."""

from typing import Any


class OfProject:
    """A row with a `project`."""

    project: Any

    @property
    def handle(self) -> str:
        return str(self.project.reference)

    @property
    def title_text(self) -> Any:
        return self.project.name

    def side_codes(self) -> tuple[str, str]:
        """The calendars of both sides, for joint working days."""
        return self.project.centre.side_codes()
