"""What stays behind: who writes it, what is refused, what everybody reads."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from projects.actions.legacy import (
    mark_of,
    name_keepers,
    remove_legacy,
    save_replication,
    save_service,
    save_transfer,
)
from projects.enums import Maturity, Stage, TransferKind
from projects.models import Project, Replication, ServiceEffect, Transfer
from tests.cast import Cast, cost
from tests.projects.builders import make_project

WRITERS = {"officer", "leader_by", "leader_kr", "director_by", "director_kr"}


def transfer_of(project: Project, **values: object) -> dict[str, object]:
    return {
        "kind": TransferKind.SYSTEM,
        "name": {"en": "Archive store"},
        "version": "2.1",
        "licence": "free of charge",
        "source": project.lead_b,
        "receiver": project.lead_a,
        "on": date(2026, 10, 1),
        **values,
    }


def service_of(project: Project, **values: object) -> dict[str, object]:
    return {
        "name": {"en": "Register of titles"},
        "owner": project.lead_a,
        "users_before": 1200,
        "users_after": 45000,
        "maturity_before": Maturity.INFORMATION,
        "maturity_after": Maturity.TRANSACTION,
        "source": "Annual report, page 12",
        "dated_on": date(2026, 10, 1),
        **values,
    }


def replication_of(cast: Cast, **values: object) -> dict[str, object]:
    return {
        "country": cast.countries["GE"],
        "organisation": cast.organisations["agency_ge"],
        "on": date(2026, 11, 1),
        "note": {"en": "The standard for datasets"},
        "source": "Letter of the agency",
        **values,
    }


def keepers_of(project: Project, **values: object) -> dict[str, object]:
    return {
        "run_by": project.lead_a,
        "paid_by": project.lead_a,
        "running_cost": Decimal("12000.00"),
        "running_currency": "USD",
        **values,
    }


def test_officers_and_leaders_write_and_everybody_reads(cast: Cast, client_of, officer, leader_kr, project) -> None:
    save_transfer(project, by=officer, **transfer_of(project))
    save_service(project, by=leader_kr, **service_of(project))
    save_replication(project, by=officer, **replication_of(cast))
    name_keepers(project, by=officer, seen=mark_of(project), **keepers_of(project))
    shown = client_of().get(reverse("projects:legacy", args=[project.reference])).content.decode()
    words = ("Archive store", "45,000", "4: transaction", "The standard for datasets", "12,000.00", "Georgia")
    assert [one for one in words if one not in shown] == []
    assert "Add a service" not in shown
    verbs = JournalEntry.objects.about(project).order_by("pk").values_list("verb", "data__kind")
    assert list(verbs) == [
        ("save_legacy", "transfer"),
        ("save_legacy", "serviceeffect"),
        ("save_legacy", "replication"),
        ("name_keepers", None),
    ]


def test_nobody_else_writes(cast: Cast, project) -> None:
    may = set()
    for key, user in cast.people.items():
        try:
            save_transfer(project, by=user, **transfer_of(project))
        except PermissionDenied:
            continue
        may.add(key)
    assert may == WRITERS


def test_it_is_written_after_the_close_too_but_not_before_the_approval(cast: Cast, officer) -> None:
    closed, proposed = make_project(cast, stage=Stage.CLOSED), make_project(cast, stage=Stage.OPINIONS)
    save_replication(closed, by=officer, **replication_of(cast))
    with pytest.raises(PermissionDenied):
        save_replication(proposed, by=officer, **replication_of(cast))


def test_what_makes_no_sense_is_refused_in_a_sentence(cast: Cast, officer, project) -> None:
    with pytest.raises(RefusedError, match="from one body to another"):
        save_transfer(project, by=officer, **transfer_of(project, receiver=project.lead_b))
    with pytest.raises(RefusedError, match="a source and a day"):
        save_service(project, by=officer, **service_of(project, source=""))
    with pytest.raises(RefusedError, match="another country"):
        save_replication(project, by=officer, **replication_of(cast, country=cast.countries["BY"]))
    with pytest.raises(RefusedError, match="which currency"):
        name_keepers(project, by=officer, seen=mark_of(project), **keepers_of(project, running_currency=""))
    assert [model.objects.count() for model in (Transfer, ServiceEffect, Replication)] == [0, 0, 0]


def test_two_who_change_one_row_lose_no_word(officer, leader_kr, project) -> None:
    row = save_transfer(project, by=officer, **transfer_of(project))
    row = Transfer.objects.get(pk=row.pk)
    seen = mark_of(row)
    save_transfer(project, by=officer, transfer=row, seen=seen, **transfer_of(project, version="3"))
    with pytest.raises(RefusedError, match="Somebody else has changed this"):
        save_transfer(project, by=leader_kr, transfer=row, seen=seen, **transfer_of(project, version="4"))
    assert Transfer.objects.get().version == "3"


def test_a_row_written_by_mistake_is_removed_and_the_journal_keeps_it(officer, client_of, project) -> None:
    row = save_transfer(project, by=officer, **transfer_of(project))
    url = reverse("projects:remove_legacy", args=[project.reference, "transfer", row.pk])
    client = client_of(officer)
    assert client.get(url).status_code == 200
    assert client.post(url).status_code == 302
    assert not Transfer.objects.exists()
    assert JournalEntry.objects.about(project).filter(verb="remove_legacy").count() == 1
    again = save_transfer(project, by=officer, **transfer_of(project))
    remove_legacy(again, by=officer)
    assert not Transfer.objects.exists()


def test_the_forms_save_and_keep_what_was_typed(officer, client_of, project) -> None:
    client, url = client_of(officer), reverse("projects:add_legacy", args=[project.reference, "transfer"])
    sent = {
        "kind": "system",
        "name_en": "Archive store",
        "version": "2.1",
        "source": project.lead_b_id,
        "receiver": project.lead_b_id,
        "on": "2026-10-01",
    }
    answer = client.post(url, sent)
    assert (answer.status_code, answer.context["form"].errors.keys()) == (200, {"receiver"})
    assert "Archive store" in answer.content.decode()
    assert client.post(url, {**sent, "receiver": project.lead_a_id}).status_code == 302
    row = Transfer.objects.get()
    change = reverse("projects:save_legacy", args=[project.reference, "transfer", row.pk])
    seen = client.get(change).context["form"]["seen"].value()
    sent |= {"receiver": project.lead_a_id, "version": "3", "seen": seen}
    assert client.post(change, sent).status_code == 302
    assert Transfer.objects.get().version == "3"
    keepers = reverse("projects:name_keepers", args=[project.reference])
    seen = client.get(keepers).context["form"]["seen"].value()
    assert client.post(keepers, {"run_by": project.lead_a_id, "running_cost": "5", "seen": seen}).status_code == 200
    sent = {"run_by": project.lead_a_id, "running_cost": "5", "running_currency": "USD", "seen": seen}
    assert client.post(keepers, sent).status_code == 302
    assert (Project.objects.get().run_by, Project.objects.get().running_cost) == (project.lead_a, Decimal(5))


def test_doors(cast: Cast, client_of, project) -> None:
    add = reverse("projects:add_legacy", args=[project.reference, "transfer"])
    met = {who: client_of(cast.people[who]).get(add).status_code for who in ("officer", "official_by", "official_ge")}
    assert met == {"officer": 200, "official_by": 403, "official_ge": 403}
    Project.objects.update(is_public=False)
    assert client_of(cast.people["official_ge"]).get(add).status_code == 404
    officer = client_of(cast.people["officer"])
    for kind, pk in (("person", 1), ("transfer", 999999)):
        assert officer.get(reverse("projects:save_legacy", args=[project.reference, kind, pk])).status_code == 404


def test_its_price_does_not_grow(cast: Cast, client_of, officer, project) -> None:
    client, url = client_of(officer), reverse("projects:legacy", args=[project.reference])

    def fill(rows: int) -> None:
        for _number in range(rows):
            save_transfer(project, by=officer, **transfer_of(project))
            save_service(project, by=officer, **service_of(project))
            save_replication(project, by=officer, **replication_of(cast))

    fill(1)
    client.get(url)
    one = cost(client, url)
    fill(2)
    assert cost(client, url) == one
    assert one <= 12
