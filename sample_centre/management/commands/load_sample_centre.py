"""`manage.py load_sample_centre`: a centre to walk through, once."""

from argparse import ArgumentParser
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from core.refusal import RefusedError
from sample_centre.actions import accounts, load
from sample_centre.content.people import PASSWORD, PRINCIPAL


class Command(BaseCommand):
    """Progress goes to the error output, the accounts to the standard one: `make run` shows them last."""

    help = "Load fictional people, requests, events and practices into an empty database, and print how to sign in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--accounts", action="store_true", help="print the accounts and load nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["accounts"]:
            self._load()
        self.stdout.write(self._accounts())

    def _load(self) -> None:
        began = perf_counter()
        try:
            loaded = load()
        except RefusedError as error:
            raise CommandError(str(error)) from error
        seconds = perf_counter() - began
        self.stderr.write(
            f"The sample centre was loaded in {seconds:.1f} s." if loaded else "The sample centre is loaded."
        )

    def _accounts(self) -> str:
        with override("en"):
            lines = [f"  {address:<28} {post}" for address, post in accounts()]
        return "\n".join(
            [
                "Sample accounts; all people are fictional:",
                *lines[:PRINCIPAL],
                "Further accounts:",
                *lines[PRINCIPAL:],
                f"The password of every account: {PASSWORD}",
            ]
        )
