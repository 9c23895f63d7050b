"""The record of an agreement is begun and written: facts, parties, articles, what they oblige to, and texts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.enums import AgreementKind, CommitmentStatus, TextKind
from agreements.models import Agreement, AgreementText, Article, Commitment, Party
from agreements.policies.agreements import may_record_for
from agreements.workflow import recording
from core import journal, policies
from core.localised import LocalisedText
from core.numbering import next_number
from core.refusal import RefusedError, refusing
from files import actions as files
from files.models import StoredFile
from people.enums import Side
from people.models import Centre, Organisation, User

FACTS = (
    "kind",
    "title",
    "subject",
    "own_number",
    "parent",
    "amends",
    "supersedes",
    "signed_on",
    "signed_at",
    "in_force_on",
    "condition",
    "ends_on",
    "renewal_months",
    "notice_months",
    "languages",
    "prevailing",
    "depositary",
    "original_at",
    "is_public",
)
LINKS = ("parent", "amends", "supersedes")
MOST_PARTIES, MOST_ARTICLES, MOST_COMMITMENTS, MOST_TEXTS = 30, 150, 200, 30
REASONS = {
    "agreement_in_force_after_signing": gettext_lazy("An agreement does not enter into force before it is signed."),
    "agreement_days_in_order": gettext_lazy("An agreement cannot end before it is signed."),
    "agreement_prolongs_a_term": gettext_lazy("Only a term can be prolonged: give the last day."),
    "agreement_prevailing_is_authentic": gettext_lazy("The prevailing text is one of the authentic ones."),
}


class ChangedMeanwhileError(RefusedError):
    """A colleague has saved the record since the writer opened it; `row` is how it stands now."""

    def __init__(self, row: Agreement) -> None:
        self.row = row
        super().__init__(
            _("A colleague has saved this record after you opened it. Look at it anew, then write your changes again.")
        )


@transaction.atomic
def create_agreement(centre: Centre, *, by: User, kind: str, title: Mapping[str, str], **facts: Any) -> Agreement:
    """Begin the record of a signed paper; it is numbered by the year of its signing.

    Refused for whoever keeps no register of that centre.
    """
    may_record_for(by, centre)
    signed_on = facts["signed_on"]
    series = f"AG-{signed_on.year}"
    row = Agreement(
        centre=centre,
        reference=f"{series}-{next_number(series):02d}",
        by=by,
        kind=AgreementKind(kind),
        title=LocalisedText(title),
        **{name: value for name, value in facts.items() if name in FACTS},
    )
    _expect_tree(row)
    with _refusing():
        row.save()
    journal.write(row, "create", by=by)
    return row


@transaction.atomic
def edit_agreement(agreement: Agreement, *, by: User, seen: int, **facts: Any) -> Agreement:
    """Write the facts. `seen` is the revision the writer had before him: refused when a colleague has saved since.

    Names of the bodies that nobody has corrected follow the day of signing. The number stays what it was.
    """
    row = _for_writing(agreement, by=by, seen=seen)
    earlier = row.signed_on
    for name, value in facts.items():
        if name in FACTS:
            setattr(row, name, value)
    _expect_tree(row)
    if row.signed_on != earlier:
        for party in row.parties.select_related("organisation").prefetch_related("organisation__former_names"):
            if party.name_then == party.organisation.name_on(earlier):
                party.name_then = party.organisation.name_on(row.signed_on)
                party.save(update_fields=["name_then"])
    with _refusing():
        _saved(row)
    return row


@transaction.atomic
def save_parties(agreement: Agreement, *, by: User, seen: int, rows: Iterable[Mapping[str, Any]]) -> Agreement:
    """Write who signed, by whom, with the names of that day: that which the body bore then, where none is given.

    The side follows from the body's country; a third state has none. Refused for a body that stands there twice.
    """
    row = _for_writing(agreement, by=by, seen=seen)
    written = list(rows)
    if len({one["organisation"].pk for one in written}) != len(written):
        raise RefusedError(_("Each body signs once."))
    if len(written) > MOST_PARTIES:
        raise RefusedError(_("These are more parties than a record holds."))
    row.parties.all().delete()
    bodies = Organisation.objects.prefetch_related("former_names").in_bulk([one["organisation"].pk for one in written])
    for one in written:
        body = bodies[one["organisation"].pk]
        named = one.get("name_then") or body.name_on(one.get("signed_on") or row.signed_on)
        Party.objects.create(
            agreement=row,
            organisation=body,
            side=_side_of(row.centre, body),
            name_then=LocalisedText(named),
            signatory=one["signatory"],
            signatory_own=one.get("signatory_own", ""),
            signatory_title=LocalisedText(one["signatory_title"]),
            signed_on=one.get("signed_on"),
        )
    _saved(row)
    return row


@transaction.atomic
def save_articles(agreement: Agreement, *, by: User, seen: int, rows: Iterable[Mapping[str, Any]]) -> Agreement:
    """Write the articles in their order. One that is already there is known by its `pk`.

    Refused for a number that stands twice, and where an article is taken away to which a commitment belongs.
    """
    row = _for_writing(agreement, by=by, seen=seen)
    written = list(rows)
    if len({one["number"] for one in written}) != len(written):
        raise RefusedError(_("Each article has a number of its own."))
    if len(written) > MOST_ARTICLES:
        raise RefusedError(_("These are more articles than a record holds."))
    kept = {one["pk"] for one in written if one.get("pk")}
    gone = row.articles.exclude(pk__in=kept)
    if row.commitments.filter(article__in=gone).exists():
        raise RefusedError(_("Take its commitments away before the article."))
    gone.delete()
    known = {one.pk: one for one in row.articles.all()}
    for article in known.values():  # numbers may change places: none is in the way of another
        article.number = f"~{article.pk}"[:12]
    Article.objects.bulk_update(known.values(), ["number"])
    for position, one in enumerate(written):
        article = known.get(one.get("pk") or 0) or Article(agreement=row)
        article.number, article.position = one["number"], position
        article.title, article.text = LocalisedText(one.get("title") or {}), LocalisedText(one["text"])
        article.save()
    _saved(row)
    return row


@transaction.atomic
def save_commitments(agreement: Agreement, *, by: User, seen: int, rows: Iterable[Mapping[str, Any]]) -> Agreement:
    """Write what the articles oblige to, numbered in this order: who owes what, by when, and whether every year.

    Refused for what is owed every year without a day, and for an article of another agreement.
    """
    row = _for_writing(agreement, by=by, seen=seen)
    written = list(rows)
    if len(written) > MOST_COMMITMENTS:
        raise RefusedError(_("These are more commitments than a record holds."))
    articles = {one.pk for one in row.articles.all()}
    row.commitments.all().delete()
    for number, one in enumerate(written, 1):
        if one["article_id"] not in articles:
            raise RefusedError(_("Choose an article of this agreement."))
        if one.get("recurs") and not one.get("due_on"):
            raise RefusedError(_("What is owed every year has a day."))
        Commitment.objects.create(
            agreement=row,
            article_id=one["article_id"],
            number=number,
            text=LocalisedText(one["text"]),
            owner=one["owner"],
            organisation=one.get("organisation"),
            due_on=one.get("due_on"),
            recurs=bool(one.get("recurs")),
            status=CommitmentStatus.OPEN,
        )
    _saved(row)
    return row


@transaction.atomic
def add_text(agreement: Agreement, *, by: User, kind: str, language: str, document: StoredFile) -> AgreementText:
    """Put a text to the record: the scan, an authentic text, a translation. At any time, for whoever sees the record.

    Refused when that text is there already, and for a text called authentic in a language that is not.
    """
    row = recording.lock(agreement)
    policies.require(by, "agreements.add_text", row)
    if kind == TextKind.AUTHENTIC and language not in row.languages:
        raise RefusedError(_("This language is not among the authentic ones. Add it as an unofficial translation."))
    if row.texts.filter(kind=kind, language=language).exists():
        raise RefusedError(_("This text is already there in this language. Remove it first if it is the wrong one."))
    if row.texts.count() >= MOST_TEXTS:
        raise RefusedError(_("These are more texts than a record holds."))
    text = AgreementText.objects.create(agreement=row, kind=TextKind(kind), language=language, by=by)
    files.attach(document, to=text, permission="agreements.view_text", by=by, language=language)
    _touch(row)
    journal.write(row, "add_text", by=by, data={"kind": text.kind, "text": text.pk})
    return text


@transaction.atomic
def remove_text(text: AgreementText, *, by: User) -> None:
    """Take a text away: any while the record is a draft, later only what is no original."""
    row = recording.lock(text.agreement)
    found = AgreementText.objects.select_for_update().get(pk=text.pk)
    policies.require(by, "agreements.remove_text", found)
    for document in StoredFile.objects.about(found):
        files.remove(document, by=by, permission="agreements.remove_text")
    found.delete()
    _touch(row)
    journal.write(row, "remove_text", by=by, data={"kind": text.kind})


def _for_writing(agreement: Agreement, *, by: User, seen: int) -> Agreement:
    row = recording.lock(agreement)
    policies.require(by, "agreements.record", row)
    if not policies.allows(by, "agreements.edit", row):
        raise RefusedError(_("This record has been laid before both sides: take it back before you change it."))
    if row.revision != seen:
        raise ChangedMeanwhileError(row)
    return row


def _saved(row: Agreement) -> None:
    row.revision += 1
    row.updated_at = timezone.now()
    row.save()


def _touch(row: Agreement) -> None:
    row.updated_at = timezone.now()
    row.save(update_fields=["updated_at"])


def _refusing() -> Any:
    return refusing(REASONS)


def _side_of(centre: Centre, body: Organisation) -> str:
    return {centre.side_a_id: Side.A.value, centre.side_b_id: Side.B.value}.get(body.country_id, "")


def _expect_tree(row: Agreement) -> None:
    """What it is linked to is of the same centre, and nothing stands above itself."""
    for name in LINKS:
        seen = {row.pk} if row.pk else set()
        above = getattr(row, name)
        while above is not None:
            if above.centre_id != row.centre_id:
                raise RefusedError(_("An agreement is linked to agreements of its own centre."))
            if above.pk in seen:
                raise RefusedError(_("%(number)s cannot stand above itself.") % {"number": row.reference})
            seen.add(above.pk)
            above = getattr(above, name)


def last_number(agreement: Agreement) -> int:
    """The last number among its commitments."""
    return agreement.commitments.aggregate(last=Max("number"))["last"] or 0
