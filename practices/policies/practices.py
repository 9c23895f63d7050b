"""Who may do what with an entry and its versions. Everything is read from appointments."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from core.policies import NOBODY, rule
from people.enums import Function
from people.models import Organisation
from people.standing import keys_of_directors, once
from practices.enums import ReviewState, Status, VersionState
from practices.models import Adoption, LanguageRight, Practice, Review

PUBLIC = Q(status__in=Status.public())
SENT = Q(proposed_at__isnull=False)
# An advisor who was sent out still belongs to the body that sent him.
OF_A_BODY = (Function.MEMBER, Function.FOCAL_POINT, Function.ADVISOR)
STANDING = Q(status__in=(Status.PUBLISHED, Status.DUE))
# A translation begins when the entry is proposed, and ends when the centre no longer stands by it.
TRANSLATED = (*Status.under_way(), Status.PUBLISHED, Status.DUE)


# --- Parts people have -----------------------------------------------------------------------------------------------


@once
def written_by(user: Any) -> Q:
    """The author, as long as he stands for a body at all, and the focal points of the owner, who stand in for him."""
    found = NOBODY
    if user.standing.appointments:
        found |= Q(author=user)
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(owner__in=bodies)
    return found


@once
def owned_by(user: Any) -> Q:
    """People of the body that owns the practice."""
    bodies = user.standing.organisation_ids(*OF_A_BODY)
    return Q(owner__in=bodies) if bodies else NOBODY


@once
def answered_for_by(user: Any) -> Q:
    """Who answers for the facts: the owner's focal points, and the contact point of its country, who stands in."""
    found = NOBODY
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(owner__in=bodies)
    if countries := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(country__in=countries)
    return found


@once
def run_by(user: Any) -> Q:
    """Programme officers of the centre, once it was proposed."""
    centres = user.standing.centre_ids(Function.OFFICER)
    return Q(centre__in=centres) & SENT if centres else NOBODY


@once
def directed_by(user: Any) -> Q:
    """Both co-directors of the centre, once it was proposed."""
    centres = user.standing.centre_ids(Function.CO_DIRECTOR)
    return Q(centre__in=centres) & SENT if centres else NOBODY


@once
def reviewed_by(user: Any) -> Q:
    """Those who were asked for a review and have not refused it."""
    mine = Review.objects.filter(
        practice=OuterRef("pk"), reviewer=user, state__in=(ReviewState.ASKED, ReviewState.GIVEN)
    )
    return Q(Exists(mine)) & SENT if user.standing.appointments else NOBODY


@once
def adopted_by(user: Any) -> Q:
    """People of a body whose adoption of it is confirmed."""
    bodies = user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
    if not bodies:
        return NOBODY
    return Q(Exists(Adoption.objects.confirmed().filter(practice=OuterRef("pk"), adopter__in=bodies)))


@once
def translated_by(user: Any) -> Q:
    """Those to whom its centre gave a language, from the proposal on: they work on it before it is published."""
    if not user.standing.appointments:
        return NOBODY
    mine = LanguageRight.objects.filter(user=user, centre=OuterRef("centre"))
    return Q(Exists(mine), status__in=TRANSLATED)


@once
def concerns(user: Any) -> Q:
    """Entries in which the person has a part: not those that everybody reads."""
    return _keeps(user) | reviewed_by(user)


@once
def _keeps(user: Any) -> Q:
    """Those who have a part in the entry for as long as it is there; a reviewer's part ends with the decision."""
    return written_by(user) | owned_by(user) | answered_for_by(user) & SENT | run_by(user) | directed_by(user)


def of_practice(condition: Q) -> Q:
    """The same, asked of what belongs to an entry."""
    return Q(practice__in=Practice.objects.filter(condition))


# --- Rules on an entry -----------------------------------------------------------------------------------------------


@rule("practices.view", public=PUBLIC)
def view(user: Any) -> Q:
    """Everybody, once it is published; before that those who have a part in it, and its translators."""
    return concerns(user) | translated_by(user)


@rule("practices.edit")
def edit(user: Any) -> Q:
    """The author and the owner's focal points, while it is a draft."""
    return written_by(user) & Q(status=Status.DRAFT)


@rule("practices.propose")
def propose(user: Any) -> Q:
    """The author and the owner's focal points."""
    return written_by(user)


@rule("practices.check_facts")
def check_facts(user: Any) -> Q:
    """The owner's focal points and the contact point of its country, but never for what they wrote themselves."""
    return answered_for_by(user) & SENT & ~Q(author=user)


@rule("practices.run")
def run(user: Any) -> Q:
    """Programme officers: they ask for reviews and lay them before the co-directors."""
    return run_by(user)


@rule("practices.see_to_reviews")
def see_to_reviews(user: Any) -> Q:
    """Programme officers, when the move is theirs: too few are asked, one is overdue, or all have answered."""
    here = Review.objects.filter(practice=OuterRef("pk"), round=OuterRef("round"))
    counting = here.filter(state__in=(ReviewState.ASKED, ReviewState.GIVEN)).order_by("pk")
    asked = here.filter(state=ReviewState.ASKED)
    enough = Q(Exists(counting[1:2]))  # a second one
    in_time = Q(Exists(asked)) & ~Q(Exists(asked.filter(due_at__lte=timezone.now())))
    return run_by(user) & ~(enough & in_time)


@rule("practices.return")
def return_(user: Any) -> Q:
    """Who checks the facts, while they are checked; a programme officer, after that."""
    return check_facts(user) & Q(status=Status.PROPOSED) | run_by(user) & ~Q(status=Status.PROPOSED)


@rule("practices.decide")
def decide(user: Any) -> Q:
    """The co-director of either side, but never on an entry of his own hand."""
    found = NOBODY
    for condition in keys_of_directors(user).values():
        found |= condition & SENT
    return found & ~Q(author=user)


@rule("practices.confirm")
def confirm(user: Any) -> Q:
    """Who answers for the facts says each year that they still hold."""
    return answered_for_by(user) & SENT


@rule("practices.retire")
def retire(user: Any) -> Q:
    """Who answers for the facts, and the centre's officers."""
    return (answered_for_by(user) | run_by(user)) & SENT


@rule("practices.withdraw")
def withdraw(user: Any) -> Q:
    """The author and the owner's focal points."""
    return written_by(user)


@rule("practices.propose_change")
def propose_change(user: Any) -> Q:
    """Of what is published: the author, the owner, the officers, and those who adopted it and know better by now."""
    return (written_by(user) | owned_by(user) | run_by(user) | adopted_by(user)) & STANDING


@rule("practices.name_contact")
def name_contact(user: Any) -> Q:
    """Who may say whom readers may ask: who answers for the facts, and the author while it is a draft."""
    return answered_for_by(user) & SENT | edit(user)


@rule("practices.add_document")
def add_document(user: Any) -> Q:
    """The author while it is a draft; afterwards who answers for the facts, and the officers."""
    return edit(user) | (answered_for_by(user) | run_by(user)) & STANDING


@rule("practices.adopt")
def adopt(user: Any) -> Q:
    """People of any other body than the owner, while the centre stands by the entry."""
    bodies = user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
    return STANDING & ~Q(owner__in=bodies) if bodies else NOBODY


@rule("practices.view_history")
def view_history(user: Any) -> Q:
    """Where it stands and why, with names: those who have a part in it."""
    return concerns(user)


# --- Rules on a version ----------------------------------------------------------------------------------------------


@rule(
    "practices.view_version",
    public=Q(state__in=(VersionState.LIVE, VersionState.PAST), practice__status__in=Status.public()),
)
def view_version(user: Any) -> Q:
    """What was published, everybody; what is being written, its author and those who have a part in the entry.

    Reviewers read what they were asked about, not what is changed years later.
    """
    own = _of_own_hand(user) & of_practice(view(user) | PUBLIC)
    return own | of_practice(_keeps(user)) | of_practice(reviewed_by(user)) & Q(number=1)


def _of_own_hand(user: Any) -> Q:
    """Versions that the person began, as long as he stands for a body at all."""
    return Q(author=user) if user.standing.appointments else NOBODY


def _changes(user: Any) -> Q:
    """A version that changes what is published: its author, and those who write the entry."""
    return (_of_own_hand(user) | of_practice(written_by(user))) & of_practice(STANDING)


@rule("practices.edit_version")
def edit_version(user: Any) -> Q:
    """While it is being written: of a draft who writes the entry, of a change also who proposed it."""
    return Q(state=VersionState.WORKING) & (of_practice(edit(user)) | _changes(user))


@rule("practices.submit_change")
def submit_change(user: Any) -> Q:
    """Who proposed the change, and those who write the entry."""
    return _changes(user)


@rule("practices.give_up_change")
def give_up_change(user: Any) -> Q:
    """Who writes it, and the officers: a change that was begun and forgotten bars the way to every other."""
    return (_changes(user) | of_practice(run_by(user))) & ~Q(number=1)


@rule("practices.check_change")
def check_change(user: Any) -> Q:
    """Who answers for the facts, but never for what they wrote themselves."""
    return of_practice(answered_for_by(user) & STANDING) & ~Q(author=user)


@rule("practices.accept_change")
def accept_change(user: Any) -> Q:
    """Programme officers, but never their own change."""
    return of_practice(run_by(user) & STANDING) & ~Q(author=user)


@rule("practices.decline_change")
def decline_change(user: Any) -> Q:
    """Who checks it, while the facts are checked; an officer, after that."""
    return check_change(user) & Q(state=VersionState.PROPOSED) | accept_change(user) & Q(state=VersionState.CHECKED)


# --- Asked of no row, so not rules -----------------------------------------------------------------------------------


def may_begin(user: Any) -> bool:
    """Whether the person may begin an entry: whoever stands for a body, a country or a centre."""
    return user.is_authenticated and user.standing.holds(*OF_A_BODY, Function.CONTACT_POINT, Function.OFFICER)


def owners_for(user: Any) -> Any:
    """The bodies for which the person may begin an entry: an officer writes down what a neighbour has, too."""
    if user.standing.holds(Function.OFFICER):
        return Organisation.objects.all()
    return Organisation.objects.filter(
        Q(pk__in=user.standing.organisation_ids(*OF_A_BODY))
        | Q(country__in=user.standing.country_codes(Function.CONTACT_POINT))
    )
