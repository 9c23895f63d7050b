"""Whether a session can decide: each side's head is there, and as many members as the committee asks for."""

from collections import Counter
from collections.abc import Iterable

from agreements.enums import MemberRole, Presence
from agreements.models import CommitteeSession, SessionMember
from people.enums import Side

SEATED = (MemberRole.HEAD, MemberRole.MEMBER)


def missing_for_quorum(session: CommitteeSession) -> dict[str, int]:
    """How many members each side lacks; a side that lacks none is left out. A head who is absent counts as one."""
    return lacking(session.members.only("side", "role", "presence"), session.committee.quorum)


def lacking(members: Iterable[SessionMember], needed: int) -> dict[str, int]:
    """The same, of members that were read."""
    present = [one for one in members if one.presence == Presence.PRESENT and one.role in SEATED]
    counts = Counter(one.side for one in present)
    heads = {one.side for one in present if one.role == MemberRole.HEAD}
    missing = {side: max(needed - counts[side], 0 if side in heads else 1) for side in Side.values}
    return {side: number for side, number in missing.items() if number}
