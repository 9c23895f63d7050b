"""How the number of an event stands in an address."""

from core.converters import register_number

register_number("event", r"E-\d{4}-\d{2,6}")
