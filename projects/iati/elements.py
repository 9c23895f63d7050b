"""The small pieces that activities and organisations are made of: texts, days, amounts, papers."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from lxml import etree

from projects.iati.activity import Country, DocumentLink, Money, Reporter
from projects.iati.lookups import WITHOUT_CENTS
from projects.iati.texts import Text, cleaned, said

LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Element = Any  # lxml is published without types


def element(tag: str, **attributes: str) -> Element:
    """An element on its own; see `below` for its attributes."""
    return etree.Element(tag, attributes_of(attributes))


def below(parent: Element, tag: str, **attributes: str) -> Element:
    """A further child. Attributes that are empty are left out; `activity_id` is written `activity-id`."""
    return etree.SubElement(parent, tag, attributes_of(attributes))


def attributes_of(values: dict[str, str]) -> dict[str, str]:
    """Attributes by their names in the file, without those that are empty."""
    return {name.replace("_", "-"): cleaned(value) for name, value in values.items() if value}


def say(parent: Element, text: Text) -> Element:
    """The narratives of a text, each with its language."""
    for words, language in said(text):
        etree.SubElement(parent, "narrative", {LANG: language}).text = words
    return parent


def say_below(parent: Element, tag: str, text: Text, **attributes: str) -> None:
    """A child that is nothing but a text, if there is one."""
    if any(said(text)):
        say(below(parent, tag, **attributes), text)


def saying(tag: str, text: Text, **attributes: str) -> Element:
    """An element with a text."""
    return say(element(tag, **attributes), text)


def exact(number: Decimal) -> str:
    """Every digit of a number and no exponent."""
    if not isinstance(number, Decimal):  # a float would print digits that nobody has written
        raise TypeError(f"A Decimal is needed, not {number!r}")
    return f"{number:f}" if number else f"{abs(number):f}"


def exact_or_nothing(number: Decimal | None) -> str:
    """The same of a number that may be missing."""
    return "" if number is None else exact(number)


def day(on: date) -> str:
    """Such as 2026-02-28."""
    return on.isoformat()[:10]


def moment(at: datetime) -> str:
    """Such as 2026-02-28T09:30:00Z. A moment without its time zone is none."""
    if at.tzinfo is None:
        raise ValueError("A moment needs its time zone")
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def yes_or_no(*, answer: bool | None) -> str:
    """A boolean as XML writes it, or nothing."""
    return "" if answer is None else str(answer).lower()


def amount(money: Money) -> str:
    """The number alone. A currency without cents shows none, even where the database keeps two places for all."""
    number = money.amount
    if money.currency in WITHOUT_CENTS and number == number.to_integral_value():
        number = number.to_integral_value()
    return exact(number)


def value_below(parent: Element, money: Money) -> None:
    """An amount, its currency and the day of its rate."""
    below(parent, "value", currency=money.currency, value_date=day(money.value_on)).text = amount(money)


def period_below(parent: Element, start: date, end: date | None) -> None:
    """From when to when."""
    below(parent, "period-start", iso_date=day(start))
    if end:
        below(parent, "period-end", iso_date=day(end))


def reporter(given: Reporter) -> Element:
    """Who publishes."""
    return saying(
        "reporting-org",
        given.name,
        ref=given.ref,
        type=given.type,
        secondary_reporter=yes_or_no(answer=given.is_secondary or None),
    )


def country_below(parent: Element, given: Country) -> None:
    """A country by its code."""
    say(below(parent, "recipient-country", code=given.code), given.note)


def document(given: DocumentLink) -> Element:
    """A public paper."""
    drawn = element("document-link", url=given.url, format=given.format)
    say(below(drawn, "title"), given.title)
    say_below(drawn, "description", given.description)
    for category in given.categories:
        below(drawn, "category", code=category)
    for language in given.languages:
        below(drawn, "language", code=language)
    if given.dated_on:
        below(drawn, "document-date", iso_date=day(given.dated_on))
    return drawn
