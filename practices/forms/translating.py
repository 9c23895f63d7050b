"""The page on which an entry is written in a further language."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.forms import LineField, LongField
from practices.languages import draft_of, texts_of
from practices.models import Translation, Version
from practices.revisions import revisions_of
from practices.sections import BY_KEY, KEYS, MOST
from practices.texts import marks_of

LONGEST_LINE = 150  # characters of a title, as of the original
ROWS = 10


class TranslationForm(forms.Form):
    """All sections of one language. `shown` tells which revision of the original stood beside each of them.

    `seen` and `read` say what the writer had before him: how often the text had been saved, and a mark of each section.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput)
    read = forms.CharField(widget=forms.HiddenInput, required=False)
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, translation: Translation, version: Version) -> None:
        self.translation, self.version = translation, version
        self.texts, self.made_from = texts_of(translation), draft_of(translation)
        self.now = revisions_of(version)
        self.keys = [key for key in KEYS if version.sections.get(key) or self.texts.get(key)]
        self.theirs: dict[str, str] = {}
        initial = {key: self.texts.get(key, "") for key in self.keys}
        hidden = {"seen": translation.lock, "read": self._marks(), "shown": json.dumps(self.now)}
        super().__init__(data, initial={**initial, **hidden})
        for key in self.keys:
            self.fields[key] = self._text_field(key)
            if self.made_from.get(key, 0) != self.now.get(key, 0) and self.texts.get(key):
                self.fields[f"follows-{key}"] = forms.BooleanField(
                    label=_("This text follows the original as it is now"), required=False
                )

    def _text_field(self, key: str) -> Any:
        section = BY_KEY[key]
        label: Any = section.heading
        field: Any
        if section.is_line:
            field = LineField(label=label, max_length=LONGEST_LINE, required=False)
        else:
            field = LongField(label=label, max_length=MOST, rows=ROWS, required=False)
        field.widget.attrs["lang"] = self.translation.language
        field.is_needed = True
        return field

    def _marks(self) -> str:
        return json.dumps(marks_of({key: self.texts.get(key, "") for key in self.keys}))

    # --- What is saved ----------------------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """The arguments of `translate`; sections for which a colleague's text was chosen are left out."""
        mine = [key for key in self.keys if key in self.cleaned_data and f"take-{key}" not in self.data]
        return {
            "seen": self.cleaned_data.get("seen", -1),
            "read": self._sent("read", str),
            "made_from": self._sent("shown", int),
            "texts": {key: self.cleaned_data[key] for key in mine},
            "followed": {key for key in mine if self.cleaned_data.get(f"follows-{key}")},
        }

    def read_now(self) -> str:
        """The marks of what stands on the page once it is saved; of what has an error, as it was read.

        Not of what a colleague has saved meanwhile: the page does not show it, so it has not been read.
        """
        return json.dumps({**self._sent("read", str), **marks_of(self.values()["texts"])})

    def _sent(self, name: str, kind: type) -> dict[str, Any]:
        """What stands in a hidden field, as far as it is what we put there."""
        try:
            said = json.loads(self.data.get(name) or "{}") if self.is_bound else {}
        except (ValueError, RecursionError):
            return {}
        pairs = said.items() if isinstance(said, dict) else ()
        return {key: value for key, value in pairs if key in BY_KEY and type(value) is kind}

    # --- What is drawn ----------------------------------------------------------------------------------------------

    def bases(self) -> dict[str, int]:
        """The revision of the original that each text follows: as it is kept, or, of a new one, as it was shown."""
        shown = self._sent("shown", int)
        kept = {key: self.made_from.get(key, 0) for key in self.keys if self.texts.get(key)}
        typed = {key: shown.get(key, 0) for key in self.keys if key not in kept and self.data.get(key)}
        return kept | typed

    def rows(self) -> Iterator[tuple[str, forms.BoundField, forms.BoundField | None]]:
        """Each section with its field and, where the original has moved on, the box that says the text follows it."""
        for key in self.keys:
            name = f"follows-{key}"
            yield key, self[key], self[name] if name in self.fields else None

    def met(self, translation: Translation, theirs: Mapping[str, str] | None = None) -> "TranslationForm":
        """The same page over what is kept by now. `theirs` stand above what was typed; what is sent next has read it.

        A section that only the other has changed shows his words, or the next saving would undo them.
        """
        data, read = QueryDict(mutable=True), self._sent("read", str)
        data.update(dict(self.data.items()))
        now = texts_of(translation)
        for key in self.keys:
            is_mine = marks_of({key: data.get(key, "")})[key] != read.get(key)
            if key not in (theirs or {}) and (not is_mine or f"take-{key}" in data):
                data[key] = now.get(key, "")
            data.pop(f"take-{key}", None)
        again = TranslationForm(data, translation=translation, version=self.version)
        data["seen"], data["read"] = str(translation.lock), again._marks()
        again.theirs = dict(theirs or {})
        return again
