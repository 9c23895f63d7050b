"""Who may do what with a request. Everything is read from appointments and from the parts people have in it."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.lookups import IsNull

from consultations.enums import AnswerState, Audience, MessageKind, Role, Status
from consultations.models import Consultation, Participant
from core.policies import NOBODY, rule
from people.enums import Function, Side
from people.standing import keys_of_directors

SENT = Q(submitted_at__isnull=False)
STAFF = (Function.CONTACT_POINT, Function.ADVISOR, Function.OFFICER, Function.CO_DIRECTOR)


# --- Parts people have -----------------------------------------------------------------------------------------------


def requested_by(user: Any) -> Q:
    """The requester, as long as he belongs to the asking body, and its focal points, who stand in for him."""
    bodies = user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
    stood_in = user.standing.organisation_ids(Function.FOCAL_POINT)
    found = NOBODY
    if bodies:
        found |= Q(requester=user, organisation__in=bodies)
    if stood_in:
        found |= Q(organisation__in=stood_in)
    return found


def asked_by(user: Any) -> Q:
    """People of the asking body; a confidential request only its requester and the focal points."""
    bodies = user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
    if not bodies:
        return NOBODY
    return requested_by(user) | Q(organisation__in=bodies, is_confidential=False)


def checked_by(user: Any) -> Q:
    """The national contact point of the asking country, from the moment it was first sent."""
    countries = user.standing.country_codes(Function.CONTACT_POINT)
    return Q(country__in=countries) & SENT if countries else NOBODY


def run_by(user: Any) -> Q:
    """Programme officers of the centre, once the request is registered."""
    centres = user.standing.centre_ids(Function.OFFICER)
    return Q(centre__in=centres, registered_at__isnull=False) if centres else NOBODY


def directed_by(user: Any) -> Q:
    """Both co-directors of the centre, once the request is registered."""
    centres = user.standing.centre_ids(Function.CO_DIRECTOR)
    return Q(centre__in=centres, registered_at__isnull=False) if centres else NOBODY


def worked_on_by(user: Any, *roles: Role) -> Q:
    """People named in the request, in one of the roles (any when none is given).

    A part ends with the post it was given for, whatever other post the person holds then: advisors and translators
    work for the centre or belong to its own staff, a counterpart to the asking body.
    """
    standing = user.standing
    advises, serves = standing.centre_ids(Function.ADVISOR), standing.centre_ids(Function.ADVISOR, Function.OFFICER)
    observes = standing.centre_ids(Function.EVALUATOR, Function.OBSERVER)
    bodies = standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
    found = NOBODY
    for fitting, where, there in (
        ((Role.LEAD, Role.ADVISOR), "centre__in", advises),
        ((Role.TRANSLATOR,), "centre__in", serves),
        ((Role.TRANSLATOR,), "centre__organisation__in", bodies),
        ((Role.COUNTERPART,), "organisation__in", bodies),
        ((Role.OBSERVER,), "centre__in", observes),
    ):
        wanted = [role for role in fitting if not roles or role in roles]
        if wanted and there:
            found |= Q(_named(user, wanted), **{where: there})
    return found


def _named(user: Any, roles: list[Role]) -> Exists:
    """Asked row by row: an advisor of many years has thousands of parts, a page has one request."""
    return Exists(Participant.objects.now().filter(consultation=OuterRef("pk"), user=user, role__in=roles))


def answered_by(user: Any) -> Q:
    """The advisors named in the request, while they are appointed as advisors."""
    return worked_on_by(user, Role.LEAD, Role.ADVISOR)


def translated_by(user: Any) -> Q:
    """The translators named in the request; where none is named, the centre's officers translate.

    Asked of the row in hand: for an `Exists` the planner would read the translators of all requests there ever were.
    """
    named = Participant.objects.now().filter(consultation=OuterRef("pk"), role=Role.TRANSLATOR)
    return worked_on_by(user, Role.TRANSLATOR) | (
        run_by(user) & Q(IsNull(Subquery(named.order_by().values("pk")[:1]), True))
    )


def reviewed_by(user: Any) -> Q:
    """Evaluators and observers of the centre read what is registered and not confidential; not while it is revised."""
    centres = user.standing.centre_ids(Function.EVALUATOR, Function.OBSERVER)
    if not centres:
        return NOBODY
    return Q(centre__in=centres, registered_at__isnull=False, is_confidential=False) & ~Q(status=Status.DRAFT)


def own_sides(user: Any) -> list[str]:
    """The countries whose internal notes the person writes and reads.

    Co-directors, advisors and officers stand for the side that the appointment names, wherever their desk is. Without
    one, contact points, co-directors and advisors stand for the country that sent them; an officer serves both sides.
    """
    sides = set(user.standing.country_codes(Function.CONTACT_POINT))
    for held in user.standing.holding(Function.ADVISOR, Function.OFFICER, Function.CO_DIRECTOR):
        if held.centre and held.side:
            sides.add(held.centre.side_a_id if held.side == Side.A else held.centre.side_b_id)
        elif held.function != Function.OFFICER:
            sides.add(held.organisation.country_id)
    return sorted(sides)


def concerns(user: Any) -> Q:
    """Requests in which the person has a part of his own: not those he only may read."""
    return requested_by(user) | checked_by(user) | run_by(user) | directed_by(user) | worked_on_by(user)


# --- Rules -----------------------------------------------------------------------------------------------------------


@rule("consultations.view")
def view(user: Any) -> Q:
    """The asking body, its contact point, the centre's officers and co-directors, and those named in the request."""
    return asked_by(user) | checked_by(user) | run_by(user) | directed_by(user) | worked_on_by(user) | reviewed_by(user)


@rule("consultations.edit")
def edit(user: Any) -> Q:
    """The requester and the focal points of his body, while it is a draft."""
    return requested_by(user) & Q(status=Status.DRAFT)


@rule("consultations.submit")
def submit(user: Any) -> Q:
    """The requester and the focal points of his body."""
    return requested_by(user)


@rule("consultations.return")
def return_(user: Any) -> Q:
    """The contact point while he checks it, a programme officer while both sides decide."""
    return checked_by(user) & ~Q(status=Status.REGISTERED) | run_by(user) & ~Q(status=Status.SUBMITTED)


@rule("consultations.forward")
def forward(user: Any) -> Q:
    """The national contact point of the asking country."""
    return checked_by(user)


@rule("consultations.decide")
def decide(user: Any) -> Q:
    """The co-director of either side."""
    found = NOBODY
    for condition in keys_of_directors(user).values():
        found |= condition & Q(registered_at__isnull=False)
    return found


@rule("consultations.assign")
def assign(user: Any) -> Q:
    """Programme officers of the centre."""
    return run_by(user)


@rule("consultations.answer")
def answer(user: Any) -> Q:
    """The advisors named in the request: they write the answer and may ask back."""
    return answered_by(user)


@rule("consultations.translate_answer")
def translate_answer(user: Any) -> Q:
    """The translator named in the request, else the officers, while the answer is being translated."""
    return Q(answer_state=AnswerState.TRANSLATION) & translated_by(user)


@rule("consultations.check_answer")
def check_answer(user: Any) -> Q:
    """Programme officers: nothing leaves the centre that an officer has not read."""
    return run_by(user)


@rule("consultations.carry_answer")
def carry_answer(user: Any) -> Q:
    """Whose move it is while an answer is prepared: the lead advisor, then the translator, then the officer."""
    writing = Q(answer_state__in=("", AnswerState.DRAFT))
    return (
        worked_on_by(user, Role.LEAD) & writing
        | translate_answer(user)
        | run_by(user) & Q(answer_state=AnswerState.CHECK)
    )


@rule("consultations.reply")
def reply(user: Any) -> Q:
    """The requester and the focal points of his body."""
    return requested_by(user)


@rule("consultations.accept_answer")
def accept_answer(user: Any) -> Q:
    """The requester and the focal points of his body."""
    return requested_by(user)


@rule("consultations.report_use")
def report_use(user: Any) -> Q:
    """The requester and the focal points, once they were asked and until they have said it."""
    return requested_by(user) & Q(use_asked_at__isnull=False, use_reported_at=None)


@rule("consultations.withdraw")
def withdraw(user: Any) -> Q:
    """The requester and the focal points of his body."""
    return requested_by(user)


@rule("consultations.translate_request")
def translate_request(user: Any) -> Q:
    """The contact point, the officers and the named translators, once it was sent and while it is open."""
    return (checked_by(user) | run_by(user) | worked_on_by(user, Role.TRANSLATOR)) & Q(
        status__in=[state for state in Status.open() if state != Status.DRAFT]
    )


@rule("consultations.write_message")
def write_message(user: Any) -> Q:
    """Those who have a part in it, once it was sent and until it has ended."""
    return concerns(user) & Q(status__in=[state for state in Status.open() if state != Status.DRAFT])


@rule("consultations.write_note")
def write_note(user: Any) -> Q:
    """Contact points, officers, advisors and co-directors who have a part in it: not the requester."""
    if not user.standing.holds(*STAFF):
        return NOBODY
    return (checked_by(user) | run_by(user) | directed_by(user) | worked_on_by(user)) & SENT


@rule("consultations.view_message")
def view_message(user: Any) -> Q:
    """Messages: whoever is let to the request. Notes: their side's staff, or the centre's, who have a part in it."""
    found = ~Q(kind=MessageKind.NOTE)
    if sides := own_sides(user):
        found |= Q(kind=MessageKind.NOTE, audience=Audience.SIDE, country__in=sides)
    centres = user.standing.centre_ids(Function.OFFICER, Function.CO_DIRECTOR, Function.ADVISOR)
    if centres:
        found |= Q(kind=MessageKind.NOTE, audience=Audience.CENTRE, consultation__centre__in=centres)
    return found


@rule("consultations.read_message")
def read_message(user: Any) -> Q:
    """On a message: whoever may see both it and its request. What is attached to it is asked for by itself."""
    return view_message(user) & Q(consultation__in=Consultation.objects.filter(view(user)))


@rule("consultations.translate_message")
def translate_message(user: Any) -> Q:
    """Officers of the centre, the request's translators, and the contact point of its country."""
    found = Q(consultation__in=Consultation.objects.filter(worked_on_by(user, Role.TRANSLATOR)))
    if centres := user.standing.centre_ids(Function.OFFICER):
        found |= Q(consultation__centre__in=centres)
    if countries := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(consultation__country__in=countries)
    return found & ~Q(kind=MessageKind.NOTE)


@rule("consultations.hand_over")
def hand_over(user: Any) -> Q:
    """On a version: the advisors, the translators once it has been written; each gives on what lies with him."""
    advised = Q(consultation__in=Consultation.objects.filter(answered_by(user)))
    translated = Q(consultation__in=Consultation.objects.filter(translated_by(user)))
    return advised & ~Q(state=AnswerState.TRANSLATION) | translated & ~Q(state=AnswerState.DRAFT)


@rule("consultations.read_answer")
def read_answer(user: Any) -> Q:
    """On a version: whoever sees the request, once it is sent; those who prepare it, before that."""
    prepared = answered_by(user) | translated_by(user) | run_by(user)
    return Q(state=AnswerState.SENT, consultation__in=Consultation.objects.filter(view(user))) | Q(
        consultation__in=Consultation.objects.filter(prepared)
    )


@rule("consultations.translate_version")
def translate_version(user: Any) -> Q:
    """On a version: the translators while it is with them, the officers while they check it."""
    return _in_translation(user) | Q(
        consultation__in=Consultation.objects.filter(run_by(user)), state=AnswerState.CHECK
    )


@rule("consultations.send_back")
def send_back(user: Any) -> Q:
    """On a version: the officers, and the translators while it is with them."""
    return Q(consultation__in=Consultation.objects.filter(run_by(user))) | _in_translation(user)


@rule("consultations.send_version")
def send_version(user: Any) -> Q:
    """On a version: the officers."""
    return Q(consultation__in=Consultation.objects.filter(run_by(user)))


def _in_translation(user: Any) -> Q:
    return Q(consultation__in=Consultation.objects.filter(translated_by(user)), state=AnswerState.TRANSLATION)


def may_ask(user: Any) -> bool:
    """Whether the person may begin a request: staff and focal points of a body. Asked of no row, so not a rule."""
    return user.is_authenticated and user.standing.holds(Function.MEMBER, Function.FOCAL_POINT)
