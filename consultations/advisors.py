"""Whom to ask: advisors as an officer chooses among them, with what they know and how much lies with them."""

from functools import cached_property

from django.db.models import Count, Q, QuerySet
from django.utils.translation import ngettext

from consultations.enums import Role, Status
from people.models import Expertise, ExpertProfile, User


def with_open_requests(advisors: QuerySet[User]) -> QuerySet[User]:
    """The same people with `open_requests`: how many each of them answers now."""
    answering = Q(participations__until=None, participations__role__in=(Role.LEAD, Role.ADVISOR))
    still_open = Q(participations__consultation__status__in=Status.open())
    return advisors.annotate(open_requests=Count("participations", filter=answering & still_open))


class AdvisorLabels:
    """The label of an option: name, areas with their levels, open requests. One query for however many options."""

    def __init__(self, advisors: QuerySet[User]) -> None:
        self.advisors = advisors

    def __call__(self, user: User) -> str:
        count: int = user.open_requests  # type: ignore[attr-defined]  # annotated above
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
