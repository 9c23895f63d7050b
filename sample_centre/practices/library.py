"""The library of the sample centre: twenty real systems on their way, each by the acts of the people concerned."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import Any

from calendars.directory import calendar_of
from core.localised import LocalisedText
from core.rooms import open_room
from people.models import User
from practices.actions import (
    changing,
    checking,
    deciding,
    drafting,
    languages,
    proposing,
    rechecking,
    reviewing,
    translating,
)
from practices.enums import Operation, Status
from practices.models import (
    Capability,
    CountryCapability,
    CountryIndex,
    Evidence,
    Practice,
    PracticeTopic,
    Review,
    ReviewCriterion,
    Translation,
    Version,
)
from sample_centre import practice_story
from sample_centre.content import library as said
from sample_centre.content.country_profiles import PROFILES
from sample_centre.content.indices import INDICES
from sample_centre.events.play import BOTH, Deed, Play
from sample_centre.timeline import country_of, days_back

FAR_BACK = 330  # joint working days: as long as those who are in post today have been
CO_DIRECTORS = ("director_by", "director_kr")
YEAR = timedelta(days=366)


def stories() -> dict[str, practice_story.Practice]:
    """The systems by their keys: every module of the folder holds one."""
    modules = open_room("sample_centre.content.practices")
    return {module.PRACTICE.key: module.PRACTICE for module in modules}


class Library(Play):
    """Code lists first, then one entry after the other; what is read in another language was checked by somebody else."""

    def deeds(self) -> list[Deed]:
        return [
            self.back(FAR_BACK - 2, "09:30", "officer", "open_library"),
            *(deed for way in said.WAYS for deed in self._one_after_the_other(self._way(way))),
            *(
                deed
                for number, key in enumerate(said.CHANGES)
                for deed in self._one_after_the_other(self._change(key, 30 + 4 * number))
            ),
        ]

    def _one_after_the_other(self, deeds: Iterator[Deed]) -> Iterator[Deed]:
        """Each on a working day of whoever acts: where that country is at leisure, on its next day, and after the last.

        The days are counted by the two sides of the centre; reviewers live by calendars of their own.
        """
        before = None
        for deed in sorted(deeds, key=lambda one: one.at):
            at = deed.at
            if deed.by:
                code = country_of(deed.by)
                calendar = calendar_of(code)
                while not calendar.is_working_day(calendar.date_of(at)) or (before is not None and at <= before):
                    at += timedelta(days=1)
            before = at if deed.by else before
            yield replace(deed, at=at)

    @cached_property
    def stories(self) -> dict[str, practice_story.Practice]:
        return stories()

    @cached_property
    def _days_back(self) -> list[date]:  # further back than an event looks
        return list(islice(days_back(BOTH, self.today), FAR_BACK))

    # --- The way of one entry ----------------------------------------------------------------------------------------

    def _way(self, way: said.Way) -> Iterator[Deed]:
        officer = "officer2" if way.author == "officer" else "officer"
        yield self.back(way.ago, "10:20", way.author, "begin", key=way.key)
        yield self.back(way.ago - 1, "11:40", way.author, "write", key=way.key)
        yield self.back(way.ago - 2, "09:50", way.author, "propose", key=way.key)
        if way.until == "facts":
            return
        yield self.back(way.ago - 4, "14:30", way.checker, "confirm_facts", key=way.key)
        yield self.back(way.ago - 5, "10:10", officer, "ask_reviewers", key=way.key, reviewers=way.reviewers)
        yield self.back(way.ago - 8, "15:20", way.reviewers[0], "review", key=way.key, verdict=way.verdicts[0], low=3)
        if way.until == "review":
            return
        yield self.back(way.ago - 10, "11:05", way.reviewers[1], "review", key=way.key, verdict=way.verdicts[1], low=2)
        yield self.back(way.ago - 11, "09:30", officer, "lay_before", key=way.key)
        yield self.back(way.ago - 12, "10:40", CO_DIRECTORS[0], "sign", key=way.key)
        if way.until == "decision":
            return
        yield self.back(way.ago - 13, "15:45", CO_DIRECTORS[1], "sign", key=way.key)
        yield from self._languages(way)
        yield from self._recheck(way)

    def _languages(self, way: said.Way) -> Iterator[Deed]:
        story = self.stories[way.key]
        for number, language in enumerate(code for code in story.texts if code != story.language):
            translator, checker = said.LANGUAGES[language]
            ago = way.ago - 17 - 3 * number
            yield self.back(ago, "13:30", translator, "translate", key=way.key, language=language)
            yield self.back(ago - 2, "16:10", checker, "check", key=way.key, language=language)

    def _recheck(self, way: said.Way) -> Iterator[Deed]:
        """A year later the clock asks; the owner of the oldest entry has not answered yet, the others have."""
        published = self._days_back[way.ago - 14]
        if published + YEAR + timedelta(days=20) >= self.today:
            return
        asked = next(ago for ago in range(way.ago, 0, -1) if self._days_back[ago - 1] > published + YEAR)
        yield self.back(asked, "06:40", "", "ask_again", key=way.key)
        if way.key != said.WAYS[0].key:
            yield self.back(asked - 5, "11:20", way.checker, "confirm", key=way.key)

    def _change(self, key: str, ago: int) -> Iterator[Deed]:
        way = next(one for one in said.WAYS if one.key == key)
        officer = "officer2" if way.author == "officer" else "officer"
        yield self.back(ago, "10:30", way.author, "change", key=key)
        yield self.back(ago - 2, "14:00", way.checker, "check_change", key=key)
        yield self.back(ago - 3, "15:30", officer, "accept_change", key=key)

    # --- Deeds -------------------------------------------------------------------------------------------------------

    def open_library(self, *, by: User) -> None:
        """The code lists, what is known of the states, and who works for which language."""
        PracticeTopic.objects.bulk_create(
            PracticeTopic(key=key, name=name, position=position)
            for position, (key, name) in enumerate(said.TOPICS.items(), 1)
        )
        Capability.objects.bulk_create(
            Capability(key=key, kind=kind, name=name, position=position)
            for position, (key, (kind, name)) in enumerate(said.CAPABILITIES.items(), 1)
        )
        ReviewCriterion.objects.bulk_create(
            ReviewCriterion(name=name, help=question, position=position)
            for position, (name, question) in enumerate(said.RUBRIC, 1)
        )
        self._profiles()
        for language, (translator, checker) in said.LANGUAGES.items():
            for name, duty in ((translator, said.TRANSLATE), (checker, said.CHECK)):
                person = self.person(name)
                languages.give_language(self.house.centre, by=by, user=person, language=language, duty=duty)

    def _profiles(self) -> None:
        known = {one.key: one for one in Capability.objects.all()}
        CountryCapability.objects.bulk_create(
            CountryCapability(
                country=self.house.countries[one.country],
                capability=known[one.capability],
                standing=one.state,
                source=one.source,
                source_url=one.url,
                since_year=one.since,
                checked_on=self.today,
            )
            for one in PROFILES
        )
        CountryIndex.objects.bulk_create(
            CountryIndex(
                country=self.house.countries[code],
                index=index,
                year=year,
                value=Decimal(value),
                rank=rank if index == said.INDEX_KEYS[0] else None,
                source=said.INDEX_SOURCE.format(year=year),
            )
            for code, year, rank, *values in INDICES
            if code in self.house.countries
            for index, value in zip(said.INDEX_KEYS, values, strict=True)
            if value
        )

    def begin(self, *, by: User, key: str) -> None:
        story = self.stories[key]
        self._made[key] = drafting.create_practice(
            by=by,
            centre=self.house.centre,
            owner=self.house.bodies[story.owner],
            language=story.language,
            title=story.texts[story.language]["title"],
        ).pk

    def write(self, *, by: User, key: str) -> None:
        story, version = self.stories[key], self._pending(key)
        parts: dict[str, Any] = {**story.texts[story.language], **_facts(story)}
        version = drafting.save_draft(version, by=by, seen=version.lock, **parts)
        for row, figure in zip(Evidence.objects.filter(version=version), story.figures, strict=True):
            row.what = LocalisedText(figure.what)  # the words in the further languages, as their translators have them
            row.save(update_fields=["what"])

    def propose(self, *, by: User, key: str) -> None:
        proposing.propose(self._entry(key), by=by)

    def confirm_facts(self, *, by: User, key: str) -> None:
        checking.confirm_facts(self._entry(key), by=by)

    def ask_reviewers(self, *, by: User, key: str, reviewers: tuple[str, ...]) -> None:
        reviewing.ask_reviewers(self._entry(key), by=by, reviewers=[self.person(name) for name in reviewers])

    def review(self, *, by: User, key: str, verdict: str, low: int) -> None:
        """Scores of four and five, one lower where the reviewer would like to know more."""
        review = Review.objects.get(practice=self._made[key], reviewer=by)
        criteria = list(ReviewCriterion.objects.all())
        scores = {one: (4 + (position % 2), 2 + (position % 2)) for position, one in enumerate(criteria)}
        if verdict == "revise":
            scores[criteria[low]] = (2, 2)
        reviewing.give_review(
            review,
            by=by,
            seen=review.lock,
            has_no_conflict=True,
            scores=scores,
            verdict=verdict,
            comment=LocalisedText(said.REASONS[verdict]),
        )

    def lay_before(self, *, by: User, key: str) -> None:
        reviewing.close_reviews(self._entry(key), by=by)

    def sign(self, *, by: User, key: str) -> None:
        deciding.decide(self._entry(key), by=by, accepts=True)

    def translate(self, *, by: User, key: str, language: str) -> None:
        row, live = self._language(key, language), self._entry(key).versions.live().get()
        row = translating.translate(
            row, by=by, seen=row.lock, texts=self.stories[key].texts[language], made_from=live.revisions
        )
        translating.hand_over_translation(row, by=by)

    def check(self, *, by: User, key: str, language: str) -> None:
        row = self._language(key, language)
        translating.check_translation(row, by=by, seen=row.lock)

    def ask_again(self, *, key: str) -> None:
        rechecking.ask_to_confirm(self._entry(key))

    def confirm(self, *, by: User, key: str) -> None:
        entry = self._entry(key)
        if entry.status == Status.DUE:
            rechecking.confirm(entry, by=by)

    def change(self, *, by: User, key: str) -> None:
        section, text, reason = said.CHANGES[key]
        version = changing.begin_change(self._entry(key), by=by)
        parts: dict[str, Any] = {section: text}
        version = drafting.save_draft(version, by=by, seen=version.lock, **parts)
        changing.submit_change(version, by=by, change_reason=reason)

    def check_change(self, *, by: User, key: str) -> None:
        changing.check_change(self._pending(key), by=by)

    def accept_change(self, *, by: User, key: str) -> None:
        changing.accept_change(self._pending(key), by=by)

    # --- Rows --------------------------------------------------------------------------------------------------------

    @cached_property
    def _made(self) -> dict[str, int]:
        return {}

    def _entry(self, key: str) -> Practice:
        return Practice.objects.get(pk=self._made[key])

    def _pending(self, key: str) -> Version:
        return Version.objects.pending().select_related("practice").get(practice=self._made[key])

    def _language(self, key: str, language: str) -> Translation:
        return Translation.objects.select_related("practice").get(practice=self._made[key], language=language)


def _facts(story: practice_story.Practice) -> Mapping[str, Any]:
    """What stands beside the text, as the form gives it."""
    capabilities = dict(Capability.objects.values_list("key", "pk"))
    cost = story.cost
    return {
        "operation": Operation(story.operation),
        "since_year": story.since,
        "until_year": story.until,
        "goals": list(story.goals),
        "needs_law": story.needs_law,
        "licence": story.licence,
        "cost_amount": cost.amount if cost else None,
        "cost_currency": cost.currency if cost else "",
        "cost_year": cost.year if cost else None,
        "cost_band": cost.band if cost else "",
        "topics": sorted(PracticeTopic.objects.filter(key__in=story.topics).values_list("pk", flat=True)),
        "names": [
            {
                "text": one.text,
                "language": one.language,
                "kind": one.kind,
                "since_year": one.since,
                "until_year": one.until,
            }
            for one in story.names
        ],
        "evidence": [
            {
                "value": one.value,
                "what": LocalisedText(one.what).best(story.language).text,
                "source": one.source,
                "source_url": one.url,
                "dated_on": one.on,
            }
            for one in story.figures
        ],
        "links": [{"label": label, "url": url} for label, url in story.links],
        "conditions": [
            {
                "capability_id": capabilities[one.capability] if one.capability else None,
                "index": one.index,
                "minimum": one.minimum,
                "is_essential": one.essential,
            }
            for one in story.needs
        ],
    }
