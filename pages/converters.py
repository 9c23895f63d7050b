"""How the number of a press release, and the address of a page, stand in an address."""

from core.converters import register_number

RELEASE = r"PR-\d{4}-\d{2,6}"

register_number("release", RELEASE)
register_number("handle", RELEASE + r"|[a-z][a-z0-9-]{1,39}")
