"""How the number of an entry stands in an address."""

from core.converters import register_number

register_number("practice", r"P-\d{4}-\d{3,6}")
