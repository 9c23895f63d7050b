"""Reasons that somebody else has to read: never blank."""

from django.utils.functional import Promise

from core.refusal import RefusedError


def expect_reason(reason: str, sentence: str | Promise) -> str:
    """The reasons without blanks around them; refused with the sentence where there are none."""
    written = reason.strip()
    if not written:
        raise RefusedError(sentence)
    return written
