"""A body begins the adoption, once."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions import adopting
from practices.enums import ReportState


def test_a_body_begins_once(practice, cast, official_by, begun, written):
    assert (begun.state, begun.adoption.stage, begun.adoption.country_id) == (ReportState.DRAFT, "", "BY")
    with pytest.raises(RefusedError, match="has an adoption of this practice already"):
        adopting.begin_adoption(practice, by=official_by, adopter=cast.organisations["services_by"], **written)


def test_the_owner_does_not_adopt_its_own_practice(practice, cast, focal_kr, written):
    with pytest.raises(PermissionDenied):
        adopting.begin_adoption(practice, by=focal_kr, adopter=cast.organisations["nia"], **written)


def test_nobody_begins_for_a_body_of_others(practice, cast, official_by, written):
    with pytest.raises(RefusedError, match="Choose a body that you belong to"):
        adopting.begin_adoption(practice, by=official_by, adopter=cast.organisations["agency_ge"], **written)
