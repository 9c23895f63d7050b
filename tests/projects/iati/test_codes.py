"""Our names of codes against the lists themselves.

`codelists.json` was taken from pyIATI 0.4.1 and compared with it by hand: all codes of each list that are not withdrawn,
and of the file formats those that we use.
"""

import hashlib
from pathlib import Path

import pytest

from projects.iati import codes, lookups, rules
from projects.iati.rules.parts import FORMATS
from tests.projects.iati.standard import LISTS

UNCHANGED = {
    "iati-activities-schema.xsd": "0bf6d822f71fb44e607a7ad0b9894d283a01f761657e6c0b4d0269ac77bff724",
    "iati-common.xsd": "150426c82d52eec4458a48b0a7e824f067fd5a45ae8ecf228286d7daea48b767",
    "iati-organisations-schema.xsd": "7c2e2938ecff0e4c8dec046a29a07f6bb5349f3b5950e800ef20b31e43e81fc4",
    "xml.xsd": "61960fb3131e38022caad5360e2f33a3382578ab3c80cd58bd74320ede61b20c",
}
COMPLETE = [
    ("ActivityDateType", codes.ActivityDateType),
    ("ActivityScope", codes.ActivityScope),
    ("ActivityStatus", codes.ActivityStatus),
    ("BudgetStatus", codes.BudgetStatus),
    ("BudgetType", codes.BudgetType),
    ("CollaborationType", codes.CollaborationType),
    ("ContactType", codes.ContactType),
    ("Country", lookups.COUNTRIES),
    ("Currency", lookups.CURRENCIES),
    ("DescriptionType", codes.DescriptionType),
    ("DisbursementChannel", codes.DisbursementChannel),
    ("FileFormat", FORMATS),
    ("FlowType", codes.FlowType),
    ("GeographicExactness", codes.LocationExactness),
    ("GeographicLocationClass", codes.LocationClass),
    ("GeographicLocationReach", codes.LocationReach),
    ("IndicatorMeasure", codes.IndicatorMeasure),
    ("IndicatorVocabulary", codes.IndicatorVocabulary),
    ("Language", lookups.LANGUAGES),
    ("OrganisationRole", codes.OrganisationRole),
    ("OrganisationType", codes.OrganisationType),
    ("OtherIdentifierType", codes.OtherIdentifierType),
    ("PolicyMarker", codes.PolicyMarker),
    ("PolicyMarkerVocabulary", lookups.POLICY_MARKER_VOCABULARIES),
    ("PolicySignificance", codes.PolicySignificance),
    ("Region", lookups.REGIONS),
    ("RegionVocabulary", lookups.REGION_VOCABULARIES),
    ("RelatedActivityType", codes.RelatedActivityType),
    ("ResultType", codes.ResultType),
    ("ResultVocabulary", lookups.RESULT_VOCABULARIES),
    ("SectorVocabulary", lookups.SECTOR_VOCABULARIES),
    ("TiedStatus", codes.TiedStatus),
    ("TransactionType", codes.TransactionType),
]
CHOSEN = [
    ("AidType", codes.AidType),
    ("DocumentCategory", codes.DocumentCategory),
    ("FinanceType", codes.FinanceType),
    ("Sector", codes.Sector),
]


@pytest.mark.parametrize("name, ours", COMPLETE)
def test_a_list_is_complete(name, ours):
    assert {str(code) for code in ours} == LISTS[name]


@pytest.mark.parametrize("name, ours", CHOSEN)
def test_what_is_chosen_from_a_list_is_on_it(name, ours):
    assert {str(code) for code in ours} - LISTS[name] == set()


@pytest.mark.parametrize("ours", [ours for _name, ours in [*COMPLETE, *CHOSEN] if hasattr(ours, "labels")])
def test_two_codes_of_a_list_are_never_called_alike(ours):
    labels = [str(label) for label in ours.labels]
    assert sorted(set(labels)) == sorted(labels)


def test_currencies_without_cents_are_currencies():
    assert set() == lookups.WITHOUT_CENTS - lookups.CURRENCIES


@pytest.mark.parametrize("name, digest", UNCHANGED.items())
def test_the_schemas_are_unchanged(name, digest):
    schemas = Path(rules.__file__).parents[1] / "schemas"
    assert hashlib.sha256((schemas / name).read_bytes()).hexdigest() == digest
