"""How the number of a report stands in an address."""

from django.urls import register_converter


class ReportNumber:
    """`RP-2026-014`: nothing else is taken for one."""

    regex = r"RP-\d{4}-\d{3,6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ReportNumber, "report")
