"""Numbers of rows as forms and addresses send them: what is none, or larger than the database's, is left out."""

import re
from collections.abc import Iterable

NUMBER = re.compile(r"[0-9]{1,18}")


def numbers_of(values: Iterable[str]) -> list[int]:
    return [int(one) for one in values if NUMBER.fullmatch(one)]
