"""Begin an entry and write it: a draft of its own, or a change to what is published."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, refusing
from people.models import Centre, Country, Organisation, User
from practices.actions.numbering import next_reference
from practices.enums import Status
from practices.models import Evidence, Practice, Version
from practices.policies.practices import may_begin, owners_for
from practices.sections import KEYS
from practices.texts import FACTS, ROWS, marks_of, parts_of, rows_of, same
from practices.workflow import changing, lifecycle

IN_ORDER = {
    "practices_years_in_order": gettext_lazy("The last year in use comes after the first."),
    "practices_cost_has_currency_and_year": gettext_lazy("A cost has an amount, a currency and the year of the price."),
}
ONCE = {
    "practices_a_capability_once": gettext_lazy("Each condition stands in the list once."),
    "practices_an_index_once": gettext_lazy("Each condition stands in the list once."),
}
MOST_ROWS = 40  # of a table, on a page one can still look through


class ChangedMeanwhileError(RefusedError):
    """Somebody saved other words in the same parts. `parts` are theirs by name: both are shown, and one chooses."""

    def __init__(self, parts: Mapping[str, Any]) -> None:
        super().__init__(
            _("A colleague has changed the same text after you opened it. Both are shown: choose, or merge them.")
        )
        self.parts = dict(parts)


def centres_for(country: Country | str) -> Any:
    """The centres to whose library a body of the country gives: those that serve it or have it as a side."""
    return Centre.objects.filter(Q(countries=country) | Q(side_a=country) | Q(side_b=country)).distinct().order_by("pk")


@transaction.atomic
def create_practice(*, by: User, centre: Centre, owner: Organisation, language: str, title: str) -> Practice:
    """Begin an entry of the body that owns the practice. Nobody but the body sees it until it is proposed.

    It has its number from the start. Refused where the centre does not serve the owner's country. Raises
    PermissionDenied for a body that the person may not begin one for.
    """
    if not may_begin(by) or not owners_for(by).filter(pk=owner.pk).exists():
        raise PermissionDenied("practices.create")
    if not centres_for(owner.country_id).filter(pk=centre.pk).exists():
        raise RefusedError(_("The library of this centre does not take practices of this country."))
    year = timezone.localdate(timezone=ZoneInfo(centre.side_a.calendar.zone)).year
    title = " ".join(title.split())
    practice = Practice.objects.create(
        centre=centre,
        reference=next_reference(year),
        owner=owner,
        country_id=owner.country_id,
        author=by,
        language=language,
        title=LocalisedText({language: title} if title else {}),
    )
    Version.objects.create(practice=practice, author=by, sections={"title": title} if title else {})
    journal.write(practice, "create", by=by, to_state=Status.DRAFT)
    return practice


@transaction.atomic
def save_draft(
    version: Version, *, by: User, seen: int, read: Mapping[str, str] | None = None, **parts: Any
) -> Version:
    """Keep what was written of a draft, or of a change that is being written; parts are named as in `practices.texts`.

    `seen` counts the savings that the writer had before him, `read` marks the parts as he read them. When another has
    saved since, what only one of them changed is kept of both; what both changed is refused (ChangedMeanwhileError),
    and nothing of this saving is kept, so that the two texts can be shown beside each other.
    """
    row = expect_working(version, by=by)
    if unknown := set(parts) - {*KEYS, *FACTS, "topics", *ROWS}:
        message = f"Not parts of a version: {sorted(unknown)}"
        raise TypeError(message)
    before = parts_of(row, *parts)
    if row.lock != seen:
        parts = _merged(before, parts, read or {})
    changed = {name for name, value in parts.items() if not same(before[name], value)}
    if not changed:
        return row
    for name in changed & set(FACTS):
        setattr(row, name, parts[name])
    row.sections = {
        key: text
        for key in KEYS
        if (text := str(parts.get(key, row.sections.get(key, ""))).replace("\r\n", "\n").strip())
    }
    row.lock += 1
    row.updated_at = timezone.now()
    with refusing(IN_ORDER):
        row.save()
    if "topics" in changed:
        row.topics.set(parts["topics"])
    for name in changed & set(ROWS):
        _write_rows(row, name, parts[name])
    _tell_the_entry(row)
    return row


def expect_working(version: Version, *, by: User) -> Version:
    """The version as it is now, held until the end of the transaction; refused in words when it is written no more."""
    practice = lifecycle.lock(version.practice)
    row = changing.lock(version)
    row.practice = practice
    expect_editable(row, by=by)
    return row


def expect_editable(version: Version, *, by: User) -> None:
    """Whether this person may write this version now, without writing: for the page on which it is written."""
    if policies.allows(by, "practices.edit_version", version):
        return
    practice = version.practice
    permission, of = ("practices.submit_change", version) if practice.is_public else ("practices.propose", practice)
    policies.require(by, permission, of)
    raise RefusedError(_("This text is no longer being written: it has gone on to those who check it."))


def _merged(now: Mapping[str, Any], mine: Mapping[str, Any], read: Mapping[str, str]) -> dict[str, Any]:
    """Of each part the words of whoever changed it; refused where both did."""
    theirs, marks = marks_of(now), marks_of(mine)
    kept, both = {}, {}
    for name, value in mine.items():
        if same(value, now[name]) or marks[name] == read.get(name):
            continue
        if theirs[name] == read.get(name):
            kept[name] = value
        else:
            both[name] = now[name]
    if both:
        raise ChangedMeanwhileError(both)
    return kept


def _write_rows(row: Version, name: str, written: list[dict[str, Any]]) -> None:
    if len(written) > MOST_ROWS:
        raise RefusedError(_("%(most)d rows are the most that stand here.") % {"most": MOST_ROWS})
    model, columns = ROWS[name]
    if name == "evidence":
        written = [{**one, "what": _in_all_languages(row, one["what"])} for one in written]
    rows_of(row, name).delete()
    with refusing(ONCE):
        model.objects.bulk_create(
            model(version=row, position=position, **{column: one[column] for column in columns})
            for position, one in enumerate(written)
        )


def _in_all_languages(row: Version, words: str) -> LocalisedText:
    """What a figure counts, with the translations that any version of the entry has of the very same words."""
    language = row.practice.language
    of_entry = Evidence.objects.filter(version__practice=row.practice_id, **{f"what__{language}": words})
    known = max((one.what for one in of_entry), key=len, default=None)
    return known or LocalisedText({language: words})


def _tell_the_entry(row: Version) -> None:
    """The entry moves up in its lists; while nothing is published, it is called as the draft calls it."""
    practice = row.practice
    practice.updated_at = row.updated_at
    fields = ["updated_at"]
    if not practice.is_public:
        practice.title = row.title
        fields.append("title")
    practice.save(update_fields=fields)
