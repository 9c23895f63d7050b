"""How the number of a press release, and the address of a page, stand in an address."""

from django.urls import register_converter


class _Number:
    regex = ""

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ReleaseNumber(_Number):
    """`PR-2026-03`."""

    regex = r"PR-\d{4}-\d{2,6}"


class PageHandle(_Number):
    """Either of them: `PR-2026-03`, `accessibility`."""

    regex = r"PR-\d{4}-\d{2,6}|[a-z][a-z0-9-]{1,39}"


register_converter(ReleaseNumber, "release")
register_converter(PageHandle, "handle")
