"""Days, moments, due times, people and countries in templates. Built in: no `{% load %}` is needed.

The reader comes from the request; in a mail, where there is none, from `reader` in the context.
"""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from calendars.directory import calendar_of, joint
from calendars.moments import Place, beside, places_of, write_day, write_moment, write_time
from calendars.working_time import working_days_between
from core.localised import LocalisedText, active_language

register = template.Library()
Context = dict[str, Any]

SOON = 5  # working days: from here on a due time is marked
# In these scripts official papers put the family name first, whatever the custom in Latin script.
FAMILY_FIRST_SCRIPTS = {"be", "ru", "uk", "ko"}


def _places(context: Context, other: Any) -> tuple[Place, Place | None]:
    """The two places of this reader; found once a page, because a list asks for them in every row."""
    reader = context.get("reader") or getattr(context.get("request"), "reader", None)
    other = other or context.get("other_side")
    known = getattr(reader, "__dict__", {}).setdefault("_places", {})
    code = getattr(other, "pk", other)
    if code not in known:
        own, across = places_of(reader, other)
        zone = timezone.get_current_timezone()
        known[code] = (own or Place("", zone, timezone.get_current_timezone_name()), across)
    found: tuple[Place, Place | None] = known[code]
    return found


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


@register.simple_tag(takes_context=True)
def moment(context: Context, value: datetime | None, other: Any = None, style: str = "plain") -> str | SafeString:
    """`<time>2 Nov 2026, 09:12 Minsk</time>, 15:12 Seoul`. `other` is a country or its code; else the other side."""
    if value is None:
        return ""
    own, across = _places(context, other)
    text, second = write_moment(value, own, across, style=style)
    stamped = format_html('<time datetime="{}">{}</time>', _stamp(value.astimezone(own.zone)), text)
    return format_html("{}, {}", stamped, second) if second else stamped


@register.simple_tag(takes_context=True)
def moment_text(context: Context, value: datetime | None, other: Any = None) -> str:
    """The same as plain text, for the text part of a mail and for attributes."""
    if value is None:
        return ""
    return ", ".join(part for part in write_moment(value, *_places(context, other)) if part)


@register.simple_tag(takes_context=True)
def day(context: Context, value: date | datetime | None, style: str = "plain") -> str | SafeString:
    """`<time>27 Nov 2026</time>`; styles: plain, weekday, short (no year), clock, long. A moment counts in own zone."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(_places(context, None)[0].zone).date()
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), write_day(value, style))


@register.simple_tag(takes_context=True)
def due(
    context: Context, value: datetime | None, other: Any = None, calendar: Any = None, *, stopped: bool = False
) -> str | SafeString:
    """The `.due` component: weekday and date, both cities, working days left.

    Days are counted on `calendar` (a working calendar, or the code of one), else on the joint days of both places.
    A stopped clock has no days left to count.
    """
    if value is None:
        return ""
    own, across = _places(context, other)
    local = value.astimezone(own.zone)
    date_text = write_day(local.date(), "weekday")
    zones = ", ".join(part for part in (write_time(value, own), beside(value, own, across)) if part)
    return format_html(
        '<div class="due"><strong><time datetime="{}">{}</time></strong><span class="zones">{}</span>{}</div>',
        _stamp(local),
        date_text[:1].upper() + date_text[1:],
        zones,
        due_status(value, _calendar(calendar, own, across), stopped=stopped),
    )


def _calendar(calendar: Any, own: Place, across: Place | None) -> Any:
    if calendar:
        return calendar_of(calendar) if isinstance(calendar, str) else calendar
    if not own.calendar:
        return None
    return joint(own.calendar, across.calendar) if across and across.code != own.code else calendar_of(own.calendar)


def due_status(
    value: datetime, calendar: Any, *, stopped: bool = False, now: datetime | None = None
) -> str | SafeString:
    """How much time is left, as a shape and words."""
    if calendar is None:
        return ""
    now = now or timezone.now()
    if stopped:
        return format_html('<span class="status is-waiting">{}</span>', _("The clock is stopped"))
    days = working_days_between(now, value, calendar)
    if value < now:
        text = ngettext("%(count)s working day late", "%(count)s working days late", -days) % {"count": -days}
        return format_html('<span class="status is-late">{}</span>', text if days else _("Overdue"))
    text = ngettext("%(count)s working day left", "%(count)s working days left", days) % {"count": days}
    if not days:
        text = _("Due today") if calendar.date_of(now) == calendar.date_of(value) else _("No working day left")
    return format_html('<span class="status {}">{}</span>', "is-soon" if days <= SOON else "is-going", text)


@register.simple_tag
def person(user: Any, title: Any = None) -> str | SafeString:
    """The `.person` component: own script, then Latin, the family name bold and first where that is the custom.

    Beneath stands `title`, else the person's post of today, which costs a query a person: lists pass their own, or "".
    """
    if user is None:
        return ""
    own, latin = user.own_name, user.latin_name
    parts = []
    if own:
        first = own.family_first or own.lang in FAMILY_FIRST_SCRIPTS
        parts.append(format_html('<span lang="{}">{}</span>', own.lang, _name(own, family_first=first)))
    parts.append(_name(latin, family_first=latin.family_first) if latin else conditional_escape(user.display_name))
    beneath = user.title_of_record() if title is None else title
    if beneath:
        parts.append(format_html("<small>{}</small>", str(beneath)))
    return format_html('<span class="person">{}</span>', mark_safe(" ".join(parts)))  # noqa: S308  # each part is escaped


def _name(name: Any, *, family_first: bool) -> SafeString:
    family = format_html("<b>{}</b>", name.family) if name.family else mark_safe("")
    ordered = (family, conditional_escape(name.given)) if family_first else (conditional_escape(name.given), family)
    return mark_safe(name.separator.join(part for part in ordered if part))  # noqa: S308  # both parts are escaped


@register.simple_tag
def country(value: Any) -> str | SafeString:
    """The `.country` component: the ISO code in a box, and the official short name."""
    if value is None:
        return ""
    best = value.name.best() if isinstance(value.name, LocalisedText) else None
    if best is None or best.lang == active_language():
        return format_html('<span class="country" data-code="{}">{}</span>', value.pk, str(value.name))
    return format_html('<span class="country" data-code="{}" lang="{}">{}</span>', value.pk, best.lang, best.text)


@register.filter
def iso_day(text: str) -> date:
    """A day out of plain data: `2017-10-30`."""
    return date.fromisoformat(text)


@register.filter
def iso_moment(text: str) -> datetime:
    """A moment out of plain data: `2017-10-30T00:00:00+00:00`."""
    return datetime.fromisoformat(text)
