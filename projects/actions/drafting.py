"""Begin a concept paper, write it, and say what it is linked to."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Agreement
from consultations.models import Consultation
from core import journal, policies
from core.localised import LocalisedText
from core.numbering import next_number
from core.refusal import RefusedError, refusing
from events.models import Event
from people.days import today_at
from people.models import Centre, Country, Organisation, User
from practices.models import Practice
from projects.concept import PARTS, RELATED, TEXTS, merged, parts_of, same
from projects.enums import Stage
from projects.models import Project
from projects.policies.begin import leads_for, may_begin
from projects.workflow import lifecycle

IN_ORDER = {
    "project_plan_in_order": gettext_lazy("A project cannot end before it starts."),
    "project_two_bodies_lead": gettext_lazy("Each side has a leading body of its own."),
}
# What a project is linked to: the relation, and the words for it in the journal.
LINKED: dict[type[Model], str] = {Practice: "practices", Consultation: "consultations", Event: "events"}
MOST_LINKS = 30  # of a kind, on a page one can still look through


class ChangedMeanwhileError(RefusedError):
    """Somebody saved other words in the same parts. `parts` are theirs by name: both are shown, and one chooses."""

    def __init__(self, parts: Mapping[str, Any]) -> None:
        super().__init__(
            _("A colleague has changed the same text after you opened it. Both are shown: choose, or merge them.")
        )
        self.parts = dict(parts)


@transaction.atomic
def create_project(
    *,
    by: User,
    centre: Centre,
    kind: str,
    name: Mapping[str, str],
    country: Country,
    lead_a: Organisation,
    lead_b: Organisation,
) -> Project:
    """Begin a concept paper. Nobody but the leading bodies sees it until it is submitted; it has its number at once.

    Refused where a leading body is not of its side's country, or the centre does not work in the country. Raises
    PermissionDenied for whoever may not begin one for these bodies.
    """
    if not may_begin(by) or not leads_for(by, centre, lead_a, lead_b):
        raise PermissionDenied("projects.create")
    _expect_bodies(centre, lead_a, lead_b)
    _expect_country(centre, country)
    year = today_at(centre).year
    with refusing(IN_ORDER):
        project = Project.objects.create(
            centre=centre,
            reference=f"JP-{year}-{next_number(f'JP-{year}'):02d}",
            kind=kind,
            name=LocalisedText(name),
            country=country,
            lead_a=lead_a,
            lead_b=lead_b,
            author=by,
        )
    journal.write(project, "create", by=by, to_state=Stage.CONCEPT)
    return project


@transaction.atomic
def save_draft(
    project: Project, *, by: User, seen: int, read: Mapping[str, str] | None = None, **parts: Any
) -> Project:
    """Keep what was written of a concept paper; parts are named as in `projects.concept`, related rows by number.

    `seen` is the revision that the writer had before him, `read` marks the parts as he read them. When another has
    saved since, what only one of them changed is kept of both; what both changed is refused (ChangedMeanwhileError),
    and nothing of this saving is kept, so that the two texts can be shown beside each other.
    """
    row = lifecycle.lock(project)
    expect_editable(row, by=by)
    if unknown := set(parts) - set(PARTS):
        message = f"Not parts of a concept paper: {sorted(unknown)}"
        raise TypeError(message)
    before = parts_of(row, *parts)
    if row.revision != seen:
        parts, theirs = merged(before, parts, read or {})
        if theirs:
            raise ChangedMeanwhileError(theirs)
    changed = {name: value for name, value in parts.items() if not same(before[name], value)}
    if not changed:
        return row
    for name, value in changed.items():
        setattr(row, f"{name}_id" if name in RELATED else name, LocalisedText(value) if name in TEXTS else value)
    _expect_sound(row, changed, by=by)
    row.revision += 1
    row.updated_at = timezone.now()
    with refusing(IN_ORDER):
        row.save()
    return row


@transaction.atomic
def link_record(project: Project, *, by: User, record: Model) -> Project:
    """Say that a practice, a request or an event belongs to the project.

    Refused for what this person may not see: a link tells that it is there. Beyond thirty of a kind, too.
    """
    row = lifecycle.lock(project)
    expect_linking(row, by=by)
    if not type(record)._default_manager.all().visible_to(by).filter(pk=record.pk).exists():  # type: ignore[attr-defined]
        raise PermissionDenied("projects.edit")
    linked = getattr(row, LINKED[type(record)])
    if linked.filter(pk=record.pk).exists():
        return row
    if linked.count() >= MOST_LINKS:
        raise RefusedError(_("%(most)d links of a kind are the most that stand here.") % {"most": MOST_LINKS})
    linked.add(record)
    _note(row, "link", by=by, record=record)
    return row


@transaction.atomic
def unlink_record(project: Project, *, by: User, record: Model) -> Project:
    """Take a link away. One that is not there is nothing to be done about."""
    row = lifecycle.lock(project)
    expect_linking(row, by=by)
    linked = getattr(row, LINKED[type(record)])
    if linked.filter(pk=record.pk).exists():
        linked.remove(record)
        _note(row, "unlink", by=by, record=record)
    return row


def expect_editable(project: Project, *, by: User) -> None:
    """Whether this person may write the paper now, without writing: for the page on which it is written."""
    if policies.allows(by, "projects.edit", project):
        return
    policies.require(by, "projects.submit", project)
    raise RefusedError(_("This concept paper is no longer being written: it was submitted."))


def expect_linking(project: Project, *, by: User) -> None:
    """Writers while it is a concept paper; officers and leaders as long as the project is not over."""
    granted = policies.granted(by, ("projects.edit", "projects.arrange", "projects.submit"), project)
    if granted & {"projects.edit", "projects.arrange"}:
        return
    if not granted:
        raise PermissionDenied("projects.arrange")
    raise RefusedError(_("The links of this project can no longer be changed by you: it was submitted."))


def _expect_bodies(centre: Centre, lead_a: Organisation, lead_b: Organisation) -> None:
    if lead_a.country_id != centre.side_a_id or lead_b.country_id != centre.side_b_id:
        raise RefusedError(_("Each side has a leading body of its own country."))


def _expect_country(centre: Centre, country: Country) -> None:
    known = {centre.side_a_id, centre.side_b_id}
    if country.pk not in known and not centre.countries.filter(pk=country.pk).exists():
        raise RefusedError(_("The centre does not work in this country."))


def _expect_sound(row: Project, changed: Mapping[str, Any], *, by: User) -> None:
    """What is chosen belongs to the centre, and the writer may see it."""
    if {"lead_a", "lead_b"} & set(changed):
        _expect_bodies(row.centre, row.lead_a, row.lead_b)
    if "country" in changed:
        _expect_country(row.centre, row.country)
    if changed.get("agreement") and not agreements_for(row, by).filter(pk=row.agreement_id).exists():
        raise RefusedError(_("Choose an agreement of this centre that is in the register."))
    if changed.get("resubmits") and not resubmitted_by(row, by).filter(pk=row.resubmits_id).exists():
        raise RefusedError(_("Only a project that was not approved, or was withdrawn, is submitted again."))


def agreements_for(project: Project, user: User) -> Any:
    """The agreements under which the project may stand, as far as this person sees them."""
    return Agreement.objects.visible_to(user).filter(centre=project.centre_id, recorded_at__isnull=False)


def resubmitted_by(project: Project, user: User) -> Any:
    """The projects that this one may take up again."""
    ended = Project.objects.visible_to(user).filter(centre=project.centre_id)
    return ended.filter(stage__in=(Stage.DECLINED, Stage.WITHDRAWN)).exclude(pk=project.pk)


def _note(row: Project, verb: str, *, by: User, record: Model) -> None:
    row.updated_at = timezone.now()
    row.save(update_fields=["updated_at"])
    journal.write(row, verb, by=by, data={"kind": LINKED[type(record)], "number": record.pk})
