"""What a row of an entry is called by, where people are told of it: by its entry."""

from typing import Any


class OfPractice:
    """A row with a `practice`: number and title in lists, letters and headings are those of the entry."""

    practice: Any

    @property
    def handle(self) -> str:
        return str(self.practice.reference)

    @property
    def title_text(self) -> Any:
        return self.practice.title_text
