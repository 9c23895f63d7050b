"""What administrators see of the mail: what went out, what did not and why, and "send again"."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.tasks import enqueue
from notifications.actions.delivering import send_again
from notifications.messages.registry import KINDS
from notifications.models import Delivery, Notification
from notifications.tasks import deliver


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that only acts write."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin):
    """The outgoing mail. A bounce names the Message-ID of the letter that it answers."""

    list_display = ("address", "what", "state", "attempts", "created_at", "next_try_at", "sent_at", "error")
    list_filter = ("state", "created_at")
    list_select_related = ("notification",)
    show_facets = admin.ShowFacets.ALWAYS
    show_full_result_count = False
    search_fields = ("address",)
    search_help_text = _("Address, number of a request, or Message-ID")
    readonly_fields = ("message_id",)
    actions = ("send_again",)

    @admin.display(description=_("kind"))
    def what(self, letter: Delivery) -> str:
        if letter.notification is None:
            return str(_("Digest"))
        kind = KINDS.get(letter.notification.kind)
        return str(kind.label) if kind else letter.notification.kind

    @admin.display(description=_("what the mail server said"))
    def error(self, letter: Delivery) -> str:
        return letter.last_error[:120]

    @admin.action(description=_("Send again"), permissions=["view"])
    def send_again(self, request: HttpRequest, letters: QuerySet[Delivery]) -> None:
        """Only those that failed; the others are on their way or have arrived."""
        count = send_again(letters)
        enqueue(deliver)
        text = ngettext("%(count)s letter will be sent again.", "%(count)s letters will be sent again.", count)
        self.message_user(request, text % {"count": count}, messages.SUCCESS)

    def get_search_results(
        self,
        request: HttpRequest,
        queryset: QuerySet[Delivery],
        search_term: str,
    ) -> tuple[QuerySet[Delivery], bool]:
        if not search_term.strip():
            return queryset, False
        found = Delivery.objects.matching(search_term).values("pk")
        return queryset.filter(pk__in=found), False


@admin.register(Notification)
class NotificationAdmin(ReadOnlyAdmin):
    """Who was told of what, and when it was read."""

    list_display = ("created_at", "kind", "user", "address", "in_inbox", "read_at")
    list_filter = ("kind", "created_at")
    list_select_related = ("user",)
    search_fields = ("user__email", "address")
    show_full_result_count = False
