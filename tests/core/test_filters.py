"""What a list is narrowed by: what counts as chosen, and the query without it."""

from django import forms
from django.http import QueryDict

from core.filters import FilterForm, query_without


class Narrow(FilterForm):
    nothing = {"state": "all"}

    q = forms.CharField(required=False)
    state = forms.ChoiceField(choices=[("open", "Still open"), ("all", "All of them")], required=False)
    due = forms.ChoiceField(choices=[("week", "This week")], required=False)


def removable(query, **more):
    asked = QueryDict(query)
    return Narrow({**asked.dict(), **more}).removable(asked)


def test_what_was_chosen_is_said_in_words_beside_the_query_without_it():
    assert removable("q=cloud&state=open&due=week&older=x") == [
        ("cloud", "state=open&due=week"),
        ("Still open", "q=cloud&due=week&state=all"),
        ("This week", "q=cloud&state=open"),
    ]


def test_what_is_in_force_unasked_can_be_taken_off_too():
    assert removable("q=cloud", state="open") == [("cloud", ""), ("Still open", "q=cloud&state=all")]


def test_nonsense_and_what_narrows_nothing_are_not_chosen():
    assert removable("state=all&due=never&q=") == []
    assert Narrow(QueryDict("state=all&due=never&q=")).chosen() == {"state": "all"}


def test_a_query_begins_at_the_first_page_and_takes_what_is_asked_anew():
    asked = QueryDict("q=a&order=new&newer=y&state=open&state=closed")
    assert query_without(asked, "order") == "q=a&state=open&state=closed"
    assert query_without(asked, "q", order="due") == "order=due&state=open&state=closed"
