"""The administration finds reports and risks, and changes neither; the words of a side stay its own there too."""

from django.urls import reverse

from people.enums import Side
from projects.actions.reports import write_part
from tests.cast import sign_in
from tests.projects.reports.quarter import make_issue, make_risk, part_of


def test_they_are_found_and_read(admin_user, project, report, leader_by):
    write_part(part_of(report, Side.A), by=leader_by, seen=1, summary={"en": "WORDS-OF-A"})
    client = sign_in(admin_user)
    for name, row in (("quarterreport", report), ("risk", make_risk(project)), ("issue", make_issue(project))):
        listed = client.get(reverse(f"admin:projects_{name}_changelist"), {"q": project.reference})
        assert (listed.status_code, row.reference in listed.content.decode()) == (200, True)
        shown = client.get(reverse(f"admin:projects_{name}_change", args=[row.pk]))
        assert (shown.status_code, "WORDS-OF-A" in shown.content.decode()) == (200, False)
        assert client.get(reverse(f"admin:projects_{name}_add")).status_code == 403
        assert client.post(reverse(f"admin:projects_{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
