"""The one exception that is meant to be read by people."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _


class RefusedError(Exception):
    """An act was understood, permitted, and still cannot be done now; the message says why and what to do.

    Raised by actions inside their transaction, so nothing of a refused act is kept. `core.forms.attempt` shows it
    in the form that was being filled, `RefusedMiddleware` on a page of its own.
    """

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message


def expect_read(seen: str, mark: str) -> None:
    """Refuse a key that is turned for what has changed since its page was drawn. `seen` is the mark the page carried.

    Nothing was carried where an act is called by another act, or by a test of something else.
    """
    if seen and seen != mark:
        raise RefusedError(_("This has changed since you read it. Open the page again, and read it before you sign."))


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
