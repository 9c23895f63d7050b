"""`manage.py restore <folder>`: the rows and files of a backup, after all of it was checked."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from files.backup.postgres import BackupError
from files.backup.restoring import restore


class Command(BaseCommand):
    """The checks of migrations are its own: an empty database has none."""

    help = "Restore a backup, the newest where the folder holds several. Stop web, worker and beat first."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--replace", action="store_true", help="lose the rows that are in the database now")

    def handle(self, *_args: Any, folder: Path, replace: bool, **_options: Any) -> None:
        try:
            restored = restore(folder, replace=replace, say=self.stdout.write)
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        found = restored.manifest
        self.stdout.write(
            f"Restored {restored.folder.name}: {sum(found.rows.values())} rows, {len(found.files)} files."
        )
        if restored.aside:
            self.stdout.write(f"The files that were here before lie in {restored.aside}; remove them when all is well.")
        if found.missing:
            self.stdout.write(f"{len(found.missing)} files had no bytes when the backup was made.")
        if restored.is_older:
            self.stdout.write("The backup is older than this version: run `manage.py migrate` now.")
