"""Names of public holidays in the languages of the portal, where the library of holidays does not have them.

The library knows the own language of each country, and English. A reader in Minsk meets the holidays of Seoul every
week: here their English names are sentences of the catalogues, as everything else that is read. A name that is not here
stays as the library has it, and says in which language that is.
"""

import re
from datetime import date
from functools import cache

from django.utils import formats, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

JOINED = "; "  # where two holidays fall on one day
_MOVED = re.compile(r"Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)")
_INSTEAD = re.compile(r"Alternative holiday for (.+)")
_MARKED = re.compile(r"(.+) \((observed, estimated|observed|estimated)\)")
MARKS = {
    "observed": _("observed"),
    "estimated": _("estimated"),
    "observed, estimated": _("observed, estimated"),
}
NAMES = frozenset(
    {
        _("Additional day off by Presidential decree"),
        _("Additional public holiday"),
        _("Armed Forces Day"),
        _("Armistice Day"),
        _("Army Day"),
        _("Buddha's Birthday"),
        _("Capital Day"),
        _("Catholic Christmas Day"),
        _("Catholic Easter"),
        _("Children's Day"),
        _("Christmas Day"),
        _("Christmas Day (by new style)"),
        _("Christmas Day (by old style)"),
        _("Christmas Eve"),
        _("Christmas Holidays"),
        _("Christmas and Epiphany"),
        _("Chuseok"),
        _("Constitution Day"),
        _("Day of Bulgarian Enlightenment and Culture and Slavonic Alphabet"),
        _("Day of Family Sanctity and Respect for Parents"),
        _("Day of Memory and Honor"),
        _("Day of Rejoicing"),
        _("Day of Remembrance for the Fallen Defenders of the Fatherland"),
        _("Day of Remembrance of the Dead"),
        _("Day of Remembrance of the Victims of Armenian Genocide"),
        _("Day of Remembrance of the Victims of Genocide"),
        _("Day of Slavonic Alphabet, Bulgarian Enlightenment and Culture"),
        _("Day of Victory over Fascism"),
        _("Day of the Great October Socialist Revolution"),
        _("Day of the People's April Revolution"),
        _("Days of History and Commemoration of Ancestors"),
        _("Defender of the Fatherland Day"),
        _("Dormition of the Mother of God"),
        _("Easter"),
        _("Easter Monday"),
        _("Easter Sunday"),
        _("Eid al-Adha"),
        _("Eid al-Fitr"),
        _("Epiphany"),
        _("Europe Day"),
        _("Fatherland Defender's Day"),
        _("First President Day"),
        _("Good Friday"),
        _("Hangul Day"),
        _("Holiday of Svetitskhovloba, Robe of Jesus"),
        _("Holy Saturday"),
        _("Independence Day"),
        _("Independence Day of the Republic of Belarus (Day of the Republic)"),
        _("Independence Movement Day"),
        _("International Azerbaijanis Solidarity Day"),
        _("International Children's Day"),
        _("International Nowruz Day"),
        _("International Women's Day"),
        _("International Workers' Solidarity Day"),
        _("Kazakhstan's People Solidarity Holiday"),
        _("Korean New Year"),
        _("Labor Day"),
        _("Labor Day and International Workers' Solidarity Day"),
        _("Liberation Day"),
        _("Local Election Day"),
        _("Martyrs' Day"),
        _("May Holidays"),
        _("Memorial Day"),
        _("Mother's Day"),
        _("Municipal elections"),
        _("National Assembly Election Day"),
        _("National Day"),
        _("National Flag Day"),
        _("National Foundation Day"),
        _("National Language Day"),
        _("National Liberation Day"),
        _("National Unity Day"),
        _("New Year Holidays"),
        _("New Year's Day"),
        _("New Year's Eve"),
        _("Non-working day"),
        _("Nooruz Holiday"),
        _("Nowruz"),
        _("Nowruz Holiday"),
        _("October Revolution Day"),
        _("Orthodox Christmas"),
        _("Orthodox Christmas Day"),
        _("Orthodox Easter"),
        _("Pentecost"),
        _("Presidential Election Day"),
        _("Presidential elections"),
        _("Public Holiday"),
        _("Radunitsa (Day of Rejoicing)"),
        _("Republic Day"),
        _("Republic of Moldova Independence Day"),
        _("Saint Andrew's Day"),
        _("Saint George's Day"),
        _("Saint George's Day, Day of the Bulgarian Army"),
        _("Saint John the Baptist"),
        _("Spring Festival"),
        _("Statehood Day"),
        _("Teachers and Instructors Day"),
        _("Temporary Public Holiday"),
        _("The day preceding Chuseok"),
        _("The day preceding Korean New Year"),
        _("The second day of Chuseok"),
        _("The second day of Korean New Year"),
        _("Unification Day"),
        _("Unification of the Romanian Principalities Day"),
        _("Victory Day"),
        _("Victory Day and Commemoration of the heroes fallen for Independence of Fatherland"),
        _("Victory and Peace Day"),
        _("Victory over Fascism Day"),
        _("Women's Day"),
    }
)


@cache
def translated(english: str, language: str) -> str:
    """What the library calls a day in English, in one of the portal's languages; "" where a part of it is not known."""
    with translation.override(language):
        parts = [_one(part) for part in english.split(JOINED)]
    return JOINED.join(parts) if all(parts) else ""


def _one(english: str) -> str:
    if found := _MOVED.fullmatch(english):
        month, day, year = map(int, found.groups())
        return gettext("Day off in exchange for %(day)s") % {
            "day": formats.date_format(date(year, month, day), "DATE_FORMAT")
        }
    if found := _INSTEAD.fullmatch(english):
        name = _one(found[1])
        return name and gettext("Day off instead of: %(holiday)s") % {"holiday": name}
    if found := _MARKED.fullmatch(english):
        name, mark = _one(found[1]), gettext(MARKS[found[2]])
        return name and f"{name} ({mark})"
    return gettext(english) if english in NAMES else ""
