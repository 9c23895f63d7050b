import pytest
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from core.refusal import RefusedError
from practices.actions.drafting import save_draft
from practices.actions.proposing import propose
from practices.completeness import completeness_of
from practices.models import Practice
from practices.sections import KEYS
from tests.cast import PEOPLE
from tests.practices.builders import make_practice
from tests.practices.writing.conftest import version_of, words


@pytest.fixture
def empty(cast, advisor_kr):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, text={})
    version = version_of(practice)
    version.operation, version.since_year, version.needs_law = "", None, None
    version.save()
    version.topics.clear()
    version.names.all().delete()
    version.evidence.all().delete()
    return practice


def test_it_goes_to_those_who_answer_for_the_facts(draft, advisor_kr, heard):
    practice = propose(draft, by=advisor_kr)
    assert (practice.status, practice.proposed_at == practice.moved_at) == ("proposed", True)
    assert heard() == [("practice_proposed", {"practice": practice, "by": advisor_kr})]
    entry = JournalEntry.objects.about(practice).get()
    assert (entry.verb, entry.from_state, entry.to_state, entry.actor) == ("propose", "draft", "proposed", advisor_kr)


def test_its_languages_open_to_translators(draft, advisor_kr):
    propose(draft, by=advisor_kr)
    assert dict(draft.translations.values_list("language", "state")) == dict.fromkeys(("en", "ru", "be"), "missing")


def test_reasons_of_an_earlier_return_leave_with_it(draft, advisor_kr):
    Practice.objects.update(reasons={"ko": "짧다"})
    assert propose(draft, by=advisor_kr).reasons == {}


def test_everything_that_is_missing_is_said(empty, advisor_kr, heard):
    found = completeness_of(version_of(empty))
    assert (found.done, found.total, found.percent) == (1, 23, 4)  # how long it ran is asked of what has ended
    assert [gap.part for gap in found.gaps] == [
        *("title", "summary", "operation", "since_year", "topics", "names"),
        *("problem", "solution", "actors", "steps", "technology", "results", "obstacles", "lessons", "sustainability"),
        *("financing", "legal", "needs_law", "evidence", "preconditions", "adapt", "not_suitable"),
    ]
    with pytest.raises(RefusedError, match=r"Write the part “Lessons”.*at least one figure"):
        propose(empty, by=advisor_kr)
    assert (Practice.objects.get(pk=empty.pk).status, heard()) == ("draft", [])


@pytest.mark.parametrize(
    ("parts", "gap"),
    [
        ({"summary": "짧다"}, ("summary", "The summary has 2 characters without spaces. Write 350 to 550.")),
        ({"operation": ""}, ("operation", "Say whether the system is a pilot, in operation, replaced or ended.")),
        ({"since_year": 2099}, ("since_year", "The library takes what is in use already: the year lies ahead.")),
        ({"operation": "ended"}, ("until_year", "Write until which year it was in use.")),
        ({"topics": []}, ("topics", "Choose at least one topic.")),
        ({"names": []}, ("names", "Write the name that the system bears today.")),
        ({"needs_law": None}, ("needs_law", "Say whether a new law was needed.")),
        ({"evidence": []}, ("evidence", "Give at least one figure with its source and date.")),
        *[({key: ""}, (key, None)) for key in KEYS],
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_one_thing_missing_is_enough(draft, advisor_kr, parts, gap):
    version = save_draft(version_of(draft), by=advisor_kr, seen=0, **parts)
    version.practice = draft
    part, sentence = gap
    assert [(one.part, str(one.sentence) if sentence else None) for one in completeness_of(version).gaps] == [
        (part, sentence)
    ]
    with pytest.raises(RefusedError, match="not complete yet"):
        propose(draft, by=advisor_kr)


def test_only_the_author_and_the_focal_points(draft, advisor2_kr, official_ge, officer, focal_kr):
    for who in (advisor2_kr, official_ge, officer):
        with pytest.raises(PermissionDenied):
            propose(draft, by=who)
    assert propose(draft, by=focal_kr).status == "proposed"


def test_twice_is_refused(draft, advisor_kr):
    propose(draft, by=advisor_kr)
    with pytest.raises(RefusedError, match="no longer possible"):
        propose(draft, by=advisor_kr)


def test_the_page_opens_to_those_who_write(draft, focal_kr, screen):
    met = {who: screen(who, "propose", draft).status_code for who in (*PEOPLE, "focal_kr")}
    assert met == {**dict.fromkeys(PEOPLE, 404), "advisor_kr": 200, "focal_kr": 200, "advisor2_kr": 403}


def test_what_is_missing_leads_to_its_field(empty, screen):
    answer = screen("advisor_kr", "propose", empty)
    shown = answer.content.decode()
    for place in (
        "story/#id_lessons",
        "what/#id_topics",
        "evidence/#id_evidence",
        "home/#id_adapt",
        "cost/#id_needs_law",
    ):
        assert f'href="/practices/{empty.reference}/edit/{place}"' in shown
        group, _hash, anchor = place.partition("/#")
        assert f'id="{anchor}"' in screen("advisor_kr", "edit", empty, group).content.decode()
    assert "Propose to the library" not in words(answer)


def test_from_the_page_to_the_record(draft, screen):
    assert "Propose to the library" in words(screen("advisor_kr", "propose", draft))
    answer = screen("advisor_kr", "propose", draft, sure="1")
    assert answer["Location"] == f"/practices/{draft.reference}/"
    assert Practice.objects.get().status == "proposed"
    assert screen("advisor_kr", "propose", draft, sure="1").status_code == 409
