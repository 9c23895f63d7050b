"""A project as one of its sides publishes it: rows of the portal as an activity of IATI.

Each side publishes an activity of its own and names the other's, as soon as that one is published too: at the bodies
that take part, at payments from side to side, and as a related activity. What is given in kind has no place in the
standard and stays out, and so does a result without an indicator. Nothing is asked of the database here.
"""

from django.conf import settings

from core.localised import LocalisedText
from projects.enums import ACTIVITY_STATUS, Stage
from projects.iati.activity import (
    Activity,
    Country,
    Dates,
    Description,
    DocumentLink,
    Location,
    OtherIdentifier,
    Participant,
    RelatedActivity,
    Reporter,
    Sector,
)
from projects.iati.codes import (
    ActivityScope,
    CollaborationType,
    DescriptionType,
    DocumentCategory,
    LocationReach,
    OrganisationRole,
    OtherIdentifierType,
    RelatedActivityType,
)
from projects.iati.lookups import FILE_FORMATS
from projects.iati.texts import Text, text_of
from projects.models import Publication
from projects.presentation.totals import other
from projects.publishing.bodies import Body
from projects.publishing.money import budgets_of, transactions_of
from projects.publishing.results import results_of
from projects.publishing.rows import Rows

DESCRIBED = (
    ("summary", DescriptionType.GENERAL),
    ("objective", DescriptionType.OBJECTIVES),
    ("beneficiaries", DescriptionType.TARGET_GROUPS),
)


def activity_of(rows: Rows, side: str) -> Activity:
    """The activity of a side, from the rows of the project and the side's publication. It may have faults still."""
    project, publication = rows.project, rows.publications[side]
    lead, language = rows.leads[side], publication.language
    far = rows.publications.get(other(side))
    far_id = far.activity_id if far and far.is_published else ""
    return Activity(
        identifier=publication.activity_id,
        reporter=Reporter(ref=lead.ref, type=lead.kind, name=text_of(lead.name, language)),
        title=text_of(project.name, language),
        descriptions=_descriptions(rows, language),
        participants=_participants(rows, publication, far_id),
        status=ACTIVITY_STATUS[Stage(project.stage)],
        dates=Dates(
            planned_start=project.planned_start_on,
            actual_start=project.started_on,
            planned_end=project.planned_end_on,
            actual_end=project.ended_on,
        ),
        language=language,
        currency=project.currency,
        updated_at=publication.changed_at,  # type: ignore[attr-defined]
        uri=settings.SITE_URL + project.get_absolute_url(),
        other_identifiers=_other_identifiers(rows, lead, language),
        scope=ActivityScope.NATIONAL,
        countries=(Country(code=project.country_id),),
        locations=_locations(project.place, language),
        sectors=(Sector(code=publication.sector),),
        collaboration_type=CollaborationType.BILATERAL,
        flow_type=publication.flow_type,
        finance_type=publication.finance_type,
        aid_types=(publication.aid_type,),
        tied_status=publication.tied_status,
        budgets=budgets_of(rows.lines_of(side)),
        transactions=transactions_of(rows, publication, far_id),
        documents=_documents(rows, language),
        related_activities=(RelatedActivity(ref=far_id, type=RelatedActivityType.THIRD_PARTY),) if far_id else (),
        results=results_of(rows, language),
    )


def _descriptions(rows: Rows, language: str) -> tuple[Description, ...]:
    texts = ((text_of(getattr(rows.project, name), language), kind) for name, kind in DESCRIBED)
    return tuple(Description(text=text, type=kind) for text, kind in texts if text)


def _participants(rows: Rows, publication: Publication, far_id: str) -> tuple[Participant, ...]:
    """Both leading bodies answer for it, the bodies whose lines count fund it, the contractor carries it out."""
    side = publication.side
    known = {rows.leads[side].pk: publication.activity_id, rows.leads[other(side)].pk: far_id}
    parts: dict[tuple[int, str], Participant] = {}

    def add(body: Body, role: str, activity_id: str = "") -> None:
        if (body.pk, role) not in parts:
            parts[body.pk, role] = Participant(
                role=role,
                name=text_of(body.name, publication.language),
                ref=body.ref,
                type=body.kind,
                activity_id=activity_id or known.get(body.pk, ""),
            )

    for partner, body in rows.partners:
        add(body, partner.role, "" if body.pk in known else partner.activity_id)
    for line in rows.lines:
        add(line.source, OrganisationRole.FUNDING)
    for one in (side, other(side)):
        add(rows.leads[one], OrganisationRole.ACCOUNTABLE)
    if rows.contractor:
        add(rows.contractor, OrganisationRole.IMPLEMENTING)
    return tuple(sorted(parts.values(), key=lambda part: part.role))


def _other_identifiers(rows: Rows, lead: Body, language: str) -> tuple[OtherIdentifier, ...]:
    own = OtherIdentifier(
        ref=rows.project.reference,
        type=OtherIdentifierType.INTERNAL,
        owner_ref=lead.ref,
        owner_name=text_of(lead.name, language),
    )
    return own, *(
        OtherIdentifier(
            ref=one.number,
            type=OtherIdentifierType.OTHER,
            owner_ref=one.authority.ref if one.authority else "",
            owner_name=text_of(one.authority.name if one.authority else one.authority_name, language),
        )
        for one in rows.registrations
    )


def _locations(place: LocalisedText, language: str) -> tuple[Location, ...]:
    name = text_of(place, language)
    return (Location(reach=LocationReach.ACTIVITY, name=name),) if name else ()


def _documents(rows: Rows, language: str) -> tuple[DocumentLink, ...]:
    """The pages of the portal that everybody may open: the project, the agreement it rests on, the decision on it."""
    found = [_page(rows.project, rows.project.name, language, DocumentCategory.WEB_PAGE)]
    if rows.agreement:
        found.append(_page(rows.agreement, rows.agreement.title, language, DocumentCategory.MEMORANDUM))
    if rows.decision:
        found.append(_page(rows.decision, rows.decision.title, language, DocumentCategory.OBJECTIVES))
    return tuple(found)


def _page(row: object, title: LocalisedText, language: str, category: str) -> DocumentLink:
    text: Text = text_of(title, language)
    url = settings.SITE_URL + row.get_absolute_url()  # type: ignore[attr-defined]
    return DocumentLink(url=url, format=FILE_FORMATS["html"], title=text, categories=(category,))
