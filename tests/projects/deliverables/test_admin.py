"""Administrators find schedules and deliverables; what people wrote in them stays with both sides."""

import pytest

from projects.actions.scheduling import take_baseline
from tests.cast import cost
from tests.projects.deliverables.handing import submitted
from tests.projects.schedule.test_scheduling import line


@pytest.mark.parametrize("model", ["task", "baseline", "deliverable", "deliverableversion"])
def test_lists_and_rows_are_read(project, officer, advisor_kr, admin_user, client_of, model):
    rows = {"task": line(project, officer, "1"), "baseline": take_baseline(project, by=officer, reason="So.")}
    rows["deliverableversion"] = submitted(project, officer, advisor_kr)
    rows["deliverable"] = rows["deliverableversion"].deliverable
    client = client_of(admin_user)
    address = f"/admin/projects/{model}/"
    assert client.get(address).status_code == 200
    shown = client.get(f"{address}{rows[model].pk}/change/", follow=True)
    assert (shown.status_code, "The first one." in shown.content.decode()) == (200, False)
    assert client.get(f"{address}add/").status_code == 403
    one = cost(client, address)
    for number in (2, 3):
        line(project, officer, str(number))
    assert cost(client, address) == one
