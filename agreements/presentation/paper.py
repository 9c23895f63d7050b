"""The record of an agreement as a paper: in the reader's language, in the order of the reader's copy. Reads only."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.models import Agreement
from agreements.presentation.parties import own_of
from agreements.presentation.record import record_of
from calendars.moments import write_day
from papers import blocks
from papers.heads import head_of
from papers.report import Report


def paper_of(agreement: Agreement, user: Any, granted: set[str], *, language: str) -> Report:
    """Call it within `translation.override(language)`."""
    shown = record_of(agreement, user, granted)
    return Report(
        title=agreement.title,
        subtitle=agreement.get_kind_display(),
        blocks=_blocks(agreement, shown),
        language=language,
        head=head_of(
            agreement.centre,
            own=own_of(agreement.centre, user)[1],
            number=agreement.reference,
            day=timezone.localdate(),
        ),
    )


def _blocks(agreement: Agreement, shown: dict[str, Any]) -> list[blocks.Block]:
    found: list[blocks.Block] = [blocks.Facts(_facts(agreement, shown))]
    if agreement.subject:
        found.append(blocks.Text(agreement.subject))
    found.append(blocks.Heading(_("Parties")))
    found.append(
        blocks.Table(
            head=[_("Body"), _("Country"), _("Signed by"), _("Title at signing")],
            rows=[
                [
                    party.name_then or party.organisation.name,
                    party.organisation.country.name,
                    ", ".join(name for name in (party.signatory_own, party.signatory) if name),
                    party.signatory_title,
                ]
                for party in shown["parties"]
            ],
            widths=(3, 2, 2, 3),
        )
    )
    if shown["texts"]:
        found.append(blocks.Heading(_("Texts")))
        found.append(blocks.Items([f"{one.text.get_kind_display()}: {one.language}" for one in shown["texts"]]))
    if shown["prevailing"]:
        found.append(blocks.Text(shown["prevailing"]))
    if shown["articles"]:
        found.append(blocks.Heading(_("Articles and commitments")))
    for view in shown["articles"]:
        found.append(blocks.Heading(_("Article %(number)s") % {"number": view.article.number}, 2))
        if view.article.title:
            found.append(blocks.Text(view.article.title, tone="strong"))
        found.append(blocks.Text(view.article.text))
        if view.owed:
            found.append(
                blocks.Table(
                    head=[_("Commitment"), _("Owed by"), _("Due"), _("State")],
                    rows=[
                        [one.commitment.text, one.owner, one.commitment.due_on, str(one.state.words)]
                        for one in view.owed
                    ],
                    widths=(5, 2, 2, 2),
                )
            )
    if keys := shown.get("keys"):
        found.append(blocks.Heading(str(shown["keys_title"])))
        found.append(
            blocks.Keys(
                [
                    blocks.Key(
                        key.country.name,
                        "signed" if key.signature else "",
                        key.signature.by_name if key.signature else "",
                        key.signature.signed_at.date() if key.signature else "",
                    )
                    for key in keys.keys
                ],
                keys.outcome,
            )
        )
    return found


def _facts(agreement: Agreement, shown: dict[str, Any]) -> list[tuple[Any, Any]]:
    validity = shown["validity"]
    notice = agreement.notice_months
    found: list[tuple[Any, Any]] = [
        (_("Number"), agreement.reference),
        (_("Number on the paper"), agreement.own_number),
        (_("State"), str(validity.state.words)),
        (_("Signed"), agreement.signed_on),
        (_("Place of signing"), agreement.signed_at),
        (_("In force from"), agreement.in_force_on),
        (_("Condition of entry into force"), agreement.condition),
        (_("Last day"), agreement.ends_on),
        (_("Term"), validity.term),
        (
            _("Period of notice"),
            ngettext("%(count)s month", "%(count)s months", notice) % {"count": number_format(notice)}
            if notice
            else "",
        ),
        (_("Last day for notice"), write_day(validity.notice_by) if validity.notice_by else ""),
        (_("Depositary"), agreement.depositary.name if agreement.depositary else ""),
        (_("Where the originals are kept"), agreement.original_at),
        (_("Address"), settings.SITE_URL + agreement.get_absolute_url()),
    ]
    return [(name, value) for name, value in found if value]
