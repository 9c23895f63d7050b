"""Who may do what with a project: its two sides, the centre's staff, everybody. Read from appointments alone."""

from typing import Any

from django.db.models import Q

from core.policies import NOBODY, rule
from people.enums import Function, Side
from people.standing import keys_of_directors
from projects.enums import Stage
from projects.models import Project

APPROVED = Q(stage__in=Stage.approved())
PUBLIC = APPROVED & Q(is_public=True)
SENT = Q(submitted_at__isnull=False)
AT_WORK = Q(stage__in=Stage.at_work())
OF_A_BODY = (Function.MEMBER, Function.FOCAL_POINT, Function.ADVISOR, Function.PROJECT_LEADER)
LEADER = {Side.A: "leader_a", Side.B: "leader_b"}
LEAD = {Side.A: "lead_a", Side.B: "lead_b"}


# --- Parts people have -----------------------------------------------------------------------------------------------


def sides_of(user: Any) -> dict[str, Q]:
    """The projects in which the person stands on side A, and those on side B.

    A side are the people of its leading body, its leader among them, and whom the centre has appointed for that side.
    """
    if not user.standing.appointments:
        return {}
    bodies = user.standing.organisation_ids(*OF_A_BODY)
    found: dict[str, Q] = {}
    for side in Side.values:
        condition = Q(**{f"{LEAD[Side(side)]}__in": bodies}) if bodies else NOBODY
        if centres := [one.centre_id for one in user.standing.appointments if one.side == side and one.centre_id]:
            condition |= Q(centre__in=centres) & SENT
        found[side] = condition
    return found


def on_a_side(user: Any) -> Q:
    """Either of them."""
    found = NOBODY
    for condition in sides_of(user).values():
        found |= condition
    return found


def keys_of_leaders(user: Any) -> dict[str, Q]:
    """The key of each side in a project's own papers: its leader's; its co-director stands in.

    A leader leads as long as he holds a post at the leading body of his side. Whoever leads for one side does not stand
    in for the other, so that nobody turns both keys.
    """
    if not user.standing.appointments:
        return {}
    directs = keys_of_directors(user)
    bodies = user.standing.organisation_ids(*OF_A_BODY)
    held: dict[str, Q] = {}
    for side in Side.values:
        key = Q(**{LEADER[Side(side)]: user, f"{LEAD[Side(side)]}__in": bodies}) if bodies else NOBODY
        if side in directs:
            beyond = Side.B if side == Side.A else Side.A
            key |= directs[side] & ~Q(**{LEADER[beyond]: user})
        held[side] = key
    return held


def led_by(user: Any) -> Q:
    """Who leads for either side, or stands in."""
    found = NOBODY
    for condition in keys_of_leaders(user).values():
        found |= condition
    return found


def written_by(user: Any) -> Q:
    """The author of the concept paper, as long as he stands for whom he wrote it, and focal points of both bodies.

    He wrote it for one of the leading bodies, or as an officer of the centre.
    """
    if not user.standing.appointments:
        return NOBODY
    found = NOBODY
    if own := user.standing.organisation_ids(*OF_A_BODY):
        found |= Q(author=user) & (Q(lead_a__in=own) | Q(lead_b__in=own))
    if centres := user.standing.centre_ids(Function.OFFICER):
        found |= Q(author=user, centre__in=centres)
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT, Function.PROJECT_LEADER):
        found |= Q(lead_a__in=bodies) | Q(lead_b__in=bodies)
    return found


def run_by(user: Any) -> Q:
    """Programme officers of the centre, once it was submitted."""
    centres = user.standing.centre_ids(Function.OFFICER)
    return Q(centre__in=centres) & SENT if centres else NOBODY


def directed_by(user: Any) -> Q:
    """Both co-directors of the centre, once it was submitted."""
    centres = user.standing.centre_ids(Function.CO_DIRECTOR)
    return Q(centre__in=centres) & SENT if centres else NOBODY


def evaluated_by(user: Any) -> Q:
    """Evaluators of the centre read what both sides read, once it is approved."""
    centres = user.standing.centre_ids(Function.EVALUATOR)
    return Q(centre__in=centres) & APPROVED if centres else NOBODY


def inside(user: Any) -> Q:
    """Those who see the work of a project whole: both sides, officers, co-directors, evaluators."""
    return on_a_side(user) | run_by(user) | directed_by(user) | evaluated_by(user)


def of_project(condition: Q) -> Q:
    """The same, asked of what belongs to a project."""
    return Q(project__in=Project.objects.filter(condition).values("pk"))


def of_own_side(user: Any) -> Q:
    """Rows with a `side` that is the person's own in their project."""
    found = NOBODY
    for side, condition in sides_of(user).items():
        found |= Q(side=side) & of_project(condition)
    return found


def keys_below(user: Any) -> dict[str, Q]:
    """The leaders' keys, asked of what belongs to a project."""
    return {side: of_project(condition) for side, condition in keys_of_leaders(user).items()}


# --- Rules on a project ----------------------------------------------------------------------------------------------


@rule("projects.view", public=PUBLIC)
def view(user: Any) -> Q:
    """Everybody, once it is approved and public; before that both sides, officers and co-directors."""
    return inside(user) | written_by(user)


@rule("projects.view_work")
def view_work(user: Any) -> Q:
    """Both sides, officers, co-directors, evaluators: schedule, deliverables, risks, reports, history."""
    return inside(user) | written_by(user)


@rule("projects.edit")
def edit(user: Any) -> Q:
    """The author and the focal points of the leading bodies, while it is a concept paper."""
    return written_by(user) & Q(stage=Stage.CONCEPT)


@rule("projects.submit")
def submit(user: Any) -> Q:
    """The author and the focal points of the leading bodies."""
    return written_by(user)


@rule("projects.give_opinion")
def give_opinion(user: Any) -> Q:
    """The co-director of either side, for his side."""
    return directed_by(user)


@rule("projects.run")
def run(user: Any) -> Q:
    """Programme officers: they return, lay before the committee, name leaders, partners and papers."""
    return run_by(user)


@rule("projects.arrange")
def arrange(user: Any) -> Q:
    """Officers and leaders: schedule, deliverables, results, risks, links, as long as the project is not over."""
    return (run_by(user) | led_by(user)) & ~Q(stage__in=Stage.over()) & SENT


@rule("projects.prepare_registration")
def prepare_registration(user: Any) -> Q:
    """Officers, leaders, and the people of the leading body of the country that registers."""
    return (run_by(user) | led_by(user) | on_a_side(user)) & APPROVED


@rule("projects.start")
def start(user: Any) -> Q:
    """Both leaders, each with a key; the co-director stands in."""
    return led_by(user)


@rule("projects.direct")
def direct(user: Any) -> Q:
    """Both co-directors, each with a key: to suspend, resume, cancel and close."""
    return directed_by(user)


@rule("projects.withdraw")
def withdraw(user: Any) -> Q:
    """The author and the focal points of the leading bodies."""
    return written_by(user)


@rule("projects.view_opinion")
def view_opinion(user: Any) -> Q:
    """Both sides, officers, co-directors."""
    return of_project(inside(user) | written_by(user))


@rule("projects.write_note")
def write_note(user: Any) -> Q:
    """On a project: the people of either side, for their own side."""
    return on_a_side(user)


@rule("projects.view_note")
def view_note(user: Any) -> Q:
    """On a note: the people of its side. The centre's officers belong to both sides, so they do not."""
    return of_own_side(user)


@rule("projects.answer_check")
def answer_check(user: Any) -> Q:
    """On a check after the close: who leads for its side, and the focal points of its leading body."""
    found = NOBODY
    bodies = user.standing.organisation_ids(Function.FOCAL_POINT)
    for side, condition in keys_of_leaders(user).items():
        mine = condition | (Q(**{f"{LEAD[Side(side)]}__in": bodies}) if bodies else NOBODY)
        found |= Q(side=side, answered_at=None) & of_project(mine)
    return found


@rule("projects.register")
def register(user: Any) -> Q:
    """On a registration: officers, leaders, the people of the leading bodies."""
    return of_project(prepare_registration(user))
