"""All that news may be about. Every module of this folder that holds `MATTERS` belongs, as with the messages."""

from django.db.models import Model

from notifications.collect import modules_of
from notifications.matters.matter import Matter

MATTERS: dict[type[Model], Matter] = {
    matter.model: matter for module in modules_of(__package__, having="MATTERS").values() for matter in module.MATTERS
}
