"""What a list of requests is narrowed by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.enums import RequestType
from consultations.models import Topic
from core.filters import FilterForm
from core.localised import sort_key

DUE_CHOICES = (("", _("Any")), ("late", _("Overdue")), ("week", _("Due within seven days")))


STATES = (
    ("open", _("Open")),
    ("mine", _("Waiting for me")),
    ("others", _("Waiting for others")),
    ("answered", _("Answered or accepted")),
    ("ended", _("Declined or withdrawn")),
    ("all", _("All")),
)


class RequestFilterForm(FilterForm):
    """What a list of requests is narrowed by; the open ones, unless all are asked for."""

    nothing = {"state": "all"}

    q = forms.CharField(label=_("Words or number"), max_length=200, required=False)
    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False, widget=forms.RadioSelect)
    due = forms.ChoiceField(label=_("Due"), choices=DUE_CHOICES, required=False, widget=forms.RadioSelect)
    topic = forms.ModelChoiceField(Topic.objects.all(), label=_("Subject"), required=False, empty_label=_("Any"))
    type = forms.ChoiceField(
        label=_("Form of the answer"), choices=[("", _("Any")), *RequestType.choices], required=False
    )
    country = forms.ChoiceField(label=_("Country"), required=False)

    def __init__(self, *args: Any, countries: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = sorted(((one.pk, str(one.name)) for one in countries), key=lambda pair: sort_key(pair[1]))
        self.fields["country"].choices = [("", _("Any")), *named]  # type: ignore[attr-defined]
