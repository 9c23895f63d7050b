"""How the number of a project stands in an address."""

from django.urls import register_converter


class ProjectNumber:
    """`JP-2026-02`: nothing else is taken for one."""

    regex = r"JP-\d{4}-\d{2,6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ProjectNumber, "project")
