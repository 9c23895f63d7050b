"""Texts of several languages and several lines, none of them a book."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.forms import LocalisedField
from core.localised import LANGUAGE_NAMES, LocalisedText


class TextsField(LocalisedField):
    """A text per language, up to so many characters each; what is pasted is told to be too long, never cut."""

    def __init__(self, *, most: int = 4000, long: bool = True, **kwargs: Any) -> None:
        self.most = most
        super().__init__(long=long, **kwargs)

    def clean(self, value: Any) -> LocalisedText:
        """Without blanks around it."""
        text = super().clean(value)
        for language, words in text.items():
            if len(words) > self.most:
                raise forms.ValidationError(
                    _("%(language)s: this is %(count)d characters long. Shorten it to %(most)d.")
                    % {"language": LANGUAGE_NAMES[language], "count": len(words), "most": self.most}
                )
        return text


def with_example(said: Any, example: Any) -> SafeString:
    """What is asked for, and a good example of it."""
    return format_html('{}<div class="example">{} {}</div>', said, _("For example:"), example)
