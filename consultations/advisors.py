"""Whom to ask: advisors as an officer chooses among them, with what they know and how much lies with them."""

from functools import cached_property

from django.db.models import Count, QuerySet
from django.utils.translation import ngettext

from consultations.enums import Status
from consultations.models import Participant
from people.models import Expertise, ExpertProfile, User


class AdvisorLabels:
    """The label of an option: name, areas with their levels, open requests. Two queries for however many options."""

    def __init__(self, advisors: QuerySet[User]) -> None:
        self.advisors = advisors

    def __call__(self, user: User) -> str:
        count = self.open_requests.get(user.pk, 0)
        requests = ngettext("%(count)s open request", "%(count)s open requests", count) % {"count": count}
        areas = ", ".join(self.areas.get(user.pk, ()))
        return " · ".join(part for part in (user.display_name, areas, requests) if part)

    @cached_property
    def areas(self) -> dict[int, list[str]]:
        """Of those who agree to be listed, the best known area first."""
        listed = ExpertProfile.objects.listed().filter(user__in=self.advisors.order_by().values("pk"))
        found: dict[int, list[str]] = {}
        for one in Expertise.objects.filter(profile__in=listed).select_related("area", "profile"):
            found.setdefault(one.profile.user_id, []).append(str(one))
        return found

    @cached_property
    def open_requests(self) -> dict[int, int]:
        """How many requests each person answers now: counted from the open requests, which are few."""
        parts = Participant.objects.now().answering().filter(consultation__status__in=Status.open())
        return dict(parts.order_by().values_list("user").annotate(count=Count("pk")))
