"""Adoptions and their reports as something that people are told about."""

from notifications.matters.practices import matter_of
from practices.models import Adoption

MATTERS = [matter_of(Adoption, "practice", "adopter", "country")]
