"""Whether a session can decide: each side's head is there, and as many members as the committee asks for."""

from collections import Counter

from agreements.enums import MemberRole, Presence
from agreements.models import CommitteeSession
from people.enums import Side

SEATED = (MemberRole.HEAD, MemberRole.MEMBER)


def missing_for_quorum(session: CommitteeSession) -> dict[str, int]:
    """How many members each side lacks; a side that lacks none is left out. A head who is absent counts as one."""
    present = list(session.members.filter(presence=Presence.PRESENT, role__in=SEATED).values_list("side", "role"))
    members = Counter(side for side, _role in present)
    heads = {side for side, role in present if role == MemberRole.HEAD}
    needed = session.committee.quorum
    lacking = {side: max(needed - members[side], 0 if side in heads else 1) for side in Side.values}
    return {side: number for side, number in lacking.items() if number}
