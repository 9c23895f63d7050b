"""The people of the house in Django's admin site: for administrators, every change through an action."""

from typing import Any

import allauth.account.admin
import allauth.mfa.admin
import allauth.usersessions.admin  # noqa: F401  these register first what is taken back below
import django.contrib.auth.admin  # noqa: F401
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.models import Group
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from core.admin import ReadOnlyAdmin
from core.forms import attempt
from core.refusal import RefusedError
from people import actions
from people.enums import Function
from people.forms import AccountForm, AnonymiseForm, ReassignForm
from people.models import (
    AccessRequest,
    Appointment,
    Centre,
    Consent,
    ConsentText,
    Country,
    ExpertArea,
    ExpertProfile,
    FormerName,
    Invitation,
    Organisation,
    TableImport,
    User,
)
from people.querysets import name_in
from people.requests import signed_in


class InForceFilter(admin.SimpleListFilter):
    """Appointments by their period, each judged by the day of its own organisation."""

    title = _("in force")
    parameter_name = "in_force"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("now", _("now")), ("ended", _("ended")), ("later", _("begins later"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Appointment]) -> QuerySet[Appointment]:
        if self.value() == "now":
            return queryset.filter(pk__in=Appointment.objects.current().values("pk"))
        if self.value() == "ended":
            return queryset.filter(pk__in=Appointment.objects.ended().values("pk"))
        if self.value() == "later":
            return queryset.filter(pk__in=Appointment.objects.later().values("pk"))
        return queryset


class EndsSoonFilter(admin.SimpleListFilter):
    """Appointments whose successors should be found by now."""

    title = _("last day")
    parameter_name = "ends"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("30", _("within 30 days")), ("90", _("within 90 days"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Appointment]) -> QuerySet[Appointment]:
        if self.value() in {"30", "90"}:
            soon = Appointment.objects.ending_within(int(str(self.value())))
            return queryset.filter(pk__in=soon.values("pk"))
        return queryset


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


@admin.register(TableImport)
class TableImportAdmin(ReadOnlyAdmin):
    """Which tables were brought, by whom, and what came of them; their rows are seen by whoever brought them."""

    list_display = ("created_at", "kind", "by", "new", "changed", "unchanged", "wrong", "confirmed_at")
    list_filter = ("kind", ("confirmed_at", admin.EmptyFieldListFilter))
    list_select_related = ("by",)


class NamedAdmin(admin.ModelAdmin):
    """Search by name in any language."""

    search_fields = ("acronym",)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        return (found | queryset.filter(name_in(search_term)) if search_term else found), may_repeat


@admin.register(Country)
class CountryAdmin(NamedAdmin):
    list_display = ("name", "code", "capital", "calendar", "family_name_first")
    search_fields = ("code",)
    ordering = ("name__en",)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        return ("code",) if obj else ()


class FormerNameInline(admin.TabularInline):
    model = FormerName
    extra = 0


@admin.register(Organisation)
class OrganisationAdmin(NamedAdmin):
    list_display = ("name", "acronym", "kind", "country", "parent")
    list_filter = ("kind", "country")
    list_select_related = ("country", "parent")
    autocomplete_fields = ("country", "parent")
    inlines = (FormerNameInline,)
    ordering = ("name__en",)


@admin.register(Centre)
class CentreAdmin(NamedAdmin):
    list_display = ("short_name", "acronym", "side_a", "side_b", "is_public")
    list_filter = ("is_public",)
    list_select_related = ("side_a", "side_b")
    autocomplete_fields = ("side_a", "side_b", "organisation", "countries")


class AppointmentInline(admin.TabularInline):
    """A person's whole history at a glance; it is written on the page of the appointment."""

    model = Appointment
    fk_name = "user"
    fields = ("function", "organisation", "centre", "side", "starts_on", "ends_on", "is_primary")
    readonly_fields = fields
    ordering = ("-starts_on", "-pk")
    extra = 0
    can_delete = False
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appointment]:
        return super().get_queryset(request).select_related("organisation", "centre")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    form = AccountForm
    list_display = ("display_name", "own_name", "email", "posts", "language", "zone", "is_active")
    list_filter = (FunctionFilter, "is_active", "language")
    search_fields = ("email", "given_name", "family_name", "given_name_own", "family_name_own")
    ordering = ("family_name", "given_name", "pk")
    inlines = (AppointmentInline,)
    actions = ("reassign_work", "anonymise_person")
    readonly_fields = ("last_login", "joined_at")
    fieldsets = (
        (None, {"fields": ("email", "is_active", "is_superuser", "last_login", "joined_at")}),
        (
            _("Name"),
            {
                "fields": (
                    ("given_name", "family_name"),
                    ("given_name_own", "family_name_own", "own_language"),
                    "family_name_first",
                )
            },
        ),
        (_("Language and time"), {"fields": ("language", "reads", "zone")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related(Appointment.prefetch_current())

    @admin.display(description=_("posts today"))
    def posts(self, user: User) -> str:
        return "; ".join(str(held) for held in user.posts_today)  # type: ignore[attr-defined]  # prefetched above

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody is deleted: an account is closed, its acts stay."""
        return False

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        actions.save_account(obj, by=signed_in(request))

    def get_urls(self) -> list[URLPattern]:
        reassign = self.admin_site.admin_view(self.reassign)
        anonymise = self.admin_site.admin_view(self.anonymise)
        return [
            path("<int:pk>/reassign/", reassign, name="people_user_reassign"),
            path("<int:pk>/anonymise/", anonymise, name="people_user_anonymise"),
            *super().get_urls(),
        ]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """An account that was anonymised stays as it is."""
        return not getattr(obj, "anonymised_at", None) and super().has_change_permission(request, obj)

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Where nothing may be changed, a form without fields."""
        if obj and not self.has_change_permission(request, obj):
            kwargs["form"] = forms.ModelForm
        return super().get_form(request, obj, *args, **kwargs)

    @admin.action(description=_("Reassign the work of a leaver"))
    def reassign_work(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse | None:
        leavers = list(queryset[:2])
        if len(leavers) != 1:
            self.message_user(request, _("Choose one person whose work is handed over."), messages.WARNING)
            return None
        return redirect("admin:people_user_reassign", leavers[0].pk)

    @admin.action(description=_("Anonymise a person who has left"))
    def anonymise_person(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse | None:
        leavers = list(queryset[:2])
        if len(leavers) != 1:
            self.message_user(request, _("Choose one person."), messages.WARNING)
            return None
        return redirect("admin:people_user_anonymise", leavers[0].pk)

    def anonymise(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask once more, with the reason: nothing brings a name back."""
        leaver = self.get_object(request, str(pk))
        if leaver is None:
            raise Http404
        form = AnonymiseForm(request.POST or None)
        if form.is_valid() and attempt(
            form, actions.anonymise, leaver, by=signed_in(request), reason=form.cleaned_data["reason"]
        ):
            self.message_user(request, _("The account is anonymised."))
            return redirect("admin:people_user_changelist")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Anonymise a person who has left"),
            "leaver": leaver,
            "form": form,
        }
        return TemplateResponse(request, "admin/people/user/anonymise.html", context)

    def reassign(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Choose the successor and the posts that move; open work follows them."""
        leaver = self.get_object(request, str(pk))
        if leaver is None:
            raise Http404
        form = ReassignForm(request.POST or None, leaver=leaver)
        successor = form.fields["successor"]
        successor.widget = AutocompleteSelect(Appointment._meta.get_field("user"), self.admin_site)
        successor.widget.choices = successor.choices  # type: ignore[attr-defined]  # a ModelChoiceField
        if form.is_valid():
            try:
                actions.reassign_work(leaver, by=signed_in(request), **form.cleaned_data)
            except RefusedError as refusal:
                form.add_error(None, str(refusal.message))
            else:
                self.message_user(request, _("The work is handed over."))
                return redirect("admin:people_user_change", form.cleaned_data["successor"].pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Reassign the work of a leaver"),
            "leaver": leaver,
            "form": form,
        }
        return TemplateResponse(request, "admin/people/user/reassign.html", context)


class ThroughAction(admin.ModelAdmin):
    """Saves by an action of this app, and shows its refusal in place of a crash."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except RefusedError as refusal:
            self.message_user(request, str(refusal.message), messages.ERROR)
            return redirect(request.get_full_path())

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What happened stays: appointments are ended, invitations revoked."""
        return False


@admin.register(Appointment)
class AppointmentAdmin(ThroughAction):
    list_display = ("user", "function", "organisation", "centre", "side", "starts_on", "ends_on", "is_primary")
    list_filter = (InForceFilter, EndsSoonFilter, "function", "organisation__country", "centre", "side")
    list_select_related = ("user", "organisation", "centre")
    search_fields = ("user__email", "user__family_name", "user__given_name", "organisation__acronym")
    autocomplete_fields = ("user", "organisation", "centre")
    date_hierarchy = "starts_on"
    ordering = ("-starts_on", "-pk")
    actions = ("end_today",)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """Who, what and where are history once written: another function is another appointment."""
        return ("user", "function", "organisation", "centre", "side") if obj else ()

    def save_model(self, request: HttpRequest, obj: Appointment, form: forms.ModelForm, change: bool) -> None:
        act = actions.edit_appointment if change else actions.start_appointment
        act(obj, by=signed_in(request))

    @admin.action(description=_("End the chosen appointments today"))
    def end_today(self, request: HttpRequest, queryset: QuerySet[Appointment]) -> None:
        for appointment in Appointment.objects.for_standing().filter(pk__in=queryset):
            try:
                actions.end_appointment(appointment, by=signed_in(request))
            except RefusedError as refusal:
                self.message_user(request, f"{appointment}: {refusal.message}", messages.ERROR)


@admin.register(Invitation)
class InvitationAdmin(ThroughAction):
    list_display = ("email", "organisation", "function", "sent_at", "expires_at", "accepted_at", "revoked_at")
    list_filter = (StateFilter, "function", "organisation__country")
    list_select_related = ("organisation",)
    search_fields = ("email", "given_name", "family_name")
    autocomplete_fields = ("organisation", "centre")
    fields = (
        "email",
        ("given_name", "family_name"),
        "language",
        "function",
        "organisation",
        ("centre", "side"),
        "title",
        "ends_on",
    )
    ordering = ("-sent_at", "-pk")
    actions = ("send_again", "revoke")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A letter that went out is not rewritten: it is sent again, or revoked and replaced."""
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Invitation, form: forms.ModelForm, change: bool) -> None:
        obj.pk = actions.send_invitation(by=signed_in(request), **form.cleaned_data).pk

    @admin.action(description=_("Send again"))
    def send_again(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        self._each(request, queryset, actions.resend_invitation)

    @admin.action(description=_("Revoke"))
    def revoke(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        self._each(request, queryset, actions.revoke_invitation)

    def _each(self, request: HttpRequest, queryset: QuerySet[Invitation], act: Any) -> None:
        for invitation in queryset:
            try:
                act(invitation, by=signed_in(request))
            except RefusedError as refusal:
                self.message_user(request, f"{invitation}: {refusal.message}", messages.ERROR)


class ForgetAdmin(admin.ModelAdmin):
    """What allauth keeps, to be ended only: a lost second factor, a session left open. Nobody gives it to another."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


# An address or a second factor that is written here would open somebody else's account, past every journal.
admin.site.unregister((Authenticator, EmailAddress, Group, UserSession))


@admin.register(Authenticator)
class SecondFactorAdmin(ForgetAdmin):
    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    list_select_related = ("user",)
    search_fields = ("user__email",)
    fields = ("user", "type", "created_at", "last_used_at")


@admin.register(UserSession)
class SessionAdmin(ForgetAdmin):
    list_display = ("user", "created_at", "last_seen_at", "ip")
    list_select_related = ("user",)
    search_fields = ("user__email", "ip")
    fields = ("user", "created_at", "last_seen_at", "ip", "user_agent")

    def delete_model(self, request: HttpRequest, obj: UserSession) -> None:
        obj.end()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[UserSession]) -> None:
        for session in queryset:
            session.end()


@admin.register(AccessRequest)
class AccessRequestAdmin(ReadOnlyAdmin):
    """To be read here; decided on the page that focal points use."""

    list_display = ("email", "given_name", "family_name", "organisation", "status", "asked_at", "decided_by")
    list_filter = ("status", "organisation__country")
    list_select_related = ("organisation", "decided_by")
    search_fields = ("email", "given_name", "family_name")
    ordering = ("-asked_at", "-pk")


@admin.register(ExpertArea)
class ExpertAreaAdmin(admin.ModelAdmin):
    list_display = ("name", "position")
    ordering = ("position", "pk")


@admin.register(ExpertProfile)
class ExpertProfileAdmin(ReadOnlyAdmin):
    """To be read here; written by its owner."""

    list_display = ("user", "years_of_practice", "consent_to_be_listed", "reviewed_on", "updated_at")
    list_filter = ("consent_to_be_listed",)
    list_select_related = ("user",)
    search_fields = ("user__email", "user__family_name", "user__given_name")
    ordering = ("-updated_at", "-pk")


@admin.register(ConsentText)
class ConsentTextAdmin(ThroughAction):
    """Published once; other words are the next version."""

    list_display = ("purpose", "version", "is_required", "published_at")
    list_filter = ("purpose",)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: ConsentText, form: forms.ModelForm, change: bool) -> None:
        obj.pk = actions.publish_consent_text(by=signed_in(request), **form.cleaned_data).pk


@admin.register(Consent)
class ConsentAdmin(ReadOnlyAdmin):
    """The log: who answered what, to which words."""

    list_display = ("at", "user", "text", "answer", "language", "channel")
    list_filter = ("text__purpose", "answer")
    list_select_related = ("user", "text")
    search_fields = ("user__email", "user__family_name", "user__given_name")
