"""The library of indicators: kept by officers, changed no more once values were reported by it."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from projects.actions.library import add_indicator, edit_indicator
from projects.models import Dimension, Indicator
from tests.cast import Cast, sign_in
from tests.projects.builders import make_value

WHOLE = {
    "code": "TR-01",
    "name": {"en": "People trained"},
    "unit": "number",
    "direction": "up",
    "over_time": "sum",
    "across": "sum",
}
TYPED = {**{name: value for name, value in WHOLE.items() if name != "name"}, "name_en": "People trained"}


def test_officers_add_and_edit(officer) -> None:
    dimension = Dimension.objects.create(key="sex", name={"en": "Sex"})
    row = add_indicator(by=officer, dimensions=[dimension], **WHOLE)
    assert (row.code, row.is_active, list(row.dimensions.all())) == ("TR-01", True, [dimension])
    edit_indicator(row, by=officer, name={"en": "Civil servants trained"}, is_active=False, dimensions=[])
    row.refresh_from_db()
    assert (row.name["en"], row.is_active, row.dimensions.count()) == ("Civil servants trained", False, 0)


@pytest.mark.parametrize("who", ["leader_by", "director_by", "official_ge"])
def test_nobody_else(cast: Cast, leader_by, who) -> None:
    with pytest.raises(PermissionDenied):
        add_indicator(by=cast.people[who], **WHOLE)


def test_what_cannot_be_added_up(officer) -> None:
    with pytest.raises(RefusedError, match="Percentages are not added up"):
        add_indicator(by=officer, **{**WHOLE, "unit": "percent"})
    with pytest.raises(RefusedError, match="told in words is not added up"):
        add_indicator(by=officer, **{**WHOLE, "unit": "text"})
    add_indicator(by=officer, **WHOLE)
    with pytest.raises(RefusedError, match="Another indicator has this code"):
        add_indicator(by=officer, **WHOLE)


def test_its_rules_stay_once_a_value_was_reported(officer, measure, quarter) -> None:
    edit_indicator(measure.indicator, by=officer, over_time="sum")
    make_value(measure, quarter)
    edit_indicator(measure.indicator, by=officer, name={"en": "Agencies"}, over_time="sum")
    with pytest.raises(RefusedError, match="Values were reported by this indicator"):
        edit_indicator(measure.indicator, by=officer, over_time="mean")
    assert Indicator.objects.get(pk=measure.indicator_id).name == {"en": "Agencies"}


def test_the_pages_keep_the_library(page, officer) -> None:
    add = reverse("projects:add_indicator")
    assert page("officer", add).status_code == 200
    wrong = page("officer", add, **{**TYPED, "unit": "percent"}).context["form"]
    assert (dict(wrong.errors), wrong["name"].value()[0]) == (
        {"over_time": ["Percentages are not added up."], "across": ["Percentages are not added up."]},
        "People trained",
    )
    address = reverse("projects:indicator", args=["TR-01"])
    assert page("officer", add, **TYPED)["Location"] == address
    edit = reverse("projects:edit_indicator", args=["TR-01"])
    assert page("officer", edit).context["form"]["name"].value() == {"en": "People trained"}
    assert page("officer", edit, **{**TYPED, "name_ru": "Обучено"})["Location"] == address
    assert Indicator.objects.get().name == {"en": "People trained", "ru": "Обучено"}
    for who, status in (("official_by", 403), ("", 302)):
        assert (page(who, add).status_code, page(who, edit).status_code) == (status, status)
        assert page(who, address).status_code == 200
    assert page("", reverse("projects:indicator", args=["none"])).status_code == 404


def test_the_library_is_narrowed_by_words_and_unit(page, officer) -> None:
    add_indicator(by=officer, **WHOLE)
    add_indicator(by=officer, **{**WHOLE, "code": "SH-01", "unit": "percent", "over_time": "last", "across": "mean"})

    def found(query: str) -> list[str]:
        rows = page("", f"{reverse('projects:indicators')}?{query}").context["page"].rows
        return [row.code for row in rows]

    assert [found(query) for query in ("", "q=tr-", "unit=percent", "q=nothing")] == [
        ["SH-01", "TR-01"],
        ["TR-01"],
        ["SH-01"],
        [],
    ]


def test_the_admin_site_shows_and_guards(measure, quarter, admin_user) -> None:
    value = make_value(measure, quarter, "987654")
    client = sign_in(admin_user)
    for model, row in (("indicator", measure.indicator), ("reportedvalue", value), ("period", quarter)):
        assert client.get(reverse(f"admin:projects_{model}_changelist")).status_code == 200
        html = client.get(reverse(f"admin:projects_{model}_change", args=[row.pk])).content.decode()
        assert (model, "987654" in html) == (model, False)
    assert (
        'name="over_time"'
        not in client.get(reverse("admin:projects_indicator_change", args=[measure.indicator_id])).content.decode()
    )
    assert value.value == Decimal(987654)
