"""Times as clocks show them where something is held, whoever writes them down and wherever."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

from core.forms import MomentField


class StopMomentField(MomentField):
    """A day and a time on the wall of a stop; the hint names its zone. Set `zone` before the form is used."""

    zone: ZoneInfo | None = None

    def prepare_value(self, value: Any) -> Any:
        with timezone.override(self.zone or timezone.get_current_timezone()):
            return super().prepare_value(value)

    def to_python(self, value: Any) -> Any:
        with timezone.override(self.zone or timezone.get_current_timezone()):
            return super().to_python(value)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        with timezone.override(self.zone or timezone.get_current_timezone()):
            return super().get_bound_field(form, field_name)
