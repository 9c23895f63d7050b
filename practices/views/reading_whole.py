"""The whole text of an entry on a page where somebody has to judge it: two queries."""

from typing import Any

from django.http import HttpRequest

from core.localised import LANGUAGES
from files.columns import files_column, from_column
from practices.enums import VersionState
from practices.models import Practice
from practices.presentation.facts import facts_of, with_facts
from practices.presentation.reading import reading
from practices.presentation.record import cost_of, operation_of, version_to_read


def whole_text(request: HttpRequest, practice: Practice) -> dict[str, Any]:
    """What stands in the entry, in the reader's language where that was checked; `?language=ko` asks for another."""
    shown = practice.versions.filter(state__in=(VersionState.LIVE, VersionState.WORKING)).order_by("-live_at")
    files = files_column(Practice, permission="practices.view", of="practice_id")
    version = version_to_read(list(with_facts(shown).annotate(file_rows=files)))
    version.practice = practice
    asked = request.GET.get("language")
    read = reading(practice, version, practice.translations.all(), asked if asked in LANGUAGES else None)
    return {
        "version": version,
        "read": read,
        "facts": facts_of(version),
        "documents": from_column(version.file_rows),
        "operation": operation_of(version),
        "cost": cost_of(version),
    }
