"""What each side thinks of a concept paper."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, expect_read
from people.enums import Side
from people.models import User
from projects import signals
from projects.enums import Stage
from projects.models import Opinion, Project
from projects.workflow import both_directors, lifecycle

LANGUAGES_OF_AN_OPINION = 2  # the other side and the committee read it


@transaction.atomic
def give_opinion(project: Project, *, by: User, verdict: str, text: Mapping[str, str], seen: str = "") -> Opinion:
    """Say for one's own side what it thinks of the paper; said again, it replaces what the side said in this round.

    Refused in fewer than two languages, before the paper was submitted, once it lies before the committee, and when
    another paper was submitted since it was read: `seen` is the round of the opinions.
    """
    row = lifecycle.lock(project)
    expect_open(row, by=by)
    expect_read(seen, str(row.opinion_round))
    written = LocalisedText({language: words.strip() for language, words in text.items() if words.strip()})
    if len(written) < LANGUAGES_OF_AN_OPINION:
        raise RefusedError(_("Write the opinion in two languages at least: the other side reads it too."))
    side = side_of(row, by)
    opinion, _made = Opinion.objects.update_or_create(
        project=row,
        round=row.opinion_round,
        side=side,
        defaults={
            "verdict": verdict,
            "text": written,
            "by": by,
            "by_name": by.name_of_record(),
            "by_title": by.title_of_record(),
            "given_at": timezone.now(),
        },
    )
    journal.write(row, "give_opinion", by=by, data={"kind": side, "round": row.opinion_round, "verdict": verdict})
    signals.opinion_given.send(Opinion, project=row, opinion=opinion, by=by)
    return opinion


def expect_open(project: Project, *, by: User) -> None:
    """Whether this person may give his side's opinion now."""
    policies.require(by, "projects.give_opinion", project)
    if project.stage != Stage.OPINIONS:
        raise RefusedError(_("Opinions are given while the concept paper is with both sides."))


def side_of(project: Project, user: User) -> str:
    """The side that the co-director speaks for."""
    held = both_directors.of(user, project)
    return next(side for side in Side.values if side in held)
