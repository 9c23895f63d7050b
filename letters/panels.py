"""What letters have to say about records of the apps below: those that were written about each."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.panels import Panel, register

# What letters are written about, by the word in the address.
ABOUT = {"event": "events.event", "request": "consultations.consultation", "agreement": "agreements.agreement"}


def _address(kind: str) -> Any:
    return lambda row: reverse("letters:beside", args=[kind, row.reference])


for _kind, _about in ABOUT.items():
    register(Panel(name=f"letters_{_kind}", about=_about, label=_("Letters"), url=_address(_kind), is_public=False))
