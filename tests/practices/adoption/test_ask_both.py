"""The clock asks both sides once a year."""

from practices.models import AdoptionAnswer
from practices.tasks.adoptions import ask_adopters


def test_both_sides_are_asked_once(adoption, later, heard):
    heard()
    assert (ask_adopters(), ask_adopters()) == (2, 0)
    assert sorted(AdoptionAnswer.objects.values_list("side", flat=True)) == ["adopter", "owner"]
    assert [name for name, _said in heard()] == ["adoption_asked", "adoption_asked"]
    adoption.refresh_from_db()
    assert adoption.ask_on > adoption.stage_since


def test_nothing_is_asked_before_the_year_is_over(adoption):
    assert ask_adopters() == 0
