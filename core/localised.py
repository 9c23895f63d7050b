"""Short texts in several languages: names, titles, capitals.

One jsonb column holds all of them, so a further language needs no migration and no patched manager. What is missing is
shown in the nearest language and says so: a fallback always carries its own `lang`.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.db.models.query_utils import DeferredAttribute
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

LANGUAGES: tuple[str, ...] = tuple(code for code, _name in settings.LANGUAGES)
NBSP = "\N{NO-BREAK SPACE}"
LANGUAGE_NAMES: dict[str, str] = dict(settings.LANGUAGES)

# A reader of Belarusian reads Russian more easily than English; everybody else is given English first.
NEAREST: dict[str, tuple[str, ...]] = {"be": ("ru", "en"), "ru": ("be", "en")}


class Tongue(NamedTuple):
    """A text, the language it is in, and whether that is another one than was asked for."""

    text: str
    lang: str
    is_fallback: bool


def active_language() -> str:
    """The reader's language, always one of ours: `en-gb` reads as `en`, an unknown one as the first."""
    code = (get_language() or "").partition("-")[0]
    return code if code in LANGUAGES else LANGUAGES[0]


def reading_order(language: str | None = None) -> tuple[str, ...]:
    """The languages in which a reader (the active one) wants a text, best first."""
    wanted = language or active_language()
    return wanted, *NEAREST.get(wanted, ("en",))


class LocalisedText(dict[str, str]):
    """`{"en": "Seoul", "ko": "서울"}`. As a string it is the best text for the reader."""

    def best(self, language: str | None = None) -> Tongue:
        """The text in `language` (the active one), or in the nearest language that has one."""
        wanted = language or active_language()
        for lang in (*reading_order(wanted), *LANGUAGES, *self):
            if self.get(lang):
                return Tongue(self[lang], lang, lang != wanted)
        return Tongue("", wanted, is_fallback=False)

    def __str__(self) -> str:
        return self.best().text

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(sorted(self.items())))

    def missing(self) -> list[str]:
        """The interface languages this text is not yet in."""
        return [lang for lang in LANGUAGES if not self.get(lang)]


class LocalisedAttribute(DeferredAttribute):
    """Whatever mapping is assigned to the field is read back as a `LocalisedText`."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        if isinstance(value, Mapping) and not isinstance(value, LocalisedText):
            value = LocalisedText(value)
        instance.__dict__[self.field.attname] = value


class LocalisedTextField(models.JSONField):
    """A short text per language. Refuses languages that the portal does not have, and blank texts."""

    description = _("Text in several languages")
    descriptor_class = LocalisedAttribute

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", LocalisedText)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        loaded = super().from_db_value(value, expression, connection)
        return LocalisedText(loaded) if isinstance(loaded, dict) else loaded

    def to_python(self, value: Any) -> Any:
        return LocalisedText(value) if isinstance(value, Mapping) else value

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, Mapping) or set(value) - set(LANGUAGES):
            raise ValidationError(_("A text is kept per language of the portal."), code="languages")
        if not all(isinstance(text, str) and text.strip() for text in value.values()):
            raise ValidationError(_("A text that is not written is left out, not kept blank."), code="blank_text")

    def formfield(self, **kwargs: Any) -> Any:
        from core.forms import LocalisedField  # noqa: PLC0415  forms need the languages of this module

        options = {"required": not self.blank, "label": capfirst(self.verbose_name), "help_text": self.help_text}
        return LocalisedField(
            **{**options, **{k: v for k, v in kwargs.items() if k in {"label", "help_text", "required"}}}
        )


def localised(name: str, language: str | None = None) -> Combinable:
    """The text of field `name` as SQL, for ordering and for values: the reader's language, else English."""
    wanted = KeyTextTransform(language or active_language(), F(name))
    return Coalesce(wanted, KeyTextTransform("en", F(name)))


# By code point `ё`, `і` and `ў` stand after `я`; a reader expects them right after `е`, `и` and `у`.
_NEIGHBOURS = str.maketrans({"ё": "е\uffff", "і": "и\uffff", "ў": "у\uffff"})


def sort_key(text: object) -> str:
    """A key that puts Russian and Belarusian names where their readers look for them."""
    return str(text).casefold().translate(_NEIGHBOURS)


def with_unit(words: str, unit: Any) -> str:
    """`7.5 days` as the reader's language sets a number and its unit, on one line; the number alone without a unit."""
    if not unit:
        return words
    pattern = pgettext("a number and its unit", "%(number)s %(unit)s").replace(" ", NBSP)
    return pattern % {"number": words, "unit": unit}
