"""What the admin site shows of delegations, and what stays of a nominee whose name goes."""

import pytest
from django.urls import reverse

from events.actions.accepting import propose_list
from events.actions.forgetting import forget_participant
from events.models import DelegationPaper, ListEntry, NomineeCheck
from tests.cast import sign_in
from tests.events.delegations import builders as build


@pytest.mark.parametrize("model", ["delegation", "delegationpaper", "participantlist"])
def test_administrators_find_and_read(cast, accepted, admin_user, client, model):
    build.paper(cast, accepted, note="Planted remark")
    browser = sign_in(admin_user, client=client)
    rows = {
        "delegation": accepted,
        "delegationpaper": DelegationPaper.objects.get(kind="country_report"),
        "participantlist": accepted.event.participant_lists.get(),
    }
    for url in (
        reverse(f"admin:events_{model}_changelist"),
        reverse(f"admin:events_{model}_changelist") + f"?q={accepted.event.reference}",
        reverse(f"admin:events_{model}_change", args=[rows[model].pk]),
    ):
        page = browser.get(url)
        assert (page.status_code, "Planted remark" in page.content.decode()) == (200, False)
        assert browser.post(url, {"status": "cancelled"}).status_code in {200, 302, 403}
    assert build.fresh(accepted).status == "forwarded"
    assert browser.get(reverse(f"admin:events_{model}_add")).status_code == 403


def test_remarks_and_reasons_go_with_the_name(cast, event, forwarded, officer):
    first = build.people(forwarded)[0]
    build.check(cast, first, points=["name"], note="Planted", verdict="reserve", verdict_reason="Planted")
    propose_list(event, by=officer, lines={first: ("reserve", "Planted")})
    forget_participant(first, by=None)
    row = build.fresh(first)
    assert "Planted" not in [
        *NomineeCheck.objects.values_list("note", flat=True),
        *ListEntry.objects.values_list("reason", flat=True),
        *(row.verdict_reason, row.experience, row.given_name),
    ]
    assert (row.delegation, row.country_id) == (forwarded, "GE")
