"""The protocol of acceptance as a paper: what was accepted, when and by whose hands, in two languages. Reads only."""

from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from calendars.moments import write_day
from core.localised import LANGUAGES, LocalisedText, Tongue
from files.models import StoredFile
from papers import blocks
from papers.heads import head_of
from papers.report import Report
from people.enums import Side
from people.keys import KeyView, keys_of
from projects.models import DeliverableVersion, Project
from projects.workflow import accepting

SIGNED, SILENCE = "signed", "silence"


def second_language(project: Project, own: str, first: str) -> str:
    """The other side's language beside the paper's own: that of its leader, else of this side's, else English."""
    leaders = [project.leader_b, project.leader_a] if own != Side.B else [project.leader_a, project.leader_b]
    wanted = [one.language for one in leaders if one] + ["en", *LANGUAGES]
    return next(code for code in wanted if code in LANGUAGES and code != first)


def report_of(version: DeliverableVersion, user: Any, *, language: str) -> Report:
    """All that was accepted, in the paper's language and in a second one, the reader's own side first; four queries.

    Called within that language. Names and titles are those of the day on which each key was turned.
    """
    deliverable = version.deliverable
    project = deliverable.project
    keys = keys_of(version, accepting, "accept", user, centre=project.centre)
    own = next((key for key in keys.keys if key.is_own), None)
    other = second_language(project, own.side if own else "", language)
    files = [one.name for one in StoredFile.objects.about(version).kept().order_by("created_at", "pk")]
    shown: list[blocks.Block] = []
    for code in (language, other):
        with translation.override(code):
            shown += _half(version, keys.keys, files, code, is_first=code == language)
    shown += [blocks.Heading(_("Two keys")), blocks.Keys([_key(key) for key in keys.keys], keys.outcome)]
    return Report(
        title=_("Protocol of acceptance"),
        subtitle=deliverable.name,
        blocks=shown,
        language=language,
        head=head_of(
            project.centre,
            own=own.country.pk if own else "",
            number=version.reference,
            day=deliverable.accepted_on,
        ),
    )


def _half(
    version: DeliverableVersion, keys: list[KeyView], files: list[str], code: str, *, is_first: bool
) -> list[blocks.Block]:
    """The whole protocol in one language."""
    deliverable = version.deliverable
    project = deliverable.project

    def say(text: Any) -> Any:
        return _best(text, code) if isinstance(text, LocalisedText) else Tongue(str(text), code, is_fallback=False)

    facts: list[tuple[Any, Any]] = [
        (say(_("Project")), say(f"{project.reference} {_best(project.name, code).text}")),
        (say(_("Deliverable")), say(deliverable.name)),
        (say(_("Version")), say(str(version.number))),
        (say(_("Handed over by")), say(project.centre.side_country(deliverable.side).name)),
        (say(_("Handed over on")), say(write_day(timezone.localdate(version.submitted_at), "plain", code))),
        (say(_("Due")), say(write_day(deliverable.due_on, "plain", code))),
    ]
    if deliverable.accepted_on:
        facts.append((say(_("Accepted on")), say(write_day(deliverable.accepted_on, "plain", code))))
    if deliverable.criteria:
        facts.append((say(_("When it is accepted")), say(deliverable.criteria)))
    if files:
        facts.append((say(_("Files")), "; ".join(files)))
    heading: list[blocks.Block] = [] if is_first else [blocks.Heading(say(_("Protocol of acceptance")))]
    return [
        *heading,
        blocks.Facts(facts),
        blocks.Text(say(_("Both sides have accepted this version. It is the record of what was handed over."))),
        blocks.Items([say(_sentence(key, code)) for key in keys]),
    ]


def _best(text: LocalisedText, code: str) -> Tongue:
    return text.best(code)


def _sentence(key: KeyView, code: str) -> str:
    """How a side has accepted, in words: by whose hand with the title of that day, or by its silence."""
    country = key.country.name.best(code).text
    signature = key.signature
    if signature is None:
        return _("%(country)s has not turned its key.") % {"country": country}
    day = write_day(timezone.localdate(signature.signed_at), "plain", code)
    if signature.by_silence:
        return _(
            "%(country)s did not reply within ten joint working days. By the rules of the centre its silence counts as "
            "acceptance from %(day)s."
        ) % {"country": country, "day": day}
    who = ", ".join(part for part in (signature.by_name, signature.by_title.best(code).text) if part)
    if signature.reason:
        return _("%(country)s accepted on %(day)s: %(who)s. Remark: %(remark)s") % {
            "country": country,
            "day": day,
            "who": who,
            "remark": signature.reason,
        }
    return _("%(country)s accepted on %(day)s: %(who)s.") % {"country": country, "day": day, "who": who}


def _key(key: KeyView) -> blocks.Key:
    signature = key.signature
    if signature is None:
        return blocks.Key(key.country.name)
    who = ", ".join(part for part in (signature.by_name, str(signature.by_title)) if part)
    state = SILENCE if signature.by_silence else SIGNED
    return blocks.Key(key.country.name, state, who, timezone.localdate(signature.signed_at))
