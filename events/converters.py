"""How the number of an event stands in an address."""

from django.urls import register_converter


class EventNumber:
    """`E-2026-01`: nothing else is taken for one, so the other addresses of the app need no order among themselves."""

    regex = r"E-\d{4}-\d{2,6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(EventNumber, "event")
