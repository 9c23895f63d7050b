"""The adopting body signs, and its key is turned."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import Signature
from core.refusal import RefusedError
from practices.actions import adopting
from practices.enums import ReportState


def test_filing_turns_the_adopters_key_and_tells_the_owner(begun, focal_by, heard):
    heard()
    row = adopting.file_report(begun, by=focal_by)
    assert row.state == ReportState.FILED
    assert list(Signature.objects.about(row).values_list("key", "by")) == [("adopter", focal_by.pk)]
    assert [name for name, _said in heard()] == ["adoption_filed"]


def test_a_member_writes_and_does_not_sign(begun, official_by):
    with pytest.raises(PermissionDenied):
        adopting.file_report(begun, by=official_by)


@pytest.mark.parametrize(
    ("missing", "sentence"), [("adaptations", "Say what was adapted"), ("evidence", "Give a proof")]
)
def test_a_report_without_ground_is_not_filed(begun, official_by, focal_by, written, missing, sentence):
    row = adopting.save_report(begun, by=official_by, seen=0, **{**written, missing: " "})
    with pytest.raises(RefusedError, match=sentence):
        adopting.file_report(row, by=focal_by)
