"""`manage.py rotate_field_keys`: seal all personal facts with the newest of FIELD_KEYS, while people work."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.actions.sealing import reseal_travel_files


class Command(BaseCommand):
    """Tells how many were sealed anew; ends with an error that names the rows no key opens."""

    help = "Seal all personal facts with the newest of FIELD_KEYS. Stopped half-way, it may be run again."

    def handle(self, *_args: Any, **_options: Any) -> None:
        resealed, unreadable = reseal_travel_files()
        self.stdout.write(f"{resealed} sealed with the newest key.")
        if unreadable:
            raise CommandError(f"No key opens those of participants {', '.join(map(str, unreadable))}.")
