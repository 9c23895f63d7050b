"""The record: everything about one entry, in the reader's language, at the price of a dozen queries."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.localised import LANGUAGES
from core.panels import panels_beside
from files.columns import files_column, from_column
from practices.enums import VersionState
from practices.finding.similar import similar
from practices.models import Practice
from practices.presentation import record
from practices.presentation.adoptions import adopted_of
from practices.presentation.conditions import here_of, own_country
from practices.presentation.facts import facts_of, with_facts
from practices.presentation.languages import tongues_of, with_work
from practices.presentation.linked_data import linked_data
from practices.presentation.page import granted_on
from practices.presentation.progress import ask_on_record
from practices.presentation.reading import reading
from practices.presentation.shelf import lines_of, shelf_of
from practices.views.finding import find


def detail(request: HttpRequest, reference: str) -> HttpResponse:
    """One entry. `?language=ko` asks for a language other than the page's; one that there is not gives the nearest."""
    practice = find(request, reference, "contact")
    shown = practice.versions.filter(state__in=(VersionState.LIVE, VersionState.WORKING)).order_by("-live_at")
    files = files_column(Practice, permission="practices.view", of="practice_id")
    versions = list(with_facts(shown).annotate(file_rows=files))
    version = record.version_to_read(versions)
    version.practice = practice
    asked = request.GET.get("language")
    translations = list(with_work(practice.translations.all(), request.user))
    read = reading(practice, version, translations, asked if asked in LANGUAGES else None)
    facts = facts_of(version)
    own = own_country(request.user)
    adopted, adopted_more = adopted_of(practice)
    granted = granted_on(practice, request.user)
    context = {
        "linked_data": linked_data(read, facts) if practice.is_public else None,
        "practice": practice,
        "version": version,
        "read": read,
        "facts": facts,
        "adopted": adopted,
        "adopted_more": adopted_more,
        "similar": lines_of(similar(practice)) if practice.is_public else [],
        "shelf": shelf_of(practice, request.user),
        "panels": panels_beside(practice, request.user),
        "here": here_of(own, facts.preconditions) if own and facts.preconditions else None,
        "documents": from_column(version.file_rows),
        "granted": granted,
        "ask": ask_on_record(practice, request.user, granted),
        "state": record.state_of(practice),
        "operation": record.operation_of(version),
        "cost": record.cost_of(version),
        "goals": record.goals_of(version),
        "tongues": tongues_of(read, translations),
        "languages": record.languages_of(practice, read.languages, read.language),
        "notice": record.notice_of(read.wanted, read.language),
    }
    return render(request, "practices/detail.html", context)
