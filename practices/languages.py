"""What there is of an entry in a language: the text being worked on, and the original it is made from. Reads only."""

from collections.abc import Mapping
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform

from practices.enums import VersionState
from practices.models import Practice, Translation, Version


def source_of(practice: Practice) -> Version:
    """The original that translators work from: what is read; before the first publication, what was proposed."""
    rows = practice.versions.filter(state__in=(VersionState.LIVE, VersionState.WORKING))
    version = min(rows, key=lambda one: one.state != VersionState.LIVE)
    version.practice = practice
    return version


def texts_of(translation: Translation) -> dict[str, str]:
    """What a translator goes on with: the draft, else what was checked last."""
    return dict(translation.draft or translation.sections)


def draft_of(translation: Translation) -> dict[str, int]:
    """Which revision of the original each of these was made from."""
    return dict(translation.draft_of if translation.draft else translation.of_revisions)


def originals(translation: Translation, made_from: Mapping[str, int]) -> dict[str, str]:
    """The original of each section as it stood in that revision, as far as it is kept: one query for all of them.

    Whatever was published is found among the versions. Of what never was, only texts are kept that somebody translated.
    """
    found = {
        key: translation.sources[str(number)]
        for key, number in made_from.items()
        if number < 0 and str(number) in translation.sources
    }
    published = {key: number for key, number in made_from.items() if number > 0}
    if published:
        once = Version.objects.filter(practice=OuterRef("practice"), live_at__isnull=False).order_by("number")
        columns = {
            f"was_{key}": Subquery(
                once.filter(**{f"revisions__{key}": number}).values(text=KeyTextTransform(key, "sections"))[:1]
            )
            for key, number in published.items()
        }
        row: Any = Translation.objects.filter(pk=translation.pk).annotate(**columns).values_list(*columns).get()
        found |= {key: text or "" for key, text in zip(published, row, strict=True)}
    return found
