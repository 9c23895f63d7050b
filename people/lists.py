"""The roster of experts, invitations and requests for access to take along, for those who have these pages."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from core.lists import ordered, register_table
from people.models import AccessRequest, Appointment, ExpertProfile, Invitation, Organisation
from people.views import asked_experts, finds_experts

EXPERTS = (
    _("Family name"),
    _("Given name"),
    _("Organisation"),
    _("Areas"),
    _("Languages"),
    _("Systems worked on"),
    _("Years of practice"),
    _("Reviewed"),
)
INVITATIONS = (
    _("Family name"),
    _("Given name"),
    _("E-mail address"),
    _("Organisation"),
    _("Function"),
    _("State"),
    _("Sent"),
    _("Stands until"),
    _("Invited by"),
)
REQUESTS = (
    _("Family name"),
    _("Given name"),
    _("E-mail address"),
    _("Organisation"),
    _("What the access is needed for"),
    _("Asked"),
)


def _inviters(user: Any, _numbers: Collection[str]) -> set[str]:
    return {""} if Organisation.objects.open_to_invite(user).exists() else set()


def _officers(user: Any, _numbers: Collection[str]) -> set[str]:
    return {""} if finds_experts(user) else set()


def _experts(asking: Any) -> Any:
    _form, rows = asked_experts(asking)
    return ordered(rows, "-updated_at")


def _expert_cells(row: ExpertProfile, _asking: Any) -> list[Any]:
    posts: list[Appointment] = row.user.posts_today  # type: ignore[attr-defined]  # as `for_roster` reads them
    return [
        row.user.family_name,
        row.user.given_name,
        posts[0].organisation.name if posts else "",
        "; ".join(f"{one.area.name} ({one.get_level_display()})" for one in row.expertise.all()),
        "; ".join(f"{one.name} ({one.get_level_display()})" for one in row.languages.all()),
        row.systems,
        row.years_of_practice,
        row.reviewed_on,
    ]


def _invitations(asking: Any) -> Any:
    rows = Invitation.objects.visible_to(asking.user).select_related("organisation", "invited_by")
    return ordered(rows, "-sent_at")


def _invitation_state(row: Invitation) -> str:
    if row.accepted_at:
        return pgettext("invitation", "Accepted")
    if row.revoked_at:
        return pgettext("invitation", "Revoked")
    return pgettext("invitation", "Ran out") if row.has_expired else now("Waiting for the person")


def _invitation_cells(row: Invitation, _asking: Any) -> list[Any]:
    return [
        row.family_name,
        row.given_name,
        row.email,
        row.organisation.name,
        row.get_function_display(),
        _invitation_state(row),
        row.sent_at,
        row.expires_at,
        str(row.invited_by or ""),
    ]


def _requests(asking: Any) -> Any:
    rows = AccessRequest.objects.visible_to(asking.user).waiting().select_related("organisation")
    return ordered(rows, "asked_at")


def _request_cells(row: AccessRequest, _asking: Any) -> list[Any]:
    return [
        row.family_name,
        row.given_name,
        row.email,
        row.organisation.name,
        row.reason,
        row.asked_at,
    ]


register_table(
    "people.experts",
    pgettext_lazy("list", "Experts"),
    EXPERTS,
    find=_experts,
    cells=_expert_cells,
    url=lambda: reverse("people:experts"),
    allowed=_officers,
)
register_table(
    "people.invitations",
    _("Invitations"),
    INVITATIONS,
    find=_invitations,
    cells=_invitation_cells,
    url=lambda: reverse("people:invitations"),
    allowed=_inviters,
)
register_table(
    "people.access_requests",
    _("Requests for access"),
    REQUESTS,
    find=_requests,
    cells=_request_cells,
    url=lambda: reverse("people:access_requests"),
    allowed=_inviters,
)
