"""Bring the database to this version, then run the commands that are named, in one process: starting costs most."""

import os
import sys

import django
from django.core.management import CommandError, call_command


def main() -> int:
    """Migrate where a migration waits, and run the rest."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cooperation_center.settings")
    django.setup()
    from cooperation_center.health import migrations  # noqa: PLC0415 - needs the settings

    if not migrations():
        print("Migrating", file=sys.stderr, flush=True)
        call_command("migrate", verbosity=0)
    try:
        for command in sys.argv[1:]:
            call_command(command)
    except CommandError as refusal:
        sys.exit(str(refusal))
    return 0


if __name__ == "__main__":
    sys.exit(main())
