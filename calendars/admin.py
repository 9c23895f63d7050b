"""Another door to the same acts. What is saved here is in force everywhere at once."""

from datetime import date
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from calendars import actions
from calendars.decree import read_decree
from calendars.directory import calendar_of
from calendars.models import Calendar, CalendarException, OfficeWindow
from core.forms import LocalisedField, attempt
from core.refusal import RefusedError


class WindowForm(forms.ModelForm):
    """One window. The week is checked as a whole, as it will stand, not against the windows it replaces."""

    def validate_constraints(self) -> None:
        """Left to the week."""


class WeekFormSet(BaseInlineFormSet):
    """The windows of a calendar."""

    def week(self) -> list[actions.WeeklyHours]:
        """What stands in the forms and is not struck out."""
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data]
        return [(row["weekday"], row["opens"], row["closes"]) for row in rows if not row.get("DELETE")]

    def clean(self) -> None:
        super().clean()
        if not any(self.errors):
            try:
                actions.check_week(self.week())
            except RefusedError as refusal:
                raise forms.ValidationError(str(refusal.message)) from refusal


class OfficeWindowInline(admin.TabularInline):
    model = OfficeWindow
    form = WindowForm
    formset = WeekFormSet
    extra = 1


@admin.register(Calendar)
class CalendarAdmin(admin.ModelAdmin):
    """Each autumn the last two columns show whose decree for next year is still to be added."""

    list_display = ("code", "zone", "hours", "days_this_year", "days_next_year", "changes_next_year")
    search_fields = ("code", "zone")
    inlines = (OfficeWindowInline,)

    @admin.display(description=_("Monday's hours"))
    def hours(self, calendar: Calendar) -> str:
        monday = (window for window in calendar.windows.all() if not window.weekday)
        return ", ".join(f"{window.opens:%H:%M}–{window.closes:%H:%M}" for window in monday)

    @admin.display(description=_("working days this year"))
    def days_this_year(self, calendar: Calendar) -> int:
        return len(calendar_of(calendar.code).year(timezone.now().year).days)

    @admin.display(description=_("working days next year"))
    def days_next_year(self, calendar: Calendar) -> int:
        return len(calendar_of(calendar.code).year(timezone.now().year + 1).days)

    @admin.display(description=_("exceptions next year"))
    def changes_next_year(self, calendar: Calendar) -> int:
        return sum(day.date.year == timezone.now().year + 1 for day in calendar.exceptions.all())

    def get_queryset(self, request: HttpRequest) -> QuerySet[Calendar]:
        return super().get_queryset(request).with_days()  # type: ignore[attr-defined]

    def get_readonly_fields(self, request: HttpRequest, obj: Calendar | None = None) -> tuple[str, ...]:
        return ("code",) if obj else ()

    def save_model(self, request: HttpRequest, obj: Calendar, form: forms.ModelForm, change: bool) -> None:
        actions.set_calendar(obj.code, zone=obj.zone, subdivision=obj.subdivision)

    def save_formset(self, request: HttpRequest, form: forms.ModelForm, formset: Any, change: bool) -> None:
        formset.save(commit=False)  # lists what changed, for the admin's own history
        actions.replace_office_windows(form.instance, formset.week())


class SeveralDaysForm(forms.Form):
    """The dates of one decree, with one reason."""

    calendar = forms.ModelChoiceField(Calendar.objects.all(), label=_("Calendar"))
    days = forms.CharField(
        label=_("Days"),
        widget=AdminTextareaWidget,
        help_text=_(
            "One line for each: “2027-05-10” or “10.05.2027” is a day off, “+ 15.05.2027” is worked, and of two dates"
            " the working day is moved from the first to the second."
        ),
    )
    reason = LocalisedField(label=_("Reason"))
    source = forms.CharField(label=_("Source"), required=False, max_length=300)

    def clean_days(self) -> dict[date, bool]:
        try:
            return read_decree(self.cleaned_data["days"])
        except RefusedError as refusal:
            raise forms.ValidationError(str(refusal.message)) from refusal


@admin.register(CalendarException)
class CalendarExceptionAdmin(admin.ModelAdmin):
    list_display = ("day", "calendar", "is_working", "why", "source")
    list_display_links = ("day",)
    list_filter = ("calendar", "is_working")
    date_hierarchy = "date"
    search_fields = ("source", "reason__en", "reason__ru", "reason__be", "reason__ko", "calendar__code")
    fields = ("calendar", "date", "is_working", "reason", "source")

    @admin.display(description=_("date"), ordering="date")
    def day(self, exception: CalendarException) -> str:
        return date_format(exception.date, "D j M Y")

    @admin.display(description=_("reason"))
    def why(self, exception: CalendarException) -> str:
        return str(exception.reason)

    def get_readonly_fields(self, request: HttpRequest, obj: CalendarException | None = None) -> tuple[str, ...]:
        return ("calendar", "date") if obj else ()

    def save_model(
        self,
        request: HttpRequest,
        obj: CalendarException,
        form: forms.ModelForm,
        change: bool,
    ) -> None:
        saved = actions.set_exception(
            obj.calendar, obj.date, is_working=obj.is_working, reason=obj.reason, source=obj.source, by=_person(request)
        )
        obj.pk = saved.pk

    def delete_model(self, request: HttpRequest, obj: CalendarException) -> None:
        actions.remove_exception(obj, by=_person(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[CalendarException]) -> None:
        for exception in queryset:
            actions.remove_exception(exception, by=_person(request))

    def get_urls(self) -> list[URLPattern]:
        several = self.admin_site.admin_view(self.add_several)
        return [path("add-several/", several, name="calendars_calendarexception_add_several"), *super().get_urls()]

    def add_several(self, request: HttpRequest) -> HttpResponse:
        """Paste the dates of a decree."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = SeveralDaysForm(request.POST or None)
        if form.is_valid():
            given = form.cleaned_data
            saved = attempt(
                form,
                actions.set_exceptions,
                given["calendar"],
                given["days"],
                reason=given["reason"],
                source=given["source"],
                by=_person(request),
            )
            if saved is not None:
                done = ngettext("%(count)s day is fixed.", "%(count)s days are fixed.", len(saved))
                messages.success(request, done % {"count": len(saved)})
                return redirect("admin:calendars_calendarexception_changelist")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "form": form,
            "title": _("Add the days of a decree"),
        }
        return TemplateResponse(request, "admin/calendars/calendarexception/add_several.html", context)


def _person(request: HttpRequest) -> AbstractBaseUser:
    """The administrator: the admin site lets nobody else in."""
    return cast("AbstractBaseUser", request.user)
