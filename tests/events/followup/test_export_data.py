"""One's own data: plans, reports and certificates, and nothing of anybody else."""

import json

from events.actions.certifying import propose_certificates, sign_certificates
from people.actions.privacy import export_data
from tests.events.followup.conftest import endorsed, owed_report, written


def test_what_is_ones_own(event, nino, sergei, official_ge, officer, director_by, director_kr):
    endorsed(nino)
    written(sergei, title="Zvambo")
    owed_report(nino)
    run = propose_certificates(event, by=officer)
    for director in (director_by, director_kr):
        sign_certificates(run, by=director)
    found = json.loads("".join(export_data(official_ge, by=official_ge)))
    plan, report, certificate = (found[name] for name in ("action_plans", "trip_reports", "certificates"))
    assert [(one["title"], one["status"], len(one["activities"]), len(one["answers"])) for one in plan] == [
        ("One register of addresses", "endorsed", 1, 3)
    ]
    assert [(one["event"], one["due_on"]) for one in report] == [("E-2026-77", "2026-11-08")]
    assert [(one["name"], one["status"]) for one in certificate] == [("Nino Beridze", "issued")]
    assert "Zvambo" not in json.dumps(found)
