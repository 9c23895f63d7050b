"""Two reports side by side: what rose, fell, is new and is gone. Reads what was stored and nothing else."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from core.localised import active_language
from papers.words import number
from reports.drawing import said
from reports.figures.figure import Figure, Group


class Change(NamedTuple):
    """One figure then and now. `words` is the difference: `+3`, `−2`, "new", "gone"."""

    label: Any
    line: Any
    before: str
    after: str
    words: str
    url: str
    is_changed: bool


class Changes(NamedTuple):
    """The figures of one group."""

    key: str
    label: Any
    rows: list[Change]


def changes(before: Sequence[Group], after: Sequence[Group], *, with_links: bool = True) -> list[Changes]:
    """Every figure of either, group by group in the order of the later one; what is gone stands at the end."""
    old = {group.key: group for group in before}
    groups = [*after, *(group for group in before if group.key not in {one.key for one in after})]
    later = {group.key: group for group in after}
    found = []
    for group in groups:
        then, now = _named(old.get(group.key)), _named(later.get(group.key))
        rows = [
            _change(then.get(name), now.get(name), with_links=with_links)
            for name in [*now, *(one for one in then if one not in now)]
        ]
        found.append(Changes(group.key, group.label, rows))
    return found


Named = dict[tuple[str, ...], tuple[Any, Figure]]


def _named(group: Group | None) -> Named:
    """Each figure of a group by what tells it from the others, with the line it stands in."""
    return dict(_figures(group)) if group else {}


def _figures(group: Group) -> Iterator[tuple[tuple[str, ...], tuple[Any, Figure]]]:
    for one in group.figures:
        yield (one.key,), ("", one)
    for breakdown in group.breakdowns:
        for line in breakdown.lines:
            code = line.code or str(line.label)
            for column, one in enumerate(line.figures):
                yield (breakdown.key, code, str(column)), (line.label, one)


def _change(then: tuple[Any, Figure] | None, now: tuple[Any, Figure] | None, *, with_links: bool) -> Change:
    line, figure = now or then  # type: ignore[misc]  # one of them is there
    before, after = (then[1].value if then else None), (now[1].value if now else None)
    return Change(
        figure.label,
        line,
        said(then[1]) if then else "–",
        said(now[1]) if now else "–",
        _difference(before, after, is_new=then is None, is_gone=now is None),
        figure.url if with_links and now else "",
        before != after or then is None or now is None,
    )


def _difference(before: Any, after: Any, *, is_new: bool, is_gone: bool) -> str:
    if is_new:
        return _("new")
    if is_gone:
        return _("gone")
    if before is None or after is None:
        return _("unchanged") if before is after else _("cannot be compared")
    change = Decimal(after) - Decimal(before)
    if not change:
        return _("unchanged")
    sign = "+" if change > 0 else "\N{MINUS SIGN}"
    return f"{sign}{number(abs(change), active_language())}"
