from django.utils import translation

from consultations.desk import lay
from tests.consultations import builders as build


def test_what_waits_for_me_stands_apart_from_what_waits_for_others(cast):
    submitted, draft = build.submitted(cast), build.draft(cast)
    desk = lay(cast.people["official_by"], 10)
    with translation.override("en"):
        assert [(one.reference, str(one.act), one.status) for one in desk.mine] == [(draft.handle, "Draft", "is-new")]
        assert [(one.reference, str(one.act), one.due_at) for one in desk.others] == [
            (submitted.handle, "Waiting for the contact point", build.fresh(submitted).due_at)
        ]
    assert (desk.mine_more, desk.others_more) == (False, False)
    assert [one.reference for one in lay(cast.people["contact_by"], 10).mine] == [submitted.handle]
    assert lay(cast.people["official_ge"], 10).mine == []


def test_the_nearest_due_time_comes_first_and_the_rest_is_counted_as_more(cast, django_assert_max_num_queries):
    rows = [build.submitted(cast) for _ in range(3)]
    first = min(rows, key=lambda row: build.fresh(row).due_at)
    first.due_at = first.due_at.replace(year=2020)
    first.save()
    contact = type(cast.people["contact_by"]).objects.get(email="contact@by.example")
    with django_assert_max_num_queries(3):
        desk = lay(contact, 2)
    assert (len(desk.mine), desk.mine_more, desk.mine[0].reference) == (2, True, first.handle)
