"""What has changed between two texts, word by word, for people to read."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

SAME, ADDED, REMOVED = "same", "added", "removed"
MOST = 3000  # words of a passage that are compared one by one; a longer one counts as written anew
_WORD = re.compile(r"\s*\S+")
Pieces = list[tuple[str, str]]


def differences(before: str, after: str) -> Pieces:
    """The text in pieces: `("same" | "added" | "removed", words)`. Where words were replaced, the old come first.

    The pieces that are not removed make up `after`, those that are not added the words of `before`. Line ends as
    browsers send them, and spaces alone, are no difference.
    """
    old, new = _words(before), _words(after)
    return list(_joined(_compared(old, new)))


def _words(text: str) -> list[str]:
    """Each word with the space before it; the end of the text closes the last."""
    text = text.replace("\r\n", "\n").strip()
    return _WORD.findall(text)


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[str, list[str]]]:
    """What both begin and end with is the same without asking, so a long text with one new word costs little."""
    bare_old, bare_new = [word.strip() for word in old], [word.strip() for word in new]
    head = _shared(bare_old, bare_new)
    tail = _shared(bare_old[head:][::-1], bare_new[head:][::-1])
    yield SAME, new[:head]
    end_old, end_new = len(old) - tail, len(new) - tail
    if max(end_old, end_new) - head > MOST:
        yield REMOVED, old[head:end_old]
        yield ADDED, new[head:end_new]
    else:
        middle = SequenceMatcher(None, bare_old[head:end_old], bare_new[head:end_new])
        for kind, a, a_end, b, b_end in middle.get_opcodes():
            if kind == "equal":
                yield SAME, new[head + b : head + b_end]
                continue
            yield REMOVED, old[head + a : head + a_end]
            yield ADDED, new[head + b : head + b_end]
    yield SAME, new[end_new:]


def _shared(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _joined(pieces: Iterator[tuple[str, list[str]]]) -> Iterator[tuple[str, str]]:
    """Neighbours of one kind together, and none that is empty."""
    kind, words = "", ""
    for other, more in pieces:
        if not more:
            continue
        if other != kind:
            if words:
                yield kind, words
            kind, words = other, ""
        words += "".join(more)
    if words:
        yield kind, words
