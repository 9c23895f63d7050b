"""The report of what is missing: core pages in the languages that belong together, and press releases."""

from django.urls import reverse

from pages.models import Page
from pages.presentation.missing import core_lines, lines_of
from people.models import User
from tests.pages.builders import correct, make_page, make_release, publish


def told(lines):
    return {line.reference: ({cell.code: str(cell.words) for cell in line.cells}, line.is_whole) for line in lines}


def rows():
    return Page.objects.with_texts().for_list()


def test_a_core_page_that_nobody_wrote_has_the_built_in_text(cast, settings):
    assert set(told(core_lines(rows()))) == {"about", "accessibility", "personal-data"}
    assert told(core_lines(rows()))["about"] == (dict.fromkeys(["be", "ru", "en", "ko"], "Built-in text"), True)


def test_what_lacks_a_language_and_what_is_outdated(cast):
    about = publish(cast, make_page(cast, reference="about"))
    correct(cast, about, "be")
    other = publish(cast, make_page(cast, reference="history"))
    assert told(core_lines(rows())) == {
        "about": ({"be": "There", "ru": "Outdated", "en": "Built-in text", "ko": "Built-in text"}, False),
        "accessibility": (dict.fromkeys(["be", "ru", "en", "ko"], "Built-in text"), True),
        "personal-data": (dict.fromkeys(["be", "ru", "en", "ko"], "Built-in text"), True),
        other.reference: ({"be": "There", "ru": "There", "en": "Missing", "ko": "Missing"}, True),
    }


def test_press_releases_and_their_languages(cast, client_of, officer):
    User.objects.update(language="en")
    row = correct(cast, make_release(cast, "en", "ru", "ko"), "en")
    assert told(lines_of(rows().filter(kind="release"))) == {
        row.reference: ({"be": "Missing", "ru": "Outdated", "en": "There", "ko": "Outdated"}, False)
    }
    text = client_of(officer).get(reverse("pages:missing")).content.decode()
    for language in ("be", "ru", "ko"):
        assert f'href="{reverse("pages:edit", args=[row.reference, language])}"' in text
    assert reverse("pages:edit", args=[row.reference, "en"]) not in text


def test_it_is_for_those_who_write(cast, client_of):
    url = reverse("pages:missing")
    met = {
        who: client_of(cast.people.get(who)).get(url).status_code for who in ("visitor", "official_by", "admin_user")
    }
    assert met == {"visitor": 302, "official_by": 403, "admin_user": 200}
