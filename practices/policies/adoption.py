"""Who files an adoption, who confirms it, who answers each year."""

from typing import Any

from django.db.models import F, Q

from core.policies import NOBODY, rule
from people.enums import Function
from people.models import Organisation
from practices.enums import Answerer, ReportState, Status
from practices.models import Adoption, Practice
from practices.policies.practices import directed_by, of_practice, run_by


def adopting(user: Any) -> Q:
    """People of the adopting body."""
    bodies = user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
    return Q(adopter__in=bodies) if bodies else NOBODY


def speaks_for_adopter(user: Any) -> Q:
    """Who signs for the adopting body: its focal points, and the contact point of its country, who stands in."""
    found = NOBODY
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(adopter__in=bodies)
    if countries := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(country__in=countries)
    return found


def speaks_for_owner(user: Any) -> Q:
    """Who signs for the owner: its focal points, and the contact point of its country, who stands in.

    Not where a neighbour body of the same country adopts: the contact point stands in for that one already.
    """
    found = NOBODY
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(owner__in=bodies)
    if countries := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(owner__country__in=countries) & ~Q(country=F("owner__country"))
    return found


def owning(user: Any) -> Q:
    """People of the body that owns the practice."""
    bodies = user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
    return Q(owner__in=bodies) if bodies else NOBODY


def of_adoption(condition: Q) -> Q:
    """The same, asked of what belongs to an adoption."""
    return Q(adoption__in=Adoption.objects.filter(condition))


def keys_of_report(user: Any) -> dict[str, Q]:
    """The two keys of a report: the adopter's and the owner's. Who speaks for both bodies holds the adopter's alone."""
    adopter = speaks_for_adopter(user)
    return {
        "adopter": of_adoption(adopter),
        "owner": of_adoption(speaks_for_owner(user) & ~adopter),
    }


@rule(
    "practices.view_adoption",
    public=Q(confirmed_at__isnull=False, practice__status__in=Status.public()),
)
def view_adoption(user: Any) -> Q:
    """Everybody, once both sides confirmed it; before that both bodies, their contact points, the centre's staff."""
    return (
        adopting(user)
        | owning(user)
        | speaks_for_adopter(user)
        | speaks_for_owner(user)
        | of_practice(run_by(user) | directed_by(user))
    )


@rule("practices.view_adoption_history")
def view_adoption_history(user: Any) -> Q:
    """Who did what, with names: those who saw the adoption before everybody did."""
    return view_adoption(user)


@rule("practices.view_report", public=Q(state=ReportState.CONFIRMED, adoption__practice__status__in=Status.public()))
def view_report(user: Any) -> Q:
    """What both confirmed, everybody; what is filed, who sees the adoption; what is being written, the adopter."""
    mine = of_adoption(adopting(user) | speaks_for_adopter(user))
    return mine | ~Q(state=ReportState.DRAFT) & of_adoption(view_adoption(user))


@rule("practices.write_report")
def write_report(user: Any) -> Q:
    """On an adoption: the people of the adopting body."""
    return adopting(user) | speaks_for_adopter(user)


@rule("practices.edit_report")
def edit_report(user: Any) -> Q:
    """On a report: the people of the adopting body, until it is filed."""
    return of_adoption(write_report(user)) & Q(state__in=(ReportState.DRAFT, ReportState.RETURNED))


@rule("practices.file_or_write_report")
def file_or_write_report(user: Any) -> Q:
    """On a report: the people of the adopting body, whatever has become of it; its state is said in words."""
    return of_adoption(write_report(user))


@rule("practices.file_report")
def file_report(user: Any) -> Q:
    """On a report: who signs for the adopting body."""
    return of_adoption(speaks_for_adopter(user))


@rule("practices.confirm_report")
def confirm_report(user: Any) -> Q:
    """On a report: who signs for either side; the adopter's key turns with the filing."""
    return of_adoption(speaks_for_adopter(user) | speaks_for_owner(user))


@rule("practices.return_report")
def return_report(user: Any) -> Q:
    """On a report: who signs for the owner."""
    return of_adoption(speaks_for_owner(user))


@rule("practices.answer_question")
def answer_question(user: Any) -> Q:
    """On a yearly answer: who speaks for that side, until it is given."""
    return Q(answer="") & (
        Q(side=Answerer.ADOPTER) & of_adoption(speaks_for_adopter(user))
        | Q(side=Answerer.OWNER) & of_adoption(speaks_for_owner(user))
    )


def bodies_to_adopt(user: Any, practice: Practice) -> Any:
    """The bodies for which the person may begin an adoption of this practice. Asked of no row, so not a rule."""
    bodies = user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
    return Organisation.objects.filter(pk__in=bodies).exclude(pk=practice.owner_id)
