"""Under which identifier and codes a side reports a project: the codes in words, the official lists behind them."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import LineField
from projects.actions.publishing import mark_of
from projects.iati.codes import AidType, FinanceType, FlowType, Sector, TiedStatus
from projects.models import Publication

MEANT = ("activity_id", "language", "sector", "aid_type", "finance_type", "flow_type", "tied_status")


class PublicationForm(forms.Form):
    """The frame of an activity. Everything else comes from the record of the project."""

    activity_id = LineField(
        label=_("Activity identifier"),
        max_length=120,
        help_text=_(
            "It begins with the identifier of the body that reports, such as KR-GOV-010-JP-2026-01, and stays."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language of the original"),
        choices=settings.LANGUAGES,
        help_text=_("It stands first in the file; the other languages follow."),
    )
    sector = forms.ChoiceField(label=_("Sector"), choices=Sector)
    aid_type = forms.ChoiceField(label=_("Type of aid"), choices=AidType)
    finance_type = forms.ChoiceField(label=_("Type of finance"), choices=FinanceType)
    flow_type = forms.ChoiceField(label=_("Type of flow"), choices=FlowType)
    tied_status = forms.ChoiceField(label=_("Tied or not"), choices=TiedStatus)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)

    def __init__(self, data: Any = None, *, publication: Publication | None, suggested: str) -> None:
        found = publication or Publication(activity_id=suggested)
        initial = {name: getattr(found, name) for name in MEANT}
        super().__init__(data, initial={**initial, "seen": mark_of(publication)})
