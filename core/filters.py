"""What a list is narrowed by, and the queries that lead to the list narrowed otherwise."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict


def query_without(asked: QueryDict, *names: str, **anew: str) -> str:
    """The query from its first page, without these names and with what is asked anew."""
    query = asked.copy()
    for gone in ("older", "newer", *names):
        query.pop(gone, None)
    for name, value in anew.items():
        query[name] = value
    return query.urlencode()


class FilterForm(forms.Form):
    """What a list is narrowed by, drawn by components/facets.html. All is optional; nonsense counts as not chosen."""

    nothing: Mapping[
        str, str
    ] = {}  # what a filter holds that narrows nothing, where a blank one narrows: {"state": "all"}

    def chosen(self) -> dict[str, Any]:
        """The filters that hold something sensible."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def words(self, name: str, value: Any) -> str:
        """A chosen filter as people read it."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
            return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
        return str(value)

    def removable(self, asked: QueryDict) -> list[tuple[str, str]]:
        """What was chosen, in words, each with the query of the list without it; for components/chosen.html."""
        return [
            (self.words(name, value), query_without(asked, name, **self._nothing(name)))
            for name, value in self.chosen().items()
            if self.nothing.get(name) != value
        ]

    def _nothing(self, name: str) -> dict[str, str]:
        return {name: self.nothing[name]} if name in self.nothing else {}
