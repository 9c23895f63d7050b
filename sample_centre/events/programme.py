"""The programme and its bank of questions: code lists, entered in the admin site."""

from events.models import BankQuestion, Programme
from sample_centre.content.countries import BLACK_SEA
from sample_centre.content.events.programme import NAME, PURPOSE, QUESTIONS, SINCE, SLUG
from sample_centre.events.play import Deed, Play


class KoreaBlackSea(Play):
    """Entered once the centre is at work; its editions follow."""

    def deeds(self) -> list[Deed]:
        return [self.on("2017-01-16 10:00", "", "enter")]

    def enter(self) -> None:
        programme = Programme.objects.create(
            centre=self.house.centre, slug=SLUG, name=NAME, purpose=PURPOSE, since=SINCE
        )
        programme.countries.set(self.house.countries[code] for code in BLACK_SEA)
        for position, asked in enumerate(QUESTIONS, 1):
            BankQuestion.objects.create(
                key=asked.key, subject=asked.subject, kind=asked.kind, text=asked.text, position=position
            )
