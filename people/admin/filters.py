"""By what the lists of people are narrowed."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.admin import RowsFilter
from people.enums import Function
from people.models import (
    Appointment,
    Invitation,
    User,
)


class InForceFilter(RowsFilter):
    """Appointments by their period, each judged by the day of its own organisation."""

    title = _("in force")
    parameter_name = "in_force"
    sets: ClassVar = {
        "now": (_("now"), Appointment.objects.current),
        "ended": (_("ended"), Appointment.objects.ended),
        "later": (_("begins later"), Appointment.objects.later),
    }


class EndsSoonFilter(RowsFilter):
    """Appointments whose successors should be found by now."""

    title = _("last day")
    parameter_name = "ends"
    sets: ClassVar = {
        "30": (_("within 30 days"), lambda: Appointment.objects.ending_within(30)),
        "90": (_("within 90 days"), lambda: Appointment.objects.ending_within(90)),
    }


class FunctionFilter(admin.SimpleListFilter):
    """People by what they are appointed to today."""

    title = _("function today")
    parameter_name = "function"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*Function.choices, ("none", _("no appointment"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        if self.value() == "none":
            return queryset.exclude(pk__in=Appointment.objects.current().values("user_id"))
        if self.value():
            return queryset.filter(pk__in=User.objects.holding(str(self.value())).values("pk"))
        return queryset


class StateFilter(admin.SimpleListFilter):
    """Invitations by what has become of them."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("open", _("open")),
            ("accepted", _("accepted")),
            ("unanswered", _("run out without an answer")),
            ("over", _("revoked or run out")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> QuerySet[Invitation]:
        still_open = Invitation.objects.open().values("pk")
        if self.value() == "open":
            return queryset.filter(pk__in=still_open)
        if self.value() == "accepted":
            return queryset.exclude(accepted_at=None)
        if self.value() == "unanswered":
            return queryset.filter(pk__in=Invitation.objects.unanswered().values("pk"))
        if self.value() == "over":
            return queryset.filter(accepted_at=None).exclude(pk__in=still_open)
        return queryset
