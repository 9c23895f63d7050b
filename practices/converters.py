"""How the number of an entry stands in an address."""

from django.urls import register_converter


class PracticeNumber:
    """`P-2026-014`: nothing else is taken for one, so the other addresses of the app need no order among themselves."""

    regex = r"P-\d{4}-\d{3,6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PracticeNumber, "practice")
