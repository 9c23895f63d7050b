"""Who saves after a colleague is refused once and reads the colleague's version beside the form. Again, it is meant."""

from collections.abc import Callable
from typing import Any

from django import forms

from core.refusal import RefusedError


def marked_anew(form: forms.Form, act: Callable[..., Any], mark: str) -> Callable[..., Any]:
    """The act; where it is refused, the form comes back with the mark of what its reader sees beside it."""

    def run(**values: Any) -> Any:
        try:
            return act(**values)
        except RefusedError:
            sent: Any = form.data
            data = sent.copy()
            data["seen"] = mark
            form.data = data
            raise

    return run
