import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from projects.actions.opinions import give_opinion
from projects.actions.submitting import return_concept, submit
from projects.enums import Stage, Verdict
from projects.models import Opinion
from tests.projects.life.building import BOTH_WORDS, concept, proposed, told


def test_each_side_says_what_it_thinks_and_may_change_it(cast, director_by, director_kr, heard):
    project = proposed(cast)
    opinion = give_opinion(project, by=director_by, verdict=Verdict.OBJECTS, text=BOTH_WORDS)
    assert heard() == [("opinion_given", {"project": project, "opinion": opinion, "by": director_by})]
    assert (opinion.side, opinion.by_name) == ("a", director_by.name_of_record())
    give_opinion(project, by=director_by, verdict=Verdict.SUPPORTS, text=BOTH_WORDS)
    give_opinion(project, by=director_kr, verdict=Verdict.CONDITIONS, text=BOTH_WORDS)
    rows = Opinion.objects.order_by("side").values_list("round", "side", "verdict")
    assert list(rows) == [(1, "a", "supports"), (1, "b", "conditions")]
    assert [one[0] for one in told(project)] == ["give_opinion"] * 3


def test_after_a_return_there_is_a_new_one_and_the_old_one_stays(cast, director_by, officer, official_by):
    project = proposed(cast)
    give_opinion(project, by=director_by, verdict=Verdict.OBJECTS, text=BOTH_WORDS)
    submit(return_concept(project, by=officer, reason="Again."), by=official_by)
    give_opinion(project, by=director_by, verdict=Verdict.SUPPORTS, text=BOTH_WORDS)
    assert list(project.opinions.values_list("round", "verdict")) == [(2, "supports"), (1, "objects")]


@pytest.mark.parametrize("text", [{}, {"en": "Yes."}, {"en": "Yes.", "ru": "  "}])
def test_it_is_written_in_two_languages(cast, director_by, text):
    with pytest.raises(RefusedError, match="in two languages"):
        give_opinion(proposed(cast), by=director_by, verdict=Verdict.SUPPORTS, text=text)
    assert not Opinion.objects.exists()


def test_who_gives_one(cast, officer, official_by, leader_by, official_ge):
    project = proposed(cast)
    for person in (officer, official_by, leader_by, official_ge):
        with pytest.raises(PermissionDenied):
            give_opinion(project, by=person, verdict=Verdict.SUPPORTS, text=BOTH_WORDS)


def test_not_of_a_draft_and_not_once_it_is_laid(cast, director_by):
    with pytest.raises(PermissionDenied):
        give_opinion(concept(cast), by=director_by, verdict=Verdict.SUPPORTS, text=BOTH_WORDS)
    with pytest.raises(RefusedError, match="while the concept paper is with both sides"):
        give_opinion(proposed(cast, Stage.COMMITTEE), by=director_by, verdict=Verdict.SUPPORTS, text=BOTH_WORDS)
