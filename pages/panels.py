"""What news have to say about records of the apps below."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.panels import Panel, register
from pages.links import LINKED


def _address(kind: str) -> Any:
    return lambda row: reverse("pages:beside", args=[kind, row.reference or row.handle])


for _kind, _linked in LINKED.items():
    register(Panel(name=f"news_{_kind}", about=_linked.label, label=_("In the news"), url=_address(_kind)))
