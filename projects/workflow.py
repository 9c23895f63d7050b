"""The lives of projects, registrations, deliverables, values, reports and reconciliations, as tables."""

from datetime import date

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from calendars.directory import joint_days
from core.workflow import Keys, Step, Workflow
from people.days import today_at
from people.enums import Side
from people.standing import keys_of_directors
from projects.enums import RegistrationState, ReportStatus, SignedState, Stage, ValueState, VersionState
from projects.models import (
    DeliverableVersion,
    Project,
    QuarterReport,
    Reconciliation,
    Registration,
    RegistrationRule,
    ReportedValue,
)
from projects.policies.projects import keys_below, keys_of_leaders
from projects.policies.work import keys_of_version

SIDES = tuple(Side.values)
both_directors = Keys(names=SIDES, held=keys_of_directors)
both_leaders = Keys(names=SIDES, held=keys_of_leaders)
both_leaders_below = Keys(names=SIDES, held=keys_below)
both_leaders_of_version = Keys(names=SIDES, held=keys_of_version)

CONCEPT, OPINIONS, COMMITTEE = Stage.CONCEPT, Stage.OPINIONS, Stage.COMMITTEE
APPROVED, RUNNING, SUSPENDED, CLOSING = Stage.APPROVED, Stage.RUNNING, Stage.SUSPENDED, Stage.CLOSING


def until_both_have_an_opinion(project: Project) -> str:
    """Nothing goes before the committee on which a side has not said what it thinks."""
    given = project.opinions.filter(round=project.opinion_round).count()
    return "" if given == len(SIDES) else gettext("Both sides give their opinion first.")


def missing_registrations(project: Project, day: date) -> list[RegistrationRule]:
    """The registrations without which the project cannot be carried out in its country on that day."""
    rules = RegistrationRule.objects.filter(country=project.country_id).select_related("country")
    there = {one.rule_id for one in project.registrations.all() if one.stands(day)}
    return [one for one in rules if one.pk not in there]


def until_it_is_registered(project: Project) -> str:
    """No start without the national registration and without a leader on each side."""
    if project.leader_a_id is None or project.leader_b_id is None:
        return gettext("Each side names its project leader first.")
    if missing_registrations(project, today_at(project.centre)):
        return gettext("The project starts when it is on the national register.")
    return ""


def until_all_is_accepted(project: Project) -> str:
    """A project is not closed while something it owes has not been accepted."""
    return (
        gettext("Deliverables wait for acceptance.") if project.deliverables.filter(accepted_on=None).exists() else ""
    )


lifecycle = Workflow(
    Project,
    #    step       from                          to               who may                 what people read
    Step("submit",   [CONCEPT],                      OPINIONS,        "projects.submit",       _("Submit the concept paper")),
    Step("return",   [OPINIONS, COMMITTEE],          CONCEPT,         "projects.run",          _("Return with reasons"), awaits=""),
    Step("lay",      [OPINIONS],                     COMMITTEE,       "projects.run",          _("Lay before the committee"), held_up=until_both_have_an_opinion),
    Step("approve",  [COMMITTEE],                    APPROVED,        "projects.run",          pgettext_lazy("project", "Approve"), awaits="", by_clock=True),
    Step("decline",  [COMMITTEE],                    Stage.DECLINED,  "projects.run",          _("Not approve"), awaits="", by_clock=True),
    Step("start",    [APPROVED],                     RUNNING,         "projects.start",        _("Start the project"), keys=both_leaders, held_up=until_it_is_registered),
    Step("suspend",  [RUNNING],                      SUSPENDED,       "projects.direct",       pgettext_lazy("project", "Suspend"), keys=both_directors, awaits=""),
    Step("resume",   [SUSPENDED],                    RUNNING,         "projects.direct",       _("Resume"), keys=both_directors, awaits=""),
    Step("finish",   [RUNNING],                      CLOSING,         "projects.start",        _("Finish the work"), keys=both_leaders, held_up=until_all_is_accepted, awaits=""),
    Step("close",    [CLOSING],                      Stage.CLOSED,    "projects.direct",       _("Close the project"), keys=both_directors),
    Step("cancel",   [APPROVED, SUSPENDED],          Stage.CANCELLED, "projects.direct",       _("Cancel the project"), keys=both_directors, awaits=""),
    Step("withdraw", [CONCEPT, OPINIONS, COMMITTEE], Stage.WITHDRAWN, "projects.withdraw",     _("Withdraw"), awaits=""),
    state="stage",
)  # fmt: skip

PREPARING, FILED = RegistrationState.PREPARING, RegistrationState.FILED

registering = Workflow(
    Registration,
    Step("file",   [PREPARING, RegistrationState.RETURNED], FILED,                        "projects.register", _("Record that it was filed")),
    Step("return", [FILED],                                 RegistrationState.RETURNED,   "projects.register", _("Record that it came back"), awaits=""),
    Step("enter",  [FILED],                                 RegistrationState.REGISTERED, "projects.register", _("Record the registration"), awaits=""),
    Step("refuse", [FILED],                                 RegistrationState.REFUSED,    "projects.register", _("Record the refusal"), awaits=""),
    Step("redo",   [RegistrationState.REGISTERED, RegistrationState.REFUSED], PREPARING,  "projects.register", _("Begin again"), awaits=""),
    state="state",
)  # fmt: skip

# Silence accepts what was handed over, as in the contracts of both sides: ten joint working days to look at it.
accepting = Workflow(
    DeliverableVersion,
    Step("accept", [VersionState.SUBMITTED], VersionState.ACCEPTED, "projects.accept_version", pgettext_lazy("deliverable", "Accept"), keys=both_leaders_of_version, silence=joint_days(10)),
    Step("return", [VersionState.SUBMITTED], VersionState.RETURNED, "projects.accept_version", _("Return with reasons"), awaits=""),
    state="state",
)  # fmt: skip

measuring = Workflow(
    ReportedValue,
    Step("submit",  [ValueState.DRAFT],                         ValueState.SUBMITTED, "projects.submit_value",  _("Report the value")),
    Step("check",   [ValueState.SUBMITTED],                     ValueState.CHECKED,   "projects.check_value",   _("Confirm the check")),
    Step("return",  [ValueState.SUBMITTED, ValueState.CHECKED], ValueState.DRAFT,     "projects.check_value",   _("Return with reasons"), awaits=""),
    Step("approve", [ValueState.CHECKED],                       ValueState.APPROVED,  "projects.approve_value", pgettext_lazy("value", "Approve"), keys=both_leaders_below),
    Step("object",  [ValueState.CHECKED],                       ValueState.DRAFT,     "projects.approve_value", _("Object with reasons"), awaits=""),
    Step("replace", [ValueState.APPROVED],                      ValueState.REPLACED,  "projects.check_value",   _("Be replaced"), awaits="", by_clock=True),
    state="state",
)  # fmt: skip

reporting = Workflow(
    QuarterReport,
    Step("submit", [ReportStatus.WRITING],                          ReportStatus.SUBMITTED, "projects.submit_report", _("Submit the report"), awaits=""),
    Step("verify", [ReportStatus.SUBMITTED],                        ReportStatus.VERIFIED,  "projects.verify_report", _("Verify the figures")),
    Step("return", [ReportStatus.SUBMITTED],                        ReportStatus.WRITING,   "projects.verify_report", _("Return with reasons"), awaits=""),
    Step("sign",   [ReportStatus.VERIFIED],                         ReportStatus.SIGNED,    "projects.sign_report",   _("Countersign the report"), keys=both_leaders_below),
    Step("object", [ReportStatus.VERIFIED],                         ReportStatus.WRITING,   "projects.sign_report",   _("Object with reasons"), awaits=""),
)  # fmt: skip

reconciling = Workflow(
    Reconciliation,
    Step("propose",   [SignedState.DRAFT],    SignedState.PROPOSED, "projects.propose_reconciliation", _("Lay before both sides")),
    Step("sign",      [SignedState.PROPOSED], SignedState.SIGNED,   "projects.sign_reconciliation",    pgettext_lazy("reconciliation", "Sign"), keys=both_leaders_below),
    Step("send_back", [SignedState.PROPOSED], SignedState.DRAFT,    "projects.sign_reconciliation",    _("Send back with reasons"), awaits=""),
    state="state",
)  # fmt: skip
