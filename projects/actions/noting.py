"""Notes of one side, for its own people alone."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from people.enums import Side
from people.models import User
from projects.models import Project, SideNote
from projects.policies.projects import sides_of

LONGEST = 4000


def sides_on(project: Project, user: User) -> list[str]:
    """The sides on which the person stands in this project: one, as a rule."""
    found = sides_of(user)
    columns = {f"is_{side}": policies.as_column(condition) for side, condition in found.items()}
    row = Project.objects.filter(pk=project.pk).annotate(**columns).values(*columns).first() if columns else None
    return [side for side in Side.values if row and row.get(f"is_{side}")]


@transaction.atomic
def write_note(project: Project, *, by: User, text: str) -> SideNote:
    """Keep a note for one's own side. The project does not show that it was written, and nobody is told.

    The journal has it under the note itself, without a word of it. Refused for who stands on both sides: it would not
    be clear from whom it is kept.
    """
    policies.require(by, "projects.write_note", project)
    sides = sides_on(project, by)
    if not sides:
        raise PermissionDenied("projects.write_note")
    if len(sides) > 1:
        raise RefusedError(_("You stand on both sides of this project, so a note would not be one side’s own."))
    if not (words := text.strip()):
        raise RefusedError(_("Write the note first."))
    note = SideNote.objects.create(project=project, side=sides[0], text=words, by=by)
    journal.write(note, "write_note", by=by)
    return note
