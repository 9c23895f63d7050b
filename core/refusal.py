"""The one exception that is meant to be read by people."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.functional import Promise


class RefusedError(Exception):
    """An act was understood, permitted, and still cannot be done now; the message says why and what to do.

    Raised by actions inside their transaction, so nothing of a refused act is kept. `core.forms.attempt` shows it
    in the form that was being filled, `RefusedMiddleware` on a page of its own.
    """

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message


@contextmanager
def refusing(sentences: Mapping[str, str | Promise]) -> Iterator[None]:
    """Say in words why the database refuses: `{"one_session_a_room_at_a_time": _("The room is taken …")}`.

    Opens a savepoint, so the act around it may go on after catching the refusal. Constraints that are not named stay
    what they are: a bug.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = str(getattr(getattr(error.__cause__, "diag", None), "constraint_name", ""))
        if name in sentences:
            raise RefusedError(sentences[name]) from error
        raise
