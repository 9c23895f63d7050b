"""However edits of the original and of its translations follow each other, what is outdated is what differs.

The test keeps its own record: of each section the texts of the original that were read, one after the other, and which
of them the writer had before him. An original that returns to an earlier wording is a new text once it was published.
"""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practices.actions.publishing import make_live, recount
from practices.actions.translating import check_translation, hand_over_translation, translate
from practices.enums import Status, TranslationState
from practices.languages import originals, source_of
from practices.models import Translation, Version
from practices.revisions import outdated_sections
from tests.practices.builders import make_practice, sections_in
from tests.practices.languages.conftest import form_of, in_russian

KEYS = ("lessons", "adapt")
KEY = st.sampled_from(KEYS)
WORD = st.sampled_from(("one", "two", "three"))
FRESH, CHECKED = st.booleans(), st.booleans()  # on a page that is opened anew; checked at once
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), KEY, WORD),
        st.tuples(st.just("save"), KEY, st.sampled_from(("раз", "два", "три", "")), FRESH, CHECKED),
        st.tuples(st.just("follow"), KEY, FRESH, CHECKED),
        st.tuples(st.just("publish")),
    ),
    min_size=5,
    max_size=12,
)


class Story:
    """One entry and its Russian text, beside what the test knows of them."""

    def __init__(self, practice, translator, checker):
        self.practice, self.translator, self.checker = practice, translator, checker
        self.is_published = False
        version = practice.versions.get()
        self.text = {key: version.sections[key] for key in KEYS}
        self.turn = dict.fromkeys(KEYS, 0)  # how often a published text has changed
        self.draft, self.read = {}, None
        self.form = self.opened = None
        self.open()
        for key, text in sections_in("ru").items():
            self.form["texts"][key] = text
        self._save()

    def original(self, key):
        """What tells one text of the original from another: before the publication its words, then its turn, too."""
        return (self.text[key], self.turn[key] if self.is_published else None)

    def edit(self, key, word):
        changed = {key: word}
        if not self.is_published:
            version = self.practice.versions.get()
            version.sections |= changed
            version.save()
            recount(self.practice, version)
        else:
            live = self.practice.versions.live().get()
            number = self.practice.versions.count() + 1
            sections = {**live.sections, **changed}
            version = Version.objects.create(
                practice=self.practice, number=number, author=self.translator, sections=sections
            )
            make_live(version, by=None)
            self.turn[key] += self.text[key] != word
        self.text[key] = word

    def publish(self):
        if not self.is_published:
            self.practice.status = Status.PUBLISHED
            self.practice.published_at = self.practice.proposed_at
            self.practice.verified_on, self.practice.recheck_on = "2026-01-01", "2027-01-01"
            self.practice.save()
            make_live(self.practice.versions.get(), by=None)
            self.is_published = True
            for texts in (self.draft, self.read or {}):
                texts.update({key: self.original(key) for key in texts if texts[key][0] == self.text[key]})

    def open(self):
        """The form as it is shown now; it may be sent much later."""
        self.form = form_of(in_russian(self.practice))
        self.opened = {key: self.original(key) for key in KEYS}

    def save(self, key, text, is_fresh, is_checked):
        if is_fresh:
            self.open()
        self.form["texts"][key] = text
        self._save()
        if is_checked:
            self.check()

    def follow(self, key, is_fresh, is_checked):
        if is_fresh:
            self.open()
        self._save(followed={key})
        if is_checked:
            self.check()

    def _save(self, followed=frozenset()):
        before = self.draft or (self.read or {})
        after = dict(before)
        for key in KEYS:
            text = self.form["texts"].get(key, "")
            if not text:
                after.pop(key, None)
            elif key not in before or key in followed:
                after[key] = self._made_from(key)
        translate(in_russian(self.practice), by=self.translator, followed=followed, **self.form)
        row = in_russian(self.practice)
        if row.draft:
            self.draft = after
        opened = self.opened  # the page is shown again; the original beside it is that of the first time
        self.form = {**form_of(row), "made_from": self.form["made_from"]}
        self.opened = opened

    def _made_from(self, key):
        """A form opened before the publication showed words without a number: they count as those that stand now."""
        words, turn = self.opened[key]
        if turn is None:
            return self.original(key) if words == self.text[key] else (words, None)
        return words, turn

    def check(self):
        row = in_russian(self.practice)
        if not row.draft or any(not row.draft.get(key) for key in KEYS):
            return
        row = hand_over_translation(row, by=self.translator)
        check_translation(row, by=self.checker, seen=row.lock)
        self.read, self.draft = self.draft, {}
        self.open()

    def expected(self):
        """The sections of what is read whose original is another text by now."""
        return [key for key in KEYS if self.read is not None and self.read.get(key) != self.original(key)]


@pytest.mark.django_db
@given(steps=STEPS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_outdated_is_what_differs(cast, advisor_kr, translator, checker, steps):
    with transaction.atomic():
        practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PROPOSED)
        Translation.objects.create(practice=practice, language="ru")
        story = Story(practice, translator, checker)
        for name, *said in steps:
            getattr(story, name)(*said)
            row, version = in_russian(practice), source_of(practice)
            assert (row.state == TranslationState.CHECKED) == (story.read is not None)
            assert row.outdated == len(story.expected())
            if story.read is None:
                continue
            assert outdated_sections(row, version) == story.expected()
            known = originals(row, {key: row.of_revisions[key] for key in story.expected()})
            assert known == {key: story.read[key][0] for key in known}
        transaction.set_rollback(True)
