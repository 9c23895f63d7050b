"""Every kind of report that there is. A folder beside this module with `query.py` and `template.py` is one."""

from functools import cache
from importlib import import_module
from pathlib import Path

from django.utils.translation import gettext as _

from core.refusal import RefusedError
from reports.kinds.kind import Kind

HERE = Path(__file__).parent
LAST = 100


@cache
def kinds() -> dict[str, Kind]:
    """By name, in the order in which they are offered."""
    found = [_kind(one.parent.name) for one in HERE.glob("*/query.py")]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: (kind.place, kind.name))}


def kind_of(name: str) -> Kind:
    """The kind of this name. Refused where there is none any more: its reports stay, and are not made again."""
    if name not in kinds():
        raise RefusedError(_("Reports of this kind are no longer made."))
    return kinds()[name]


def label_of(name: str) -> str:
    """The name of a kind for people; its own where its folder is gone."""
    return str(kinds()[name].label) if name in kinds() else name


def _kind(name: str) -> Kind:
    query = import_module(f"reports.kinds.{name}.query")
    template = import_module(f"reports.kinds.{name}.template")
    return Kind(
        name=name,
        label=query.LABEL,
        lede=query.LEDE,
        figures=query.figures,
        blocks=template.blocks,
        place=getattr(query, "PLACE", LAST),
        periods=getattr(query, "PERIODS", ()),
        narrows=getattr(query, "NARROWS", ()),
        about=getattr(query, "ABOUT", None),
        choices=getattr(query, "choices", None),
        asked_of=getattr(query, "asked_of", None),
        paper=getattr(query, "paper", None),
        is_public=getattr(query, "IS_PUBLIC", True),
        is_inside=getattr(query, "IS_INSIDE", False),
    )
