"""What stands in the library, and who took it home."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from practices.enums import ReportState, Stage, Status, TranslationState
from practices.models import Adoption, AdoptionReport, Practice, Translation
from reports.figures.figure import Asked, Group
from reports.figures.table import Measure, RowLine, Table, moments, on_days, table, within

CURRENT = (Status.PUBLISHED, Status.DUE)


def _about(prefix: str = "") -> Any:
    """The entries of a topic, as the index of the library keeps them."""
    return lambda key: Q(**{f"{prefix}entry__facets__contains": [f"topic:{key}"]})


def _standing(asked: Asked) -> Q:
    _since, until = moments(asked)
    return Q(status__in=Status.public(), published_at__lt=until) & ~Q(status=Status.RETIRED, moved_at__lt=until)


def _practice(row: Practice) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.title_text, row.get_status_display(), row.published_at)


entries = table(
    Table(
        name="practices",
        label=_("Practices"),
        rows=lambda asked: Practice.objects.filter(centre=asked.centre),
        measures={
            "standing": Measure(
                _("Practices in the library"), _standing, note=_("On the last day, without those that were retired.")
            ),
            "published": Measure(
                _("Practices published"),
                lambda asked: within("published_at")(asked) & Q(status__in=Status.public()),
            ),
            "proposed": Measure(_("Practices proposed"), within("proposed_at")),
            "retired": Measure(
                _("Practices retired"), lambda asked: within("moved_at")(asked) & Q(status=Status.RETIRED)
            ),
            "recheck": Measure(
                _("Re-checks due"),
                lambda asked: on_days("recheck_on")(asked) & Q(status__in=CURRENT),
                note=_("Entries whose yearly confirmation falls on these days and was not given yet."),
            ),
        },
        line=_practice,
        country="country",
        topic=_about(),
    )
)


def _translation(row: Translation) -> RowLine:
    return RowLine(
        row.reference,
        row.practice.get_absolute_url(),
        row.practice.title_text,
        row.get_language_display(),
        row.checked_at,
    )


translations = table(
    Table(
        name="practice-translations",
        label=_("Translations of practices"),
        rows=lambda asked: Translation.objects.filter(practice__centre=asked.centre),
        measures={
            "checked": Measure(
                _("Translations checked"),
                lambda asked: within("checked_at")(asked) & Q(state=TranslationState.CHECKED),
                note=_("Those that readers of the language have since these days."),
            ),
        },
        line=_translation,
        seen=lambda rows, user: rows.filter(practice__in=Practice.objects.visible_to(user)),
        related=("practice",),
        country="practice__country",
        topic=_about("practice__"),
    )
)


def library(asked: Asked, *, before: Asked | None = None) -> Group:
    """What stands in the library, what came and went, what is to be confirmed. Two queries."""
    figures, by_country = entries.read(
        asked,
        "standing",
        "published",
        "proposed",
        "retired",
        "recheck",
        countries=("standing", "published"),
        before=before,
        label=_("Practices, by country that owns them"),
    )
    return Group(
        "library",
        _("Library of practices"),
        [*figures, *translations.figures(asked, "checked", before=before)],
        by_country,
    )


# --- Adoptions -------------------------------------------------------------------------------------------------------


def _adopted(asked: Asked) -> Q:
    _since, until = moments(asked)
    return Q(confirmed_at__lt=until) & ~Q(stage=Stage.STOPPED, stage_since__lte=asked.until)


def _adoption(row: Adoption) -> RowLine:
    return RowLine(
        row.reference,
        row.get_absolute_url(),
        row.practice.title_text,
        row.get_stage_display() if row.stage else _("Not confirmed yet"),
        row.confirmed_at or row.created_at,
    )


adoptions_of = table(
    Table(
        name="adoptions",
        label=_("Adoptions"),
        rows=lambda asked: Adoption.objects.filter(practice__centre=asked.centre),
        measures={
            "standing": Measure(
                _("Adoptions"), _adopted, note=_("Confirmed by both bodies until the last day, and not stopped.")
            ),
            "filed": Measure(_("Adoptions filed"), within("created_at"), note=_("By the adopting body.")),
            "confirmed": Measure(_("Adoptions confirmed"), within("confirmed_at"), note=_("For the first time.")),
        },
        line=_adoption,
        related=("practice",),
        country="country",
        topic=_about("practice__"),
    )
)


def _reached(stage: Stage) -> Any:
    return lambda asked: within("confirmed_at")(asked) & Q(state=ReportState.CONFIRMED, stage=stage)


def _report(row: AdoptionReport) -> RowLine:
    return RowLine(
        row.reference,
        row.get_absolute_url(),
        row.adoption.practice.title_text,
        row.get_stage_display(),
        row.confirmed_at,
    )


stages = table(
    Table(
        name="adoption-reports",
        label=_("Stages confirmed"),
        rows=lambda asked: AdoptionReport.objects.filter(adoption__practice__centre=asked.centre),
        measures={stage.value.replace("_", "-"): Measure(stage.label, _reached(stage)) for stage in Stage},
        line=_report,
        related=("adoption__practice",),
        country="adoption__country",
        topic=_about("adoption__practice__"),
    )
)


def adoptions(asked: Asked, *, before: Asked | None = None) -> Group:
    """Who took practices home, and how far they came. Two queries."""
    by_stage = stages.figures(asked, *stages.measures)
    figures, by_country = adoptions_of.read(
        asked,
        "standing",
        "filed",
        "confirmed",
        countries=("standing", "confirmed"),
        before=before,
        label=_("Adoptions, by country that adopts"),
    )
    return Group(
        "adoptions",
        _("Adoptions of practices"),
        figures,
        (
            stages.by_measure(
                "adoption_stages", _("Stages that both bodies confirmed on these days"), _("Stage"), by_stage
            ),
            *by_country,
        ),
    )
