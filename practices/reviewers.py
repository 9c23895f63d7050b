"""Who can be asked for a review: officials of other countries who have no part in the practice. Reads only."""

from datetime import timedelta
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from core.localised import LANGUAGE_NAMES
from people.days import today_at
from people.enums import Function
from people.models import Appointment, Country, Expertise, ExpertProfile, User
from people.querysets import name_in
from practices.enums import ReviewState
from practices.models import Adoption, Practice, Review

# Those who work on the matter itself; who runs, decides or administers does not review.
REVIEWING = (
    Function.MEMBER,
    Function.FOCAL_POINT,
    Function.CONTACT_POINT,
    Function.ADVISOR,
    Function.PROJECT_LEADER,
    Function.EVALUATOR,
)
LEFT_LONG_AGO = timedelta(days=3 * 365 + 1)
COUNTING = (ReviewState.ASKED, ReviewState.GIVEN)


def able_to_review(practice: Practice) -> Any:
    """Those who may be asked now, with `country_code`: the country for which each would review.

    They have no interest of their own, and were not asked in this round; nor was anybody of their country.
    """
    asked = Review.objects.filter(practice=practice, round=practice.round)
    taken = asked.filter(state__in=COUNTING).values("country")
    return without_interest(practice).exclude(country_code__in=taken).exclude(pk__in=asked.values("reviewer"))


def without_interest(practice: Practice) -> Any:
    """Those who can judge it today, asked or not, with `country_code`.

    They hold a post of another country than the practice's and none in it, were not at the owner's in the last three
    years, did not write it, are not named in it, neither run nor decide on it, and do not belong to a body that takes
    it over.
    """
    current = Appointment.objects.current().filter(user=OuterRef("pk"))
    longest = current.order_by("-is_primary", "starts_on", "pk")
    now = Appointment.objects.filter(user=OuterRef("pk"))
    since = today_at(practice.centre) - LEFT_LONG_AGO
    at_owner = now.filter(Q(ends_on=None) | Q(ends_on__gte=since), organisation=practice.owner_id)
    runs = current.filter(function__in=(Function.CO_DIRECTOR, Function.OFFICER), centre=practice.centre_id)
    adopters = Adoption.objects.filter(practice=practice).values("adopter")
    writers = practice.versions.values("author")
    return (
        User.objects.active()
        .annotate(country_code=Subquery(longest.values("organisation__country")[:1]))
        .filter(Exists(current.filter(function__in=REVIEWING)))
        .exclude(Exists(current.filter(organisation__country=practice.country_id)))
        .exclude(Exists(at_owner))
        .exclude(Exists(runs))
        .exclude(Exists(current.filter(organisation__in=adopters)))
        .exclude(pk__in=writers)
        .exclude(pk__in=[pk for pk in (practice.author_id, practice.contact_id) if pk])
    )


def named(candidates: Any, words: str) -> Any:
    """Those whose name, or whose body's name, holds the words."""
    of_body = Appointment.objects.current().filter(user=OuterRef("pk"))
    found = Q(Exists(of_body.filter(name_in(words, "organisation__name"))))
    for field in ("given_name", "family_name", "given_name_own", "family_name_own"):
        found |= Q(**{f"{field}__icontains": words})
    return candidates.filter(found)


class ReviewerLabels:
    """The label of a candidate: name, body, country, languages, areas of those in the roster. Three queries in all."""

    def __init__(self, candidates: list[User]) -> None:
        self.candidates = candidates

    def __call__(self, user: User) -> str:
        post = self.posts.get(user.pk)
        body = f"{post.organisation.name} ({post.organisation.country.name})" if post else ""
        tongues = ", ".join(LANGUAGE_NAMES.get(code, code) for code in dict.fromkeys([user.language, *user.reads]))
        return " · ".join(part for part in (user.display_name, body, tongues, *self.areas.get(user.pk, ())) if part)

    @cached_property
    def posts(self) -> dict[int, Appointment]:
        """The post for which each would review."""
        rows = Appointment.objects.current().filter(user__in=self.candidates).for_standing()
        found: dict[int, Appointment] = {}
        for one in rows.order_by("-is_primary", "starts_on", "pk"):
            found.setdefault(one.user_id, one)
        return found

    @cached_property
    def areas(self) -> dict[int, list[str]]:
        """Of those who agree to be listed in the roster of experts."""
        listed = ExpertProfile.objects.listed().filter(user__in=self.candidates)
        found: dict[int, list[str]] = {}
        for one in Expertise.objects.filter(profile__in=listed).select_related("area", "profile"):
            found.setdefault(one.profile.user_id, []).append(str(one))
        return found


def countries_of(candidates: Any) -> QuerySet[Country]:
    """The countries from which somebody can be asked."""
    return Country.objects.filter(pk__in=candidates.order_by().values("country_code"))
