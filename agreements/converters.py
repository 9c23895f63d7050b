"""How the numbers of agreements, sessions (`JSC-4`) and decisions (`JSC-4-07`) stand in an address."""

from core.converters import register_number

register_number("agreement", r"AG-\d{4}-\d{2,6}")
register_number("committee_session", r"[A-Z][A-Z0-9]{1,11}-\d{1,4}")
register_number("decision", r"[A-Z][A-Z0-9]{1,11}-\d{1,4}-\d{2,4}")
