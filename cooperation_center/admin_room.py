"""What waits for an administrator: each line counts the rows that are not as they should be, and leads to them.

All lines are counted by one query, each of them no further than `MOST`: the room costs the same in a portal where
everything has failed. A new line is one `Line`; its `rows` and its `where` say the same, the one to the database and
the other to the list of the admin site.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.db.models import CharField, Count, Exists, Model, OuterRef, Q, QuerySet, Sum, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from calendars.models import Calendar, CalendarException
from consultations.models import Consultation
from core.admin import LATE_AFTER
from core.models import Silence
from files.admin import LEFT_AFTER
from files.models import Backup, StoredFile
from letters.models import Letter
from notifications.enums import State
from notifications.models import Delivery
from pages.models import Page
from people.models import Appointment, Centre, Invitation, User
from practices.enums import Status, TranslationState
from practices.models import Translation
from reports.enums import JobState
from reports.models import Job

MOST = 100  # of one line; beyond it, "more than" is all that anybody needs to know
OLDEST_BACKUP = timedelta(days=2)
LEAST_FREE = 0.1  # of the disk
DECREES_FROM = 10  # the month in which next year's decrees should be out
WAITS_TOO_LONG = timedelta(minutes=30)
MAIL_WAITS_TOO_LONG = timedelta(hours=1)


@dataclass(frozen=True)
class Line:
    """One thing that may be wrong. `rows(now)` are those that are, `where(now)` narrows the admin list to them."""

    name: str
    label: Promise
    advice: Promise
    model: type[Model]
    rows: Callable[[datetime], QuerySet[Any]]
    where: Callable[[datetime], Mapping[str, str]]

    def url(self, now: datetime) -> str:
        return _list_of(self.model, self.where(now))


@dataclass(frozen=True)
class Counted:
    """A line with how many rows it has. `more` says that there are more than were counted."""

    line: Line
    count: int
    url: str

    @property
    def more(self) -> bool:
        return self.count > MOST

    @property
    def shown(self) -> int:
        return min(self.count, MOST)


@dataclass(frozen=True)
class Stored:
    """What the files of one app take."""

    label: Any
    files: int
    size: int
    url: str


@dataclass(frozen=True)
class Room:
    """The room as it was at one moment."""

    counted_at: datetime
    lines: list[Counted]
    stored: list[Stored]
    free: int
    space: int
    backup: Backup | None
    backups_url: str

    @property
    def is_disk_full(self) -> bool:
        return self.free < self.space * LEAST_FREE

    @property
    def is_backup_late(self) -> bool:
        return self.backup is None or self.backup.taken_at < self.counted_at - OLDEST_BACKUP

    @property
    def is_well(self) -> bool:
        """Nothing waits."""
        return not (self.lines or self.is_disk_full or self.is_backup_late)


def room(now: datetime | None = None) -> Room:
    """All of it, in three queries."""
    now = now or timezone.now()
    counts = _counts(now)
    disk = shutil.disk_usage(_existing(Path(settings.MEDIA_ROOT)))
    return Room(
        counted_at=now,
        lines=[Counted(line, counts[line.name], line.url(now)) for line in LINES if counts[line.name]],
        stored=_stored(),
        free=disk.free,
        space=disk.total,
        backup=Backup.objects.first(),
        backups_url=_list_of(Backup, {}),
    )


def _counts(now: datetime) -> Counter[str]:
    """One query for all lines: so many rows that bear the name of their line, none of them further than is shown."""
    parts = [
        line.rows(now)
        .order_by()
        .annotate(line=Value(line.name, CharField()))
        .values_list("line", flat=True)[: MOST + 1]
        for line in LINES
    ]
    return Counter(parts[0].union(*parts[1:], all=True))


def _stored() -> list[Stored]:
    found = (
        StoredFile.objects.filter(erased_at=None)
        .order_by("content_type__app_label")
        .values_list("content_type__app_label")
        .annotate(Count("pk"), Sum("size"))
    )
    return [
        Stored(
            apps.get_app_config(app).verbose_name if app else _("Not used yet"),
            files,
            size,
            _list_of(StoredFile, {"content_type__app_label": app} if app else {"content_type__isnull": "True"}),
        )
        for app, files, size in found
    ]


def _existing(folder: Path) -> Path:
    """The folder itself, or the nearest above it: before the first file there is none."""
    return folder if folder.exists() else _existing(folder.parent)


def _list_of(model: type[Model], where: Mapping[str, str]) -> str:
    """The list of the admin site, narrowed."""
    meta = model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    return f"{address}?{urlencode(where)}" if where else address


def _without_decree(now: datetime) -> QuerySet[Calendar]:
    """Calendars of both sides, and of whoever had a decree this year, that have none for the next, from autumn on."""
    if now.month < DECREES_FROM:
        return Calendar.objects.none()
    exceptions = CalendarException.objects.filter(calendar=OuterRef("pk"))
    sides = Q(pk__in=Centre.objects.values("side_a__calendar")) | Q(pk__in=Centre.objects.values("side_b__calendar"))
    return Calendar.objects.filter(sides | Exists(exceptions.filter(date__range=_year(now.year)))).exclude(
        Exists(exceptions.filter(date__range=_year(now.year + 1)))
    )


def _year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


def _without_post(_now: datetime) -> QuerySet[User]:
    return User.objects.active().exclude(pk__in=Appointment.objects.current().values("user_id"))


LINES = (
    Line(
        "failed_letters",
        _("Letters that could not be delivered"),
        _("Read what the mail server said, mend the address, and send them again."),
        Delivery,
        lambda _now: Delivery.objects.filter(state=State.FAILED),
        lambda _now: {"state__exact": State.FAILED},
    ),
    Line(
        "waiting_letters",
        _("Letters that have waited for more than an hour"),
        _("The worker or the mail server is away: look into the log of the worker."),
        Delivery,
        lambda now: Delivery.objects.filter(state=State.PENDING, created_at__lt=now - MAIL_WAITS_TOO_LONG),
        lambda now: {"state__exact": State.PENDING, "created_at__lt": (now - MAIL_WAITS_TOO_LONG).isoformat()},
    ),
    Line(
        "failed_work",
        _("Work in the background that failed"),
        _("Read what went wrong; whoever asked for it may ask again."),
        Job,
        lambda _now: Job.objects.filter(state=JobState.FAILED),
        lambda _now: {"state__exact": JobState.FAILED},
    ),
    Line(
        "waiting_work",
        _("Work in the background that no worker has begun for half an hour"),
        _("No worker runs, or all of them are busy."),
        Job,
        lambda now: Job.objects.filter(state=JobState.WAITING, asked_at__lt=now - WAITS_TOO_LONG),
        lambda now: {"state__exact": JobState.WAITING, "asked_at__lt": (now - WAITS_TOO_LONG).isoformat()},
    ),
    Line(
        "left_work",
        _("Work in the background whose worker has not been heard of for half an hour"),
        _("The worker died, and no other one has taken the work up."),
        Job,
        lambda now: Job.objects.filter(state=JobState.RUNNING, held_until__lt=now - WAITS_TOO_LONG),
        lambda now: {"state__exact": JobState.RUNNING, "held_until__lt": (now - WAITS_TOO_LONG).isoformat()},
    ),
    Line(
        "letters_without_paper",
        _("Issued letters whose paper has not been drawn for half an hour"),
        _("No worker runs, or the paper cannot be drawn: look into the log of the worker."),
        Letter,
        lambda now: Letter.objects.numbered().filter(file=None, issued_at__lt=now - WAITS_TOO_LONG),
        lambda now: {"file__isnull": "True", "issued_at__lt": (now - WAITS_TOO_LONG).isoformat()},
    ),
    Line(
        "late_requests",
        _("Requests whose clock has run past its due time"),
        _("Remind whoever has the ball, or give the request to somebody else."),
        Consultation,
        Consultation.objects.overdue,
        lambda _now: {"late": "1"},
    ),
    Line(
        "late_silences",
        _("Silences that the clock has not signed for an hour after their due time"),
        _("The clock does not run, or a record cannot take its step: look into the log of the worker."),
        Silence,
        lambda now: Silence.objects.late(now - LATE_AFTER),
        lambda _now: {"late": "1"},
    ),
    Line(
        "left_files",
        _("Files that the hourly sweep should have removed"),
        _("The clock does not run: exactly one beat must."),
        StoredFile,
        lambda now: StoredFile.objects.left(now - LEFT_AFTER),
        lambda _now: {"left": "1"},
    ),
    Line(
        "missing_translations",
        _("Published practices without one of their languages"),
        _("Name a translator on the page of the practice."),
        Translation,
        lambda _now: Translation.objects.filter(practice__status=Status.PUBLISHED, state=TranslationState.MISSING),
        lambda _now: {"practice__status__exact": Status.PUBLISHED, "state__exact": TranslationState.MISSING},
    ),
    Line(
        "outdated_translations",
        _("Translations of published practices whose original has moved on"),
        _("Ask the translator for the sections that are marked."),
        Translation,
        lambda _now: Translation.objects.outdated().filter(practice__status=Status.PUBLISHED),
        lambda _now: {"practice__status__exact": Status.PUBLISHED, "outdated__gt": "0"},
    ),
    Line(
        "missing_pages",
        _("Pages of the site without one of the languages that must stand together"),
        _("Write the missing text; “Missing languages” beside the texts of the centre names each of them."),
        Page,
        lambda _now: Page.objects.lacking(settings.PARALLEL_LANGUAGES),
        lambda _now: {"translations": "missing"},
    ),
    Line(
        "outdated_pages",
        _("Pages and press releases with a translation whose original has moved on"),
        _("Translate what has changed; the page of each text marks it."),
        Page,
        lambda _now: Page.objects.outdated(),
        lambda _now: {"translations": "outdated"},
    ),
    Line(
        "appointments_ending_in_30_days",
        _("Appointments that end within 30 days"),
        _("Extend them, or hand the work over to the successor."),
        Appointment,
        lambda _now: Appointment.objects.ending_within(30),
        lambda _now: {"ends": "30"},
    ),
    Line(
        "appointments_ending_in_90_days",
        _("Appointments that end within 90 days"),
        _("Ask the organisations who comes next."),
        Appointment,
        lambda _now: Appointment.objects.ending_within(90),
        lambda _now: {"ends": "90"},
    ),
    Line(
        "accounts_without_post",
        _("Accounts without any appointment"),
        _("Appoint these people, or close their accounts."),
        User,
        _without_post,
        lambda _now: {"function": "none", "is_active__exact": "1"},
    ),
    Line(
        "unanswered_invitations",
        _("Invitations that ran out without an answer"),
        _("Send them again, or revoke them."),
        Invitation,
        lambda _now: Invitation.objects.unanswered(),
        lambda _now: {"state": "unanswered"},
    ),
    Line(
        "missing_decrees",
        _("Calendars without any exception for next year"),
        _("Add the days of the decree, or one day of it: due times beyond the new year are counted without them."),
        Calendar,
        _without_decree,
        lambda now: {"code__in": ",".join(sorted(_without_decree(now).values_list("code", flat=True)))},
    ),
)
