"""The four events: what stands there after loading, as the press release tells it and as the cast finds it."""

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from django.urls import reverse

from calendars.directory import calendar_of
from core.models import Signature
from events.completeness import completeness_of
from events.enums import EventStatus, ParticipantStatus
from events.models import (
    ActionPlan,
    Certificate,
    Contributor,
    Delegation,
    Event,
    Minutes,
    Outcome,
    Participant,
    PlanCheck,
    Programme,
    Questionnaire,
    Release,
    TripReport,
)
from events.presentation.ratings import ratings_of
from events.presentation.waiting import asked_of, waiting_events
from people.models import User
from sample_centre import timeline
from sample_centre.content.people import EVERYBODY, FORMER, PEOPLE, PRINCIPAL
from sample_centre.events.bill import plays
from sample_centre.events.edition_now import EditionNow

NINE = ["AM", "AZ", "BG", "GR", "MD", "RO", "RS", "TR", "UA"]
FOUR = {"en", "ru", "be", "ko"}


def edition(year: int) -> Event:
    return Event.objects.get(programme__slug="korea-black-sea", year=year)


def now() -> Event:
    return Event.objects.filter(programme__slug="korea-black-sea").latest("starts_on")


def opening() -> Event:
    return Event.objects.get(kind="ceremony")


def forum() -> Event:
    return Event.objects.get(kind="forum")


def account(key: str) -> User:
    return User.objects.get(email=EVERYBODY[key].email)


def counted(rows, field: str) -> dict[str, int]:
    return dict(Counter(rows.values_list(field, flat=True)))


# --- The programme and its seventh edition ---------------------------------------------------------------------------


def test_thirteen_states_are_invited_since_2011(sample):
    programme = Programme.objects.get()
    assert (programme.since, programme.countries.count(), programme.editions.count()) == (2011, 13, 2)


def test_the_week_of_2017_is_the_one_of_the_press_release(sample):
    event = edition(2017)
    assert (event.number, event.starts_on, event.ends_on) == (7, date(2017, 10, 30), date(2017, 11, 3))
    assert event.status == EventStatus.CLOSED
    kinds = counted(event.sessions, "kind")
    assert [kinds[kind] for kind in ("presentation", "country", "panel", "visit", "wrap_up")] == [3, 9, 2, 3, 1]
    hosts = [f"{body.role} {body.organisation.acronym}" for body in event.bodies.select_related("organisation")]
    assert hosts == ["host MOFA", "host MOIS", "organiser KLID", "funder MOFA", "partner NIA", "partner BSEC PERMIS"]


def test_nine_delegations_came_in_2017_and_two_declined(sample):
    rows = Delegation.objects.filter(event=edition(2017)).in_order()
    assert [row.country_id for row in rows if row.status == "forwarded"] == NINE
    assert [row.country_id for row in rows if row.status == "declined"] == ["AL", "GE"]
    assert all(row.decline_reason for row in rows if row.status == "declined")


def test_one_came_in_place_of_another(sample):
    people = edition(2017).participants
    assert counted(people, "status") == {"attended": 11, "reserve": 2, "withdrawn": 1}
    (replacement,) = people.exclude(replaces=None)
    assert (str(replacement), str(replacement.replaces)) == ("Vesela Stoyanova", "Dimitar Kolev")


def test_each_of_the_nine_presents_and_has_handed_in_everything(sample):
    event = edition(2017)
    presented = event.sessions.filter(kind="country").order_by("delegation__country__name__en")
    assert list(presented.values_list("delegation__country", flat=True)) == NINE
    rows = list(event.delegations.filter(status="forwarded"))
    papers = {"nominees", "letter", "country_report", "slides"}
    cells = [cell for cells in completeness_of(event, rows).values() for cell in cells if cell.item in papers]
    assert {cell.state for cell in cells} == {"in"}


def test_both_keys_stand_on_what_needs_them(sample):
    event = edition(2017)
    run = event.certificate_runs.order_by("number").first()
    for row in (*event.releases.all(), event.participant_lists.get(), event.minutes.get(), run):
        assert sorted(one.key for one in Signature.objects.about(row)) == ["a", "b"], row


def test_the_second_version_moves_the_village(sample):
    second = Release.objects.get(event=edition(2017), version=2)
    assert [(one["change"], one["title"]["en"]) for one in second.changes] == [
        ("moved", "Site visit: information network village")
    ]


def test_every_questionnaire_of_2017_shows_its_answers(sample):
    event = edition(2017)
    answered = {row.pk: row.responses.count() for row in Questionnaire.objects.filter(event=event)}
    assert (len(answered), min(answered.values())) == (7, 6)
    assert ratings_of(event.programme)[event.pk] == pytest.approx(4.5)


def test_the_wrap_up_decided_where_2018_is_held(sample):
    event = edition(2017)
    assert Minutes.objects.get(event=event).status == "agreed"
    decided = Outcome.objects.filter(event=event, kind="decision").order_by("number")
    assert decided[0].text["en"] == "The programme of 2018 is to be held in two or three member states."
    assert [one.status for one in decided] == ["done", "done"]
    actions = Outcome.objects.filter(event=event, kind="action").order_by("number")
    assert [one.status for one in actions] == ["done", "done", "carried"]
    carried = Outcome.objects.get(carried_from=actions[2])
    assert (carried.event, carried.status, carried.due_on > date(2018, 12, 31)) == (now(), "open", True)


def test_ten_of_eleven_plans_were_written_endorsed_and_followed_for_a_year(sample):
    plans = ActionPlan.objects.filter(participant__event=edition(2017))
    assert counted(plans, "status") == {"endorsed": 10, "draft": 1}
    checks = PlanCheck.objects.filter(plan__in=plans)
    assert counted(checks.exclude(answered_at=None), "months") == {3: 10, 6: 10, 12: 10}
    assert counted(checks.filter(months=12), "progress") == {"done": 8, "going_on": 1, "dropped": 1}


def test_all_eleven_reported_on_the_journey(sample):
    reports = TripReport.objects.filter(participant__event=edition(2017))
    assert (reports.count(), reports.filter(submitted_at=None).count()) == (11, 0)


def test_certificates_one_corrected_one_revoked_none_for_whoever_left_early(sample):
    rows = Certificate.objects.filter(run__event=edition(2017))
    assert counted(rows, "status") == {"issued": 9, "replaced": 1, "revoked": 1}
    assert rows.get(replaces__isnull=False).name == "Milica Stanković"
    assert not rows.filter(participant__email="emre.kaya@tr.example").exists()


def test_the_slides_of_the_lectures_are_open_to_everybody(sample, client):
    event = edition(2017)
    files = [one.file for one in event.materials.select_related("file").filter(audience="public")]
    assert [file.kind for file in files] == ["application/pdf"] * 3
    answer = client.get(files[0].get_absolute_url())
    content = b"".join(answer.streaming_content)
    assert (answer.status_code, content[:5]) == (200, b"%PDF-")


# --- The opening -----------------------------------------------------------------------------------------------------


def test_fifty_people_were_at_the_opening(sample):
    event = opening()
    assert (event.starts_on, event.status) == (date(2017, 3, 28), EventStatus.CLOSED)
    assert counted(event.participants, "status") == {"attended": 50}
    assert counted(event.participants, "country") == {"BY": 36, "KR": 14}


# --- The edition under nomination ------------------------------------------------------------------------------------


def test_eleven_of_thirteen_states_are_invited_and_have_answered_differently(sample):
    rows = Delegation.objects.filter(event=now()).in_order().exclude(organisation__acronym="NCES")
    assert {row.country_id: row.status for row in rows} == {
        "AL": "forwarded",
        "AM": "forwarded",
        "AZ": "forwarded",
        "BG": "forwarded",
        "GE": "forwarded",
        "GR": "declined",
        "MD": "submitted",
        "RO": "forwarded",
        "RS": "forwarded",
        "TR": "invited",
        "UA": "forwarded",
    }


def test_the_number_follows_the_year(sample):
    event = now()
    assert event.number == event.starts_on.year - 2010
    assert event.starts_on.weekday() == 0


def test_papers_are_missing_and_one_act_could_remind(sample):
    event = now()
    rows = list(Delegation.objects.coming().in_order().filter(event=event))
    cells = completeness_of(event, rows)
    owed = {row.country_id: [str(cell.item) for cell in cells[row.pk] if cell.is_owed] for row in rows}
    assert owed["AM"] == []
    assert owed["GE"] == ["arrival", "visa", "country_report", "slides", "translation"]
    assert owed["AZ"] == ["arrival", "visa", "slides", "translation"]
    assert owed["TR"] == ["nominees", "letter", "country_report", "slides", "translation"]


def test_a_list_waits_for_both_keys_and_the_programme_for_one(sample):
    event = now()
    lists = {row.number: row for row in event.participant_lists.all()}
    assert [(number, row.status) for number, row in sorted(lists.items())] == [(1, "accepted"), (2, "proposed")]
    assert [one.key for one in Signature.objects.about(lists[2]) if one.is_live] == []
    release = event.releases.get()
    assert release.status == "proposed"
    assert [one.key for one in Signature.objects.about(release) if one.is_live] == ["b"]


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        ("focal_by", {"nominate"}),
        ("contact_by", {"nominate"}),
        ("contact_tr", {"nominate"}),
        ("contact_md", {"forward"}),
        ("director_by", {"release", "list"}),
        ("director_kr", {"list"}),
        ("officer", {"check"}),
        ("official_ge", {"confirm"}),
        ("official_bg", {"confirm"}),
        ("official_am", set()),
        ("advisor_kr", set()),
    ],
)
def test_what_waits_for_whom(sample, who, asked):
    user = account(who)
    found = {(one.name, event.pk) for event in waiting_events(user) for one in asked_of(event, user)}
    assert found == {(name, now().pk) for name in asked}


def test_the_days_ahead_are_ahead(sample):
    event, today = now(), date.today()  # noqa: DTZ011  of the machine that loads
    assert event.nominations_due_at.date() > today + timedelta(days=5)
    assert event.papers_due_at > event.nominations_due_at
    assert event.starts_on >= today + timedelta(days=39)


# --- The forum -------------------------------------------------------------------------------------------------------


def test_three_hundred_registered_and_no_seat_was_sold_twice(sample):
    event = forum()
    status = counted(event.participants, "status")
    assert (event.participants.count(), event.capacity, event.seats_taken) == (300, 280, 280)
    assert status == {"accepted": 280, "waiting": 14, "withdrawn": 6}
    assert event.registration_is_open()
    assert event.participants.exclude(user=None).count() == 8


def test_twenty_sessions_in_three_rooms_on_two_days(sample):
    programme = forum().released.programme
    days = {one["day"] for one in programme["sessions"]}
    assert [len(programme[part]) for part in ("sessions", "rooms", "tracks")] == [20, 3, 3]
    assert len(days) == 2


def test_questions_of_the_registration_are_asked_and_answered_in_four_languages(sample):
    rows = list(forum().registration_fields.all())
    assert [row.kind for row in rows] == ["choice", "choices", "yes_no", "text"]
    assert {frozenset(row.label) for row in rows} == {frozenset(FOUR)}
    answers = forum().participants.values_list("answers", flat=True)
    assert {frozenset(one) >= {rows[0].key, rows[1].key, rows[2].key} for one in answers} == {True}


# --- All of them -----------------------------------------------------------------------------------------------------


def test_no_released_programme_has_a_clash(sample):
    for release in Release.objects.all():
        taken = defaultdict(list)
        for one in release.programme["sessions"]:
            span = (datetime.fromisoformat(one["starts_at"]), datetime.fromisoformat(one["ends_at"]))
            if one["room"]:
                taken["room", one["room"]].append(span)
            for person in one["people"]:
                taken["person", person["id"]].append(span)
        for what, spans in taken.items():
            spans.sort()
            assert all(first[1] <= second[0] for first, second in pairwise(spans)), (release, what)


def test_names_of_events_and_sessions_are_in_four_languages(sample):
    for event in Event.objects.all():
        assert set(event.name) == FOUR
        assert {frozenset(session.title) for session in event.sessions.all()} == {frozenset(FOUR)}


def test_nobody_bears_the_name_of_an_official_of_the_sources(sample):
    officials = {"popkov", "yoon", "kang", "jeongwon", "sang-baek", "попков", "윤", "강"}
    names = set()
    for model in (Participant, Contributor, User):
        for row in model.objects.values_list("given_name", "family_name", "given_name_own", "family_name_own"):
            names |= {part.lower() for part in row}
    assert names & officials == set()


def test_every_address_is_an_example(sample):
    for model in (Participant, Contributor, User):
        assert not model.objects.exclude(email="").exclude(email__iendswith=".example").exists()


def test_those_who_have_left_hold_nothing(sample):
    assert {key: account(key).standing.appointments for key in FORMER} == {key: [] for key in FORMER}


def test_people_without_account_hold_their_places(sample):
    assert forum().participants.filter(user=None, status=ParticipantStatus.ACCEPTED).count() == 272


def test_whatever_day_it_is_loaded_deeds_are_done_in_office_hours(sample):
    for days in range(0, 800, 5):
        today = date(2026, 1, 1) + timedelta(days=days)
        for play in plays(None, today):
            for deed in play.deeds():
                assert deed.at < datetime.combine(today, time(0), UTC), (today, deed)
                if deed.by:
                    calendar = calendar_of(timeline.country_of(deed.by))
                    windows = calendar.windows(calendar.date_of(deed.at))
                    assert any(opens <= deed.at < closes for opens, closes in windows), (today, deed)


def test_whatever_day_it_is_loaded_one_step_follows_the_other(sample):
    order = ["begin", "carry", "announce", "invite", "check", "propose_list", "accept_list", "accept_list"]
    order += ["plan", "check", "propose_list", "propose_programme", "sign"]
    for days in range(0, 800, 5):
        play = EditionNow(None, date(2026, 1, 1) + timedelta(days=days))
        deeds = sorted(play.deeds(), key=lambda deed: deed.at)
        assert [deed.verb for deed in deeds if deed.verb in order] == order
        first_check = next(deed for deed in deeds if deed.verb == "check")
        assert sum(deed.verb == "nominate" for deed in deeds if deed.at < first_check.at) >= 4


PAGES = (
    "detail",
    "timetable",
    "releases",
    "delegations",
    "participants",
    "materials",
    "visits",
    "questionnaires",
    "results",
    "wrap_up",
    "follow_up",
    "certificates",
    "report",
)


@pytest.mark.parametrize("language", ["en", "ru", "ko"])
def test_the_officer_opens_every_page_of_the_editions(sample, settings, client, language):
    settings.SAMPLE_CENTRE = True
    client.cookies["django_language"] = language
    client.force_login(account("officer"))
    for event in (edition(2017), now()):
        opened = {page: client.get(reverse(f"events:{page}", args=[event.reference])).status_code for page in PAGES}
        assert opened == dict.fromkeys(PAGES, 200)


@pytest.mark.parametrize("key", list(PEOPLE)[:PRINCIPAL])
def test_the_cast_opens_the_list_and_each_event(sample, settings, client, key):
    settings.SAMPLE_CENTRE = True
    client.force_login(account(key))
    addresses = [reverse("events:list"), reverse("events:mine"), Programme.objects.get().get_absolute_url()]
    addresses += [event.get_absolute_url() for event in Event.objects.all()]
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_a_visitor_reads_what_is_public(sample, client):
    addresses = [reverse("events:list"), *(event.get_absolute_url() for event in Event.objects.all())]
    addresses += [reverse("events:timetable", args=[event.reference]) for event in (edition(2017), forum(), opening())]
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)
