"""How a person's name is written: in two scripts, in the order of the person's custom."""

from dataclasses import dataclass
from typing import Any

from django.conf.locale import LANG_INFO

# Scripts that write family and given name together, without a space between them.
UNSPACED = {"ko", "ja", "zh"}


@dataclass(frozen=True)
class WrittenName:
    """A name as its parts, so that a page can set the family name in bold wherever it stands."""

    given: str
    family: str
    family_first: bool
    lang: str = ""

    @property
    def separator(self) -> str:
        return "" if self.lang in UNSPACED else " "

    def __str__(self) -> str:
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return self.separator.join(part for part in parts if part)

    def __bool__(self) -> bool:
        return bool(self.given or self.family)


# Languages by the name that their speakers give them.
LANGUAGES_BY_CODE: dict[str, str] = {
    code: info["name_local"] for code, info in LANG_INFO.items() if "-" not in code and "name_local" in info
}


def languages_by_name() -> list[tuple[str, str]]:
    """Code and name, in the order of the names."""
    return sorted(LANGUAGES_BY_CODE.items(), key=lambda pair: pair[1].casefold())


class Named:
    """A row with the six fields of a name, written in Latin letters and in the person's own script."""

    given_name: Any
    family_name: Any
    given_name_own: Any
    family_name_own: Any
    own_language: Any
    family_name_first: Any

    @property
    def latin_name(self) -> WrittenName:
        return WrittenName(self.given_name, self.family_name, self.family_name_first)

    @property
    def own_name(self) -> WrittenName:
        return WrittenName(self.given_name_own, self.family_name_own, self.family_name_first, self.own_language)

    @property
    def display_name(self) -> str:
        return str(self.latin_name)
