"""Countries, organisations, centres; accounts, what they are appointed to, and how they are let in."""

from people.models.accounts import User, known_zone, known_zones
from people.models.bodies import Centre, Country, FormerName, Organisation
from people.models.consents import Consent, ConsentText
from people.models.entry import AccessRequest, Invitation, new_key
from people.models.experts import AvailabilityWindow, ExpertArea, Expertise, ExpertProfile, SpokenLanguage
from people.models.imports import ImportRow, TableImport
from people.models.posts import Appointment

__all__ = (
    "AccessRequest",
    "Appointment",
    "AvailabilityWindow",
    "Centre",
    "Consent",
    "ConsentText",
    "Country",
    "ExpertArea",
    "ExpertProfile",
    "Expertise",
    "FormerName",
    "ImportRow",
    "Invitation",
    "Organisation",
    "SpokenLanguage",
    "TableImport",
    "User",
    "known_zone",
    "known_zones",
    "new_key",
)
