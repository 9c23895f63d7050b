"""The acts themselves: who may, what is refused, what nothing needs to be done about."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import JournalEntry
from projects.actions import publishing as acts
from projects.enums import Stage
from projects.models import Project
from tests.cast import Cast
from tests.projects.publication.publishing import NIA, make_publication
from tests.projects.publication.test_screen import CODES


def test_to_publish_twice_is_to_publish_once(cast: Cast, whole: Project) -> None:
    row = make_publication(whole, "b", is_published=False)
    first = acts.publish(row, by=cast.people["leader_kr"])
    second = acts.publish(row, by=cast.people["director_kr"])
    assert (first.published_at, first.updated_at) == (second.published_at, second.updated_at)
    assert JournalEntry.objects.about(whole).count() == 1


def test_what_is_published_anew_keeps_its_first_day(cast: Cast, both: Project) -> None:
    row, leader = both.publications.get(side="b"), cast.people["leader_kr"]
    acts.withdraw_publication(row, by=leader, reason="Wrong")
    acts.withdraw_publication(row, by=leader, reason="Wrong")
    assert acts.publish(row, by=leader).published_at == row.published_at
    assert [one.verb for one in JournalEntry.objects.about(both).order_by("pk")] == [
        "withdraw_activity",
        "publish_activity",
    ]


@pytest.mark.parametrize("who", ["leader_by", "officer", "official_ge"])
def test_nobody_else_publishes_or_withdraws(cast: Cast, both: Project, who: str) -> None:
    row = both.publications.get(side="b")
    with pytest.raises(PermissionDenied):
        acts.publish(row, by=cast.people[who])
    with pytest.raises(PermissionDenied):
        acts.withdraw_publication(row, by=cast.people[who], reason="No")


@pytest.mark.parametrize("who", ["leader_by", "official_ge"])
def test_nobody_prepares_for_another_side(cast: Cast, whole: Project, who: str) -> None:
    with pytest.raises(PermissionDenied):
        acts.save_publication(whole, by=cast.people[who], side="b", activity_id=f"{NIA}-1", **CODES)


def test_before_the_decision_nothing_is_prepared(cast: Cast, whole: Project) -> None:
    Project.objects.update(stage=Stage.COMMITTEE)
    with pytest.raises(PermissionDenied):
        acts.save_publication(whole, by=cast.people["leader_kr"], side="b", activity_id=f"{NIA}-1", **CODES)


def test_the_history_tells_who_published(cast: Cast, client_of, both: Project) -> None:
    row = both.publications.get(side="b")
    acts.withdraw_publication(row, by=cast.people["leader_kr"], reason="Wrong sector")
    acts.publish(row, by=cast.people["leader_kr"])
    page = client_of(cast.people["leader_by"]).get(reverse("projects:progress", args=[both.reference]))
    text = page.content.decode()
    for words in (
        "Activity of Republic of Korea published with IATI",
        "Activity of Republic of Korea withdrawn from IATI",
        "Wrong sector",
    ):
        assert words in text
