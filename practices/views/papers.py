"""An entry to take along: as a paper, as a kit, as news, and where machines find it."""

from typing import Any

from django.core.cache import cache
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from core.localised import LANGUAGES, active_language
from core.measure import with_measure
from files.policies import files_of
from papers import report as papers
from papers.responses import docx_response, pdf_response
from practices.enums import VersionState
from practices.models import Collection, Practice
from practices.presentation import record
from practices.presentation.comparison import asked_for, columns_of
from practices.presentation.facts import facts_of, with_facts
from practices.presentation.kit import kit_of
from practices.presentation.paper import Sheet, collection_report, paper_of
from practices.presentation.reading import reading
from practices.views.finding import find

FEED = 30
MOST_CHAPTERS = 20  # of one paper: some sixty pages, some seconds of work for the one who waits
KEPT = 60 * 60  # seconds that a drawn paper is kept: its key names all that it was made from


@with_measure("paper")
def paper_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The entry for the file, in any language that the text has."""
    sheet, language = _sheet(request, reference)
    return pdf_response(_drawn(sheet, language, "pdf"), f"{reference}-{sheet.read.language}.pdf")


@with_measure("paper")
def paper_docx(request: HttpRequest, reference: str) -> HttpResponse:
    """The entry to be worked on."""
    sheet, language = _sheet(request, reference)
    return docx_response(_drawn(sheet, language, "docx"), f"{reference}-{sheet.read.language}.docx")


@with_measure("papers")
def transfer_kit(request: HttpRequest, reference: str) -> Any:
    """Text in all languages, conditions, contacts and files as one archive. Of what is published only."""
    sheet, _language = _sheet(request, reference)
    practice = sheet.practice
    if not practice.is_public:
        raise Http404
    translations = list(practice.translations.readable())
    readings = [reading(practice, sheet.read.version, translations, code) for code in sheet.read.languages]
    kit = kit_of(practice, readings, sheet.facts, files_of(practice, request.user), reader=request.user)
    return FileResponse(kit, as_attachment=True, filename=f"{reference}.zip", content_type="application/zip")


@with_measure("papers")
def collection_paper(request: HttpRequest) -> HttpResponse:
    """The entries that the address names (`?with=…`), published ones, as one paper; at most twenty."""
    practices, _unknown = asked_for(request.GET.getlist("with"), request.user, most=MOST_CHAPTERS)
    return _together(request, practices, name=_("Practices"), note="", filename="practices")


@with_measure("papers")
def collection_pdf(request: HttpRequest, number: int) -> HttpResponse:
    """A collection as one paper, in its order, with what its collector wrote."""
    found = get_object_or_404(Collection.objects.visible_to(request.user), pk=number)
    numbers = found.items.order_by("position", "pk").values_list("practice__reference", flat=True)[:MOST_CHAPTERS]
    practices, _unknown = asked_for(numbers, request.user, most=MOST_CHAPTERS)
    return _together(request, practices, name=found.name, note=found.note, filename=f"practices-{found.pk}")


def _together(request: HttpRequest, practices: list[Practice], *, name: str, note: str, filename: str) -> HttpResponse:
    """Chapters in the reader's language, or in the one that the address asks for, each in the best text there is."""
    chapters = [practice for practice in practices if practice.is_public]
    if not chapters:
        raise Http404
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else active_language()
    with translation.override(language):
        sheets = [Sheet(column.read, column.facts) for column in columns_of(chapters)]
        paper = collection_report(str(name), note, sheets, language=language)
        return pdf_response(papers.pdf(paper), f"{filename}-{language}.pdf")


def feed(request: HttpRequest) -> HttpResponse:
    """What was published or confirmed last, as Atom, in the language of the address."""
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else active_language()
    rows = Practice.objects.current().select_related("owner").order_by("-published_at", "-pk")[:FEED]
    with translation.override(language):
        atom = Atom1Feed(
            title=_("Practices"),
            link=request.build_absolute_uri(reverse("practices:list")),
            description="",
            language=language,
            feed_url=request.build_absolute_uri(),
        )
        for practice in rows:
            atom.add_item(
                title=str(practice.title),
                link=request.build_absolute_uri(practice.get_absolute_url()),
                description=str(practice.owner.name),
                unique_id=f"tag:{request.get_host().partition(':')[0]},2016:{practice.reference}",
                pubdate=practice.published_at,
                updateddate=practice.updated_at,
            )
        return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _sheet(request: HttpRequest, reference: str) -> tuple[Sheet, str]:
    """What the paper is made of, and the language of its headings: that of the text, where the address names one."""
    practice = find(request, reference, "contact")
    shown = practice.versions.filter(state__in=(VersionState.LIVE, VersionState.WORKING))
    version = record.version_to_read(list(with_facts(shown)))
    version.practice = practice
    asked = request.GET.get("language", "")
    read = reading(practice, version, practice.translations.all(), asked if asked in LANGUAGES else None)
    return Sheet(read, facts_of(version)), read.language


def _drawn(sheet: Sheet, language: str, kind: str) -> bytes:
    """The paper, drawn once an hour: a published entry changes rarely and is asked for by whole delegations."""
    read = sheet.read
    translated = read.translation.updated_at.isoformat() if read.translation else ""
    practice = sheet.practice
    made_from = (practice.pk, practice.updated_at.isoformat(), read.version.pk, read.version.lock, translated, language)
    key = f"practices:paper:{kind}:" + ":".join(str(part) for part in made_from)
    drawn: bytes | None = cache.get(key)
    if drawn is None:
        with translation.override(language):
            paper = paper_of(sheet, language=language)
            drawn = papers.pdf(paper) if kind == "pdf" else papers.docx(paper)
        cache.set(key, drawn, KEPT)
    return drawn
