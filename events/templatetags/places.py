"""The time of a session: on the wall where it is held, and on the reader's own."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from calendars.moments import write_day, write_time
from calendars.templatetags.moments import Context, _places
from core.localised import active_language
from events.days import hours, place_of, write_hours

register = template.Library()


@register.simple_tag(takes_context=True)
def stop_time(
    context: Context, starts_at: datetime | None, stop: Any, ends_at: datetime | None = None
) -> str | SafeString:
    """`<time>09:30–10:30</time> Seoul, 03:30 Minsk`: the stop first; one city where both clocks show the same.

    `stop` has `zone` and `city`: a row, or one out of a released programme.
    """
    if starts_at is None:
        return ""
    place = place_of(stop)
    local = starts_at.astimezone(place.zone)
    shown = format_html(
        '<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), hours(starts_at, ends_at, place.zone)
    )
    city = str(place.city)
    written = format_html("{} {}", *((city, shown) if active_language() == "ko" else (shown, city)))
    beside = _beside(context, starts_at, place)
    return format_html("{}, {}", written, beside) if beside else written


@register.simple_tag(takes_context=True)
def stop_time_text(context: Context, starts_at: datetime | None, stop: Any, ends_at: datetime | None = None) -> str:
    """The same as plain text, for letters and attributes."""
    if starts_at is None:
        return ""
    place = place_of(stop)
    return ", ".join(
        part for part in (write_hours(starts_at, ends_at, place), _beside(context, starts_at, place)) if part
    )


@register.simple_tag
def day_text(value: date, style: str = "plain") -> str:
    """A day without markup: what stands in an option cannot hold any."""
    return write_day(value, style)


@register.simple_tag
def wall_time(moment: datetime, stop: Any) -> str:
    """`09:30`, where the session is held: for the margin of a grid, whose heading names the city."""
    return hours(moment, None, place_of(stop).zone)


def _beside(context: Context, moment: datetime, place: Any) -> str:
    own, _across = _places(context, None)
    local = moment.astimezone(place.zone)
    if moment.astimezone(own.zone).utcoffset() == local.utcoffset():
        return ""
    return write_time(moment, own, beside=local.date())
