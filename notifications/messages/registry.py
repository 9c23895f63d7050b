"""All that people are told. Every module of this folder that holds `MESSAGES` belongs, and needs no entry elsewhere.

The module of an app bears its name; a large app has several: `events_papers.py` belongs to `events`. What is told to
nobody stands in `SILENT` of such a module, with the reason.
"""

from collections.abc import Iterator

from django.apps import apps
from django.dispatch import Signal

from notifications.collect import modules_of
from notifications.messages.kind import Kind

_modules = modules_of(__package__, having="MESSAGES")

KINDS: dict[str, Kind] = {}
SILENT: dict[Signal, str] = {}
_by_app: dict[str, list[Kind]] = {}

for _name, _module in _modules.items():
    for _kind in _module.MESSAGES:
        if _kind.id in KINDS:
            _problem = f"The message {_kind.id} is written twice"
            raise ValueError(_problem)
        KINDS[_kind.id] = _kind
        _by_app.setdefault(_name.partition("_")[0], []).append(_kind)
    SILENT |= getattr(_module, "SILENT", {})


def optional() -> list[Kind]:
    """The messages a person may switch off, in the order of the lists."""
    return [kind for kind in KINDS.values() if not kind.essential]


def groups() -> Iterator[tuple[str, list[Kind]]]:
    """The same by app, under its name for people."""
    for app, kinds in _by_app.items():
        if chosen := [kind for kind in kinds if not kind.essential]:
            yield str(apps.get_app_config(app).verbose_name), chosen
