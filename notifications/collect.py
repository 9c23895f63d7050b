"""The modules of a folder to which each app adds its own: no list that several have to edit."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def modules_of(package: str, *, having: str) -> dict[str, ModuleType]:
    """The modules of a package that hold a name, in the order of their names."""
    names = sorted(found.name for found in iter_modules(import_module(package).__path__))
    modules = {name: import_module(f"{package}.{name}") for name in names if name != "registry"}
    return {name: module for name, module in modules.items() if hasattr(module, having)}
