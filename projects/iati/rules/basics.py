"""What many fields are asked: texts, identifiers, codes, addresses, amounts and periods, each with its sentence."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from projects.iati.activity import Money
from projects.iati.lookups import CURRENCIES, LANGUAGES, WITHOUT_CENTS
from projects.iati.texts import Text, cleaned, said

NOT_IN_IDENTIFIERS = re.compile(r"[\s/&|?]")
# Stricter than the schema's anyURI: an address that a browser opens as it stands. Letters of every script are allowed.
CHARACTER = r"""(?:[^\s#%\[\]<>"{}|\\^`\x00-\x20\x7f-\x9f]|%[0-9A-Fa-f]{2})"""
HOST = r"""[^\s/?#@:%\[\]<>"{}|\\^`\x00-\x20\x7f-\x9f]+(?::[0-9]{1,5})?"""
ADDRESS = re.compile(rf"https?://{HOST}(?:[/?]{CHARACTER}*)?(?:#{CHARACTER}*)?")
WHOLE = Decimal(100)


class Fault(NamedTuple):
    """What keeps a file from being valid: the field of the dataclass, dotted, and a sentence for whoever fills it."""

    field: str
    sentence: str


Faults = Iterator[Fault]


def has_words(text: str) -> bool:
    """Whether anything of it would be written."""
    return bool(cleaned(text).strip())


def in_languages(field: str, text: Text) -> Faults:
    """Every narrative says in which language it is."""
    for number, narrative in enumerate(text):
        if has_words(narrative.text) and narrative.language not in LANGUAGES:
            yield Fault(f"{field}.{number}.language", _("Say in which language this text is."))


def with_words(field: str, text: Text, sentence: str | Promise) -> Faults:
    """A text that must be there."""
    if any(said(text)):
        yield from in_languages(field, text)
    else:
        yield Fault(field, str(sentence))


def identifier(field: str, ref: str) -> Faults:
    """Identifiers of organisations and activities are compared letter by letter, all over the world."""
    if NOT_IN_IDENTIFIERS.search(ref) or cleaned(ref) != ref:
        yield Fault(field, _("An identifier has no spaces, and none of the signs / & | ?"))


def needed_identifier(field: str, ref: str) -> Faults:
    """One that must be there."""
    if ref:
        yield from identifier(field, ref)
    else:
        yield Fault(field, _("Give the identifier."))


def code(field: str, given: str, codes: Container[str]) -> Faults:
    """A code that must be there."""
    if not given:
        yield Fault(field, _("Choose one from the list."))
    elif given not in codes:
        yield Fault(field, _("“%(code)s” is not on the list. Choose one that is.") % {"code": given})


def code_if_given(field: str, given: str, codes: Container[str]) -> Faults:
    """A code that may be missing."""
    return code(field, given, codes) if given else iter(())


def codes_of(field: str, given: Iterable[str], codes: Container[str]) -> Faults:
    """Several codes, each on the list."""
    for number, one in enumerate(given):
        yield from code(f"{field}.{number}", one, codes)


def address(field: str, url: str) -> Faults:
    """An address that everybody can open."""
    if not ADDRESS.fullmatch(url):
        yield Fault(field, _("Give the whole address, beginning with https://, without spaces."))


def address_if_given(field: str, url: str) -> Faults:
    """An address that may be missing."""
    return address(field, url) if url else iter(())


def number(field: str, given: Decimal) -> Faults:
    """Neither infinite nor undefined."""
    if not given.is_finite():
        yield Fault(field, _("Give a number."))


def money(field: str, given: Money) -> Faults:
    """An amount with its currency."""
    yield from number(f"{field}.amount", given.amount)
    yield from code(f"{field}.currency", given.currency, CURRENCIES)
    is_whole = not given.amount.is_finite() or given.amount == given.amount.to_integral_value()
    if given.currency in WITHOUT_CENTS and not is_whole:
        yield Fault(
            f"{field}.amount",
            _("An amount in %(currency)s has no decimals. Round it.") % {"currency": given.currency},
        )


def in_order(field: str, start: date, end: date) -> Faults:
    """A period ends when it began or later; the sentence stands at its end."""
    if end < start:
        yield Fault(f"{field}.end", _("The end lies before the start."))


def within_a_year(field: str, start: date, end: date) -> Faults:
    """A period of at most a year: its last day lies before the anniversary of its first."""
    yield from in_order(field, start, end)
    if end > _last_day_of_year_from(start):
        yield Fault(f"{field}.end", _("A budget covers at most one year. Divide it into periods of a year or less."))


def _last_day_of_year_from(start: date) -> date:
    if start.year == date.max.year:
        return date.max
    if (start.month, start.day) == (2, 29):
        return date(start.year + 1, 2, 28)
    return start.replace(year=start.year + 1) - timedelta(days=1)


def not_in_future(field: str, on: date, today: date) -> Faults:
    """What has happened lies behind us."""
    if on > today:
        yield Fault(field, _("This day lies in the future. Give the day on which it happened."))


def shares(field: str, percentages: Sequence[Decimal | None]) -> Faults:
    """Percentages of one whole: a single part may stand without, several say theirs and add to 100."""
    given = [one for one in percentages if one is not None]
    if not all(one.is_finite() and 0 <= one <= WHOLE for one in given):
        yield Fault(field, _("A percentage lies between 0 and 100."))
    elif len(percentages) > len(given) and len(percentages) > 1:
        yield Fault(field, _("Give the percentage of each, so that they add to 100."))
    elif given and (total := sum(given, Decimal())) != WHOLE:
        yield Fault(
            field,
            _("The percentages add to %(total)s. They need to add to 100.") % {"total": f"{total.normalize():f}"},
        )
