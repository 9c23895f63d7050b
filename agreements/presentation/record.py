"""All that the page of one agreement shows, at the price of a few queries. Reads only."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.enums import AgreementStatus
from agreements.models import Agreement, Article, Commitment
from agreements.presentation.force import force
from agreements.presentation.parties import in_protocol_order, own_of
from agreements.presentation.register import (
    PHRASES,
    State,
    articles_of,
    owner_words,
    prevailing_of,
    state_of_commitment,
    texts_of,
    validity_of,
)
from agreements.presentation.tree import place_of
from agreements.workflow import recording
from people.days import today_at
from people.history import history_of
from people.keys import Keys, keys_of
from people.names import LANGUAGES_BY_CODE

S = AgreementStatus
# Which step the page shows two keys of, by where the record stands.
KEYS = {S.PROPOSED: "record", S.RECORDED: "record", S.ENDING: "end", S.ENDED: "end"}
TITLES: dict[str, Promise] = {"record": _("The record of the agreement"), "end": _("The end of the agreement")}
SIGN: dict[str, tuple[str, Promise]] = {
    "record": ("agreements:record", _("Confirm the record")),
    "end": ("agreements:end", _("Confirm the end")),
}


@dataclass(frozen=True)
class Owed:
    """A commitment as a line."""

    commitment: Commitment
    owner: str
    state: State


@dataclass(frozen=True)
class ArticleView:
    """An article with what it obliges to."""

    article: Article
    owed: list[Owed]


def record_of(agreement: Agreement, user: Any, granted: set[str]) -> dict[str, Any]:
    """The context of the page, and what the paper is made from."""
    today = today_at(agreement.centre)
    sees_keys = "agreements.view_history" in granted
    parties = agreement.parties.select_related("organisation__country")
    return {
        "agreement": agreement,
        "granted": granted,
        "today": today,
        "force": force(agreement, today),
        "validity": validity_of(agreement, today),
        "parties": in_protocol_order(parties, agreement.centre, user),
        "own_side": own_of(agreement.centre, user)[0],
        "articles": article_views(agreement, today),
        "texts": texts_of(agreement, granted),
        "prevailing": prevailing_of(agreement),
        "language_names": LANGUAGES_BY_CODE,
        "place": place_of(agreement, user),
        "history": history_of(agreement, PHRASES, centre=agreement.centre) if sees_keys else [],
        **(keys_beside(agreement, user) if sees_keys else {}),
        "steps": steps_of(agreement, granted),
    }


def article_views(agreement: Agreement, today: date) -> list[ArticleView]:
    """The articles, each with its commitments."""
    return [
        ArticleView(
            article,
            [
                Owed(one, owner_words(one.owner, agreement.centre), state_of_commitment(one, today))
                for one in article.owed  # type: ignore[attr-defined]
            ],
        )
        for article in articles_of(agreement)
    ]


def keys_beside(agreement: Agreement, user: Any) -> dict[str, Any]:
    """Both keys of the step that the record waits for, or came by."""
    step = KEYS.get(AgreementStatus(agreement.status), "")
    if not step:
        return {}
    keys: Keys = keys_of(agreement, recording, step, user, centre=agreement.centre)
    if step == "end" and agreement.status == S.ENDED and not any(key.signature for key in keys.keys):
        return {}  # the clock ended it: nobody had to sign
    route, word = SIGN[step]
    return {
        "keys": keys,
        "keys_title": TITLES[step],
        "sign_url": reverse(route, args=[agreement.reference]),
        "sign": word,
    }


@dataclass(frozen=True)
class StepLink:
    """A button of the page."""

    label: Promise | str
    url: str
    is_main: bool = False


ROUTES = {
    "propose": (_("Lay before both sides"), "agreements:propose"),
    "take_back": (_("Take back to the draft"), "agreements:take_back"),
    "return": (_("Return with reasons"), "agreements:return"),
    "propose_end": (_("Propose its end"), "agreements:propose_end"),
    "keep": (_("Keep it in force"), "agreements:keep"),
}


def steps_of(agreement: Agreement, granted: set[str]) -> list[StepLink]:
    """What this reader may do with the record now; keys are turned beside the keys."""
    found = []
    if "agreements.edit" in granted:
        found.append(StepLink(_("Edit the record"), reverse("agreements:edit", args=[agreement.reference, "facts"])))
    for step in recording.here(agreement):
        if step.name in ROUTES and step.permission in granted:
            label, route = ROUTES[step.name]
            found.append(StepLink(label, reverse(route, args=[agreement.reference]), step.name == "propose"))
    if "agreements.add_text" in granted:
        found.append(StepLink(_("Add a text"), reverse("agreements:add_text", args=[agreement.reference])))
    return found
