"""Reasons that go back to somebody: whoever has to act on them reads them in the language of his own."""

from django.utils.translation import gettext as _

from core.localised import LANGUAGE_NAMES, LocalisedText
from core.refusal import RefusedError
from people.models import User

LONGEST = 2000  # characters in a language


def expect_reasons(reasons: LocalisedText | dict[str, str], *, reader: User) -> LocalisedText:
    """The reasons, refused unless they are written in the language of the person who has to act on them."""
    written = LocalisedText({language: text.strip() for language, text in reasons.items() if text.strip()})
    if not written.get(reader.language):
        raise RefusedError(missing_words(reader))
    return written


def missing_words(reader: User) -> str:
    """What is said where the language is missing."""
    return _("The author reads %(language)s: write the reasons in %(language)s too.") % {
        "language": LANGUAGE_NAMES[reader.language]
    }


def joined(one: LocalisedText, other: LocalisedText) -> LocalisedText:
    """The reasons of two people together, language by language."""
    both = {language: [text for text in (one.get(language), other.get(language)) if text] for language in one | other}
    return LocalisedText({language: "\n\n".join(dict.fromkeys(texts)) for language, texts in both.items()})
