"""Give a new centre the standard questions of its evaluations."""

from typing import Any

from django.core.management.base import BaseCommand

from events.actions.bank import fill_bank


class Command(BaseCommand):
    help = "Puts the standard questions that the question bank does not have yet into it."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{fill_bank()} questions added.")
