import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.deciding import decide
from consultations.actions.drafting import forward, return_request, submit
from core.models import Signature, Silence
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors


def test_the_contact_point_gives_it_back_with_reasons(submitted, contact_by, heard, told):
    heard()
    row = return_request(submitted, by=contact_by, reason="Уточните вопрос 2.")
    row = build.fresh(row)
    assert (row.status, row.due_at, row.reference) == ("draft", None, None)
    assert row.clocks.get().ended_at is not None
    assert heard() == [
        ("consultation_returned", {"consultation": row, "by": contact_by, "reason": "Уточните вопрос 2."})
    ]
    assert told(row)[-1] == ("return", "submitted", "draft", "contact@by.example", "Уточните вопрос 2.")


def test_after_registration_an_officer_returns_it_and_the_keys_are_cleared(cast, registered, officer, director_kr):
    decide(registered, by=director_kr, accepts=True)
    row = build.fresh(return_request(registered, by=officer, reason="Два вопроса об одном."))
    assert (row.status, row.due_at, row.reference) == ("draft", None, registered.reference)
    assert (Signature.objects.get().cleared_at is None, Silence.objects.get().ended_at is None) == (False, False)
    row = forward(submit(row, by=cast.people["official_by"]), by=cast.people["contact_by"])
    assert (row.reference, row.registered_at) == (registered.reference, registered.registered_at)
    assert decide(row, by=director_kr, accepts=True).status == "registered"  # the cleared key counts no more


def test_each_in_his_time(submitted, registered, contact_by, officer, official_by):
    with pytest.raises(PermissionDenied):
        return_request(submitted, by=officer, reason="x")
    with pytest.raises(PermissionDenied):
        return_request(registered, by=contact_by, reason="x")
    with pytest.raises(PermissionDenied):
        return_request(registered, by=official_by, reason="x")


def test_what_has_moved_on_is_not_returned(accepted, contact_by, officer):
    for person in (contact_by, officer):
        with pytest.raises(RefusedError, match="“Return with reasons” is no longer possible"):
            return_request(accepted, by=person, reason="x")


def test_the_screen(submitted, registered, accepted, knock, screen):
    assert knock("return", submitted) == doors(official_by=403, contact_by=200)
    readers = dict.fromkeys(("official_by", "contact_by", "director_by", "director_kr"), 403)
    assert knock("return", registered) == doors(**readers, officer=200)
    late = screen("contact_by", "return", accepted, reason="Слишком поздно")
    assert (late.status_code, "Слишком поздно" in late.content.decode()) == (409, True)


def test_reasons_are_needed(submitted, screen):
    empty = screen("contact_by", "return", submitted, reason=" ")
    assert (empty.status_code, list(empty.context["form"].errors)) == (200, ["reason"])
    answer = screen("contact_by", "return", submitted, reason="Уточните.")
    assert answer["Location"] == submitted.get_absolute_url()
    assert build.fresh(submitted).status == "draft"


def test_the_number_stays_in_the_address_after_a_return(registered, screen):
    answer = screen("officer", "return", registered, reason="Уточните.")
    assert answer["Location"] == f"/consultations/{registered.reference}/"
