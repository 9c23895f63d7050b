"""How the number of a project stands in an address."""

from core.converters import register_number

register_number("project", r"JP-\d{4}-\d{2,6}")
