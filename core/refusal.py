"""The one exception that is meant to be read by people."""

from django.utils.functional import Promise


class RefusedError(Exception):
    """An act was understood, permitted, and still cannot be done now; the message says why and what to do.

    Raised by actions inside their transaction, so nothing of a refused act is kept. `core.forms.attempt` shows it
    in the form that was being filled, `RefusedMiddleware` on a page of its own.
    """

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message
