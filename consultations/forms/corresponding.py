"""Messages, notes, translations."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from consultations.enums import Audience
from consultations.policies import own_sides
from core.forms import LongField
from files.forms import FileField, KeepsFile
from people.enums import Function
from people.models import User


class MessageForm(KeepsFile, forms.Form):
    """A text in the writer's language."""

    text = LongField(label=_("Message"), rows=7, max_length=20_000)
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)
    attachment = FileField(label=_("Attached file"), required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"language": user.language})
        super().__init__(*args, by=user, **kwargs)


class NoteForm(MessageForm):
    """An internal note and its readers."""

    audience = forms.ChoiceField(label=_("Who reads it"), choices=Audience, widget=forms.RadioSelect)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.fields["text"].label = _("Internal note")
        self.order_fields(["text", "language", "audience", "attachment"])
        may = {
            Audience.SIDE: bool(own_sides(user)),
            Audience.CENTRE: user.standing.holds(Function.OFFICER, Function.CO_DIRECTOR, Function.ADVISOR),
        }
        self.fields["audience"].choices = [  # type: ignore[attr-defined]
            (value, label) for value, label in Audience.choices if may[Audience(value)]
        ]


class TranslationForm(forms.Form):
    """A translation of one text; the original stands beside it."""

    language = forms.ChoiceField(label=_("Language of the translation"))
    text = LongField(label=_("Translation"), rows=9, max_length=20_000)

    def __init__(self, *args: Any, original: str, **kwargs: Any) -> None:
        others = [(code, name) for code, name in settings.LANGUAGES if code != original]
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = others  # type: ignore[attr-defined]
