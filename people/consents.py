"""What a person is asked to agree to, and where that stands."""

from dataclasses import dataclass

from people.enums import ConsentAnswer
from people.models import Consent, ConsentText, User


@dataclass(frozen=True)
class Asked:
    """The text in force for one purpose, and the last answer for that purpose, to whatever version."""

    text: ConsentText
    last: Consent | None

    @property
    def is_given(self) -> bool:
        return self.last is not None and self.last.answer == ConsentAnswer.GIVEN

    @property
    def is_answered(self) -> bool:
        """Whether the person has answered to these very words."""
        return self.last is not None and self.last.text_id == self.text.pk


def asked(user: User) -> list[Asked]:
    """Every purpose, in the order of the code list. Two queries."""
    last = {one.text.purpose: one for one in Consent.objects.last_of(user)}
    return [Asked(text, last.get(text.purpose)) for text in ConsentText.objects.current()]


def unanswered(user: User | None) -> list[ConsentText]:
    """The texts in force that the person has not answered; all of them for somebody without an account."""
    if user is None:
        return list(ConsentText.objects.current())
    return [one.text for one in asked(user) if not one.is_answered]
