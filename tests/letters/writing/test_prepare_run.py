"""Drafts are written to each recipient of a source, in the order of protocol and in each one's language."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.refusal import RefusedError
from events.enums import DelegationStatus
from letters.actions import preparing
from letters.actions.preparing import prepare_run
from letters.actions.templates import retire_template
from letters.enums import LetterKind
from letters.models import Letter, LetterRun
from tests.cast import cost
from tests.events.builders import make_delegation
from tests.factories import make_organisation
from tests.letters.builders import make_focal, make_inviting_event, make_template, prepared


def table(run):
    return [
        (one.position, str(one.recipient.best("en").text), one.wanted_language, one.language)
        for one in run.letters.order_by("position")
    ]


def test_own_side_first_then_states_by_their_english_names(cast, template):
    make_focal(cast, "services_by", language="be")
    make_focal(cast, "nia", language="ko")
    event = make_inviting_event(cast, "agency_ge", "nia", "services_by", "ministry_by")
    run = prepared(cast, event)
    assert table(run) == [
        (1, "Ministry of Communications and Informatization", "en", "en"),
        (2, "National Centre of Electronic Services", "be", "ru"),  # the template has no Belarusian: Russian is nearest
        (3, "Digital Governance Agency", "en", "en"),
        (4, "National Information Society Agency", "ko", "ko"),
    ]
    assert (run.template_revision, run.about_reference, run.about_name) == (1, event.reference, event.name)


def test_fields_speak_the_language_of_the_letter(cast, template):
    make_focal(cast, "services_by", language="ru")
    event = make_inviting_event(cast, "services_by")
    letter = prepared(cast, event).letters.get()
    assert letter.values["event"] == event.name["ru"]
    assert letter.values["recipient"] == "Национальный центр электронных услуг"
    assert (letter.values["country"], letter.values["quota"]) == ("Беларусь", "2")
    assert letter.addressee.splitlines() == ["Национальный центр электронных услуг", "Беларусь"]
    assert (letter.subject, letter.body) == (template.subject["ru"], template.body["ru"])


def test_only_what_the_kind_names_is_kept(cast, event, template):
    from letters.fields import names_of  # noqa: PLC0415

    for letter in prepared(cast, event).letters.all():
        assert set(letter.values) <= set(names_of("invitation"))


@pytest.mark.parametrize("status", [DelegationStatus.CANCELLED, DelegationStatus.DECLINED, DelegationStatus.FORWARDED])
def test_who_has_answered_or_is_not_invited_gets_none(cast, event, template, status):
    event.delegations.filter(organisation=cast.organisations["agency_ge"]).update(status=status)
    assert [line[1] for line in table(prepared(cast, event))] == ["National Centre of Electronic Services"]


def test_nobody_to_write_to(cast, template):
    event = make_inviting_event(cast, "agency_ge")
    event.delegations.update(status=DelegationStatus.DECLINED)
    with pytest.raises(RefusedError, match="Nobody is to be written to"):
        prepared(cast, event)
    assert LetterRun.objects.count() == 0


def test_too_many(cast, event, template, monkeypatch):
    monkeypatch.setattr(preparing, "MOST", 1)
    with pytest.raises(RefusedError, match="2 recipients are too many for one run"):
        prepared(cast, event)


def test_a_template_out_of_use_or_of_another_kind(cast, event, template, officer):
    visa = make_template(cast, kind="visa", name="V")
    with pytest.raises(RefusedError, match="not written from this template any more"):
        prepared(cast, event, visa)
    with pytest.raises(RefusedError, match="not written from this template any more"):
        prepared(cast, event, template, source="nothing")
    with pytest.raises(RefusedError, match="No such letters are written about this record"):
        prepared(cast, event, template, record=0)
    retire_template(template, by=officer)
    template.refresh_from_db()
    with pytest.raises(RefusedError, match="not written from this template any more"):
        prepared(cast, event, template)


def test_a_stranger_writes_none(cast, event, template):
    for who in ("official_by", "advisor_kr", "admin_user", "official_ge"):
        with pytest.raises(PermissionDenied):
            prepare_run(template, by=cast.people[who], source="invitation", record=event.pk, signing="both")


def test_recipients_cost_the_same_however_many_they_are(cast, template):
    from letters.sources.source import sources  # noqa: PLC0415

    source = sources["invitation"]
    few = make_inviting_event(cast, "agency_ge")
    many = make_inviting_event(cast, "agency_ge", "services_by", "nia", "ministry_by")
    spent = []
    for event in (few, few, many):  # once for what a process reads but once
        record = source.records(cast.people["officer"]).get(pk=event.pk)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found = source.recipients(record)
            for one in found:
                one.values()
                list(one.addressee())
        spent.append((len(found), len(queries)))
    assert spent[1:] == [(1, 2), (4, 2)]


# --- Pages -----------------------------------------------------------------------------------------------------------


def test_from_the_record_to_the_run(client_of, cast, event, template, officer):
    browser = client_of(officer)
    chosen = browser.get(reverse("letters:start"), {"about": event.reference, "template": template.pk})
    assert chosen.status_code == 302
    page = browser.get(chosen["Location"])
    assert page.context["form"]["record"].value() == event.reference
    assert [one.reference for one in page.context["offered"]] == [event.reference]
    url = reverse("letters:prepare", args=[template.pk])
    answer = browser.post(url, {"source": "invitation", "record": event.reference.lower(), "signing": "a"})
    run = LetterRun.objects.get()
    assert (answer["Location"], run.signing, run.by) == (run.get_absolute_url(), "a", officer)


def test_a_number_that_is_none_is_told_beside_what_was_typed(client_of, template, officer):
    url = reverse("letters:prepare", args=[template.pk])
    page = client_of(officer).post(url, {"source": "invitation", "record": "E-1999-999", "signing": "both"})
    assert list(page.context["form"].errors) == ["record"]
    assert "E-1999-999" in page.content.decode()


def test_the_run_shows_what_is_missing_and_who_had_one(client_of, cast, officer, template):
    event = make_inviting_event(cast, "agency_ge")
    from letters.actions.issuing import issue_run  # noqa: PLC0415

    first = issue_run(prepared(cast, event), by=officer).letters.get()
    event.delegations.update(due_at=None)
    run = prepared(cast, event)
    page = client_of(officer).get(run.get_absolute_url())
    assert [(row.missing, row.earlier, row.is_other_language) for row in page.context["rows"]] == [
        (["deadline"], first.reference, False)
    ]
    assert "<mark>deadline</mark>" in page.content.decode()


def test_a_run_of_one_and_of_three_costs_the_same(client_of, cast, officer, template):
    one = prepared(cast, make_inviting_event(cast, "agency_ge"))
    three = prepared(cast, make_inviting_event(cast, "agency_ge", "services_by", "nia"))
    browser = client_of(officer)
    browser.get(one.get_absolute_url())
    spent = {cost(browser, run.get_absolute_url()) for run in (one, three)}
    lists = [cost(browser, reverse("letters:runs"))]
    for number in range(3):
        event = make_inviting_event(cast, "agency_ge")
        make_delegation(event, make_organisation(name={"en": f"Body {number}"}))
        prepared(cast, event)
    lists.append(cost(browser, reverse("letters:runs")))
    assert len(spent) == 1
    assert spent.pop() <= 12
    assert lists[0] == lists[1] <= 12
    assert Letter.objects.count() == 10


@pytest.mark.parametrize("kind", LetterKind.values)
def test_the_page_of_every_kind_opens_and_costs_little(client_of, cast, officer, event, kind):
    row = make_template(cast, kind=kind, name=kind, subject={"en": "S"}, body={"en": "B"})
    browser, url = client_of(officer), reverse("letters:prepare", args=[row.pk])
    assert browser.get(url).status_code == 200
    assert cost(browser, url) <= 12
