"""Who may do what with agreements and commitments. Everything is read from appointments."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q

from agreements.enums import AgreementStatus, Owner, TextKind
from agreements.models import Agreement, Party
from core.policies import NOBODY, rule
from people.enums import Function
from people.models import Centre
from people.standing import keys_of_directors

SETTLED = Q(status__in=AgreementStatus.settled())
PUBLIC = SETTLED & Q(is_public=True)


def recorded_by(user: Any) -> Q:
    """Programme officers of the centre keep its register."""
    centres = user.standing.centre_ids(Function.OFFICER)
    return Q(centre__in=centres) if centres else NOBODY


def may_record_for(user: Any, centre: Centre) -> None:
    """Raise PermissionDenied for whoever does not keep the register of this centre: there is no row to ask yet."""
    if not user.standing.holds(Function.OFFICER, centre_id=centre.pk):
        raise PermissionDenied("agreements.record")


def may_begin(user: Any) -> bool:
    """Whether the person keeps the register of any centre."""
    return bool(user.is_authenticated and user.standing.centre_ids(Function.OFFICER))


def directed_by(user: Any) -> Q:
    """Both co-directors of the centre."""
    centres = user.standing.centre_ids(Function.CO_DIRECTOR)
    return Q(centre__in=centres) if centres else NOBODY


def served_by(user: Any) -> Q:
    """Everybody who is appointed to the centre: staff, advisors, evaluators and observers too."""
    centres = user.standing.centre_ids()
    return Q(centre__in=centres) if centres else NOBODY


def signed_by(user: Any) -> Q:
    """People of the bodies that signed it."""
    bodies = user.standing.organisation_ids()
    if not bodies:
        return NOBODY
    return Q(Exists(Party.objects.filter(agreement=OuterRef("pk"), organisation__in=bodies)))


def of_agreement(condition: Q) -> Q:
    """The same, asked of what belongs to an agreement."""
    return Q(agreement__in=Agreement.objects.filter(condition).values("pk"))


def owed_through(user: Any, path: str = "agreement__centre") -> Q:
    """What the co-director of a side answers for: his side's, and what both sides owe together."""
    found = NOBODY
    for held in user.standing.holding(Function.CO_DIRECTOR):
        found |= Q(**{path: held.centre_id, "owner__in": (held.side, Owner.BOTH)})
    return found


@rule("agreements.view", public=PUBLIC)
def view(user: Any) -> Q:
    """Everybody, once it is in the register and public; the bodies that signed and the centre's people, all that is.

    While it is being recorded: officers and co-directors.
    """
    return (served_by(user) | signed_by(user)) & SETTLED | recorded_by(user) | directed_by(user)


@rule("agreements.view_text", public=of_agreement(PUBLIC))
def view_text(user: Any) -> Q:
    """Who sees the agreement reads its texts. Asked of a text, which carries the file."""
    return of_agreement(view(user))


@rule("agreements.record")
def record(user: Any) -> Q:
    """Programme officers of the centre."""
    return recorded_by(user)


@rule("agreements.edit")
def edit(user: Any) -> Q:
    """Programme officers, while it is being recorded."""
    return recorded_by(user) & Q(status=AgreementStatus.DRAFT)


@rule("agreements.add_text")
def add_text(user: Any) -> Q:
    """Programme officers, at any time: a translation often comes years later."""
    return recorded_by(user)


@rule("agreements.remove_text")
def remove_text(user: Any) -> Q:
    """Programme officers: any text while it is being recorded, later what is no original."""
    translations = Q(kind=TextKind.TRANSLATION) & of_agreement(recorded_by(user))
    return of_agreement(recorded_by(user) & Q(status=AgreementStatus.DRAFT)) | translations


@rule("agreements.confirm")
def confirm(user: Any) -> Q:
    """The co-director of either side."""
    return directed_by(user)


@rule("agreements.view_history")
def view_history(user: Any) -> Q:
    """Officers and co-directors: who recorded what, with names."""
    return recorded_by(user) | directed_by(user)


# --- Commitments -----------------------------------------------------------------------------------------------------


def of_owing_body(user: Any) -> Q:
    """Focal points of the body that owes it."""
    bodies = user.standing.organisation_ids(Function.FOCAL_POINT)
    return Q(organisation__in=bodies) & of_agreement(SETTLED) if bodies else NOBODY


@rule("agreements.view_commitment", public=of_agreement(PUBLIC))
def view_commitment(user: Any) -> Q:
    """Who sees the agreement."""
    return of_agreement(view(user))


@rule("agreements.report_commitment")
def report_commitment(user: Any) -> Q:
    """Who owes it: the co-director of the side, the focal points of the body; officers write for either side."""
    return owed_through(user) | of_owing_body(user) | of_agreement(recorded_by(user) & SETTLED)


@rule("agreements.confirm_commitment")
def confirm_commitment(user: Any) -> Q:
    """The co-director of the side that did not report it."""
    found = NOBODY
    for held in user.standing.holding(Function.CO_DIRECTOR):
        found |= Q(agreement__centre=held.centre_id) & ~Q(reported_by_side__in=("", held.side))
    return found


@rule("agreements.drop_commitment")
def drop_commitment(user: Any) -> Q:
    """Both co-directors together."""
    return of_agreement(directed_by(user) & SETTLED)


def keys_of_commitment(user: Any) -> dict[str, Q]:
    """The keys of both sides, asked of a commitment."""
    return {side: of_agreement(condition) for side, condition in keys_of_directors(user).items()}
