"""How the number of a report stands in an address."""

from core.converters import register_number

register_number("report", r"RP-\d{4}-\d{3,6}")
