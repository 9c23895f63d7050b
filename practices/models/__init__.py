"""The library: entries and their versions, languages, reviews, conditions, adoptions, shelves, and the index."""

from practices.models.adoption import Adoption, AdoptionAnswer, AdoptionReport
from practices.models.conditions import CountryCapability, CountryIndex, Precondition
from practices.models.index import Entry, FacetTotal, Word
from practices.models.lists import Capability, LanguageRight, PracticeSeries, PracticeTopic, ReviewCriterion
from practices.models.practices import Evidence, Link, Practice, SystemName, Version
from practices.models.reviews import Review, ReviewScore
from practices.models.shelves import Bookmark, Collection, CollectionItem
from practices.models.translations import EarlierTranslation, Translation

__all__ = (
    "Adoption",
    "AdoptionAnswer",
    "AdoptionReport",
    "Bookmark",
    "Capability",
    "Collection",
    "CollectionItem",
    "CountryCapability",
    "CountryIndex",
    "EarlierTranslation",
    "Entry",
    "Evidence",
    "FacetTotal",
    "LanguageRight",
    "Link",
    "Practice",
    "PracticeSeries",
    "PracticeTopic",
    "Precondition",
    "Review",
    "ReviewCriterion",
    "ReviewScore",
    "SystemName",
    "Translation",
    "Version",
    "Word",
)
