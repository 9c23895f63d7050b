import json

from events.actions.releasing import propose_release
from events.actions.session_people import forget_contributor
from events.models import Release
from people.signals import account_anonymised
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import fresh, released


def test_the_name_goes_from_versions_too(event, stop, officer, official_ge):
    facts = {"given_name": "Tamar", "family_name": "Kapanadze", "given_name_own": "თამარ", "email": "t@ge.example"}
    one = make_contributor(
        **facts, own_language="ka", post={"en": "Head of Registers"}, country_id="GE", user=official_ge
    )
    row = make_session(stop)
    row.parts.create(contributor=one, topic={"en": "Registers"})
    row.parts.create(contributor=make_contributor(family_name="Yoon"))
    released(event, officer)
    make_session(stop, start=14).parts.create(contributor=one)
    propose_release(fresh(event), by=officer)
    account_anonymised.send(type(official_ge), user=official_ge, address="official@ge.example", by=officer)
    kept = json.dumps(list(Release.objects.values("programme", "changes")), ensure_ascii=False)
    found = [secret for secret in ("Tamar", "Kapanadze", "თამარ", "Head of Registers") if secret in kept]
    person = fresh(one)
    assert (found, "Yoon" in kept, '"Registers"' in kept) == ([], True, True)
    assert (person.display_name, person.email, person.user, person.country_id) == ("Former contributor", "", None, "GE")


def test_twice_changes_nothing_more(officer):
    one = forget_contributor(make_contributor(), by=officer)
    assert forget_contributor(one, by=None).display_name == "Former contributor"
