"""`manage.py backup <folder>`: rows and files of one moment, while people work."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat

from files.backup.postgres import BackupError
from files.backup.taking import note, take


def at_least_one(word: str) -> int:
    """A number of backups: to keep none would be to keep nothing."""
    if not word.isdecimal() or not int(word):
        message = "a whole number, 1 or more"
        raise ArgumentTypeError(message)
    return int(word)


class Command(BaseCommand):
    """Says where it lies and how large it is; ends with an error when it could not be made or a file was not found."""

    help = "Back up the database and the files into a folder. A backup has its name only when it is whole."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--keep", type=at_least_one, help="keep so many, the newest ones, and remove the others")

    def handle(self, *_args: Any, folder: Path, keep: int | None, **_options: Any) -> None:
        try:
            taken = take(folder, keep=keep)
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        found = taken.manifest
        note(taken)
        self.stdout.write(
            f"{taken.folder}: {sum(found.rows.values())} rows, {len(found.files)} files, "
            f"{filesizeformat(taken.size)} in {taken.seconds:.1f} s."
        )
        if found.missing:
            raise CommandError(
                f"The backup is made, but the bytes of {len(found.missing)} files were not found or are not what was "
                f"handed in: {', '.join(found.missing[:5])}."
            )
