"""Rooms that are folders: every module in them counts, and none has to be named elsewhere."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def open_room(name: str) -> list[ModuleType]:
    """Import every module of a package, such as `events.tasks`, in the order of their names."""
    room = import_module(name)
    return [import_module(f"{name}.{one.name}") for one in iter_modules(room.__path__)]
