"""All that news may be about. Every module of this folder that holds `MATTERS` belongs, as with the messages."""

from django.db.models import Model

from notifications.collect import modules_of
from notifications.matters.matter import Matter

MATTERS: dict[type[Model], Matter] = {}

for _module in modules_of(__package__, having="MATTERS").values():
    for _matter in _module.MATTERS:
        if _matter.model in MATTERS:
            _problem = f"The matter {_matter.model.__name__} is written twice"
            raise ValueError(_problem)
        MATTERS[_matter.model] = _matter
