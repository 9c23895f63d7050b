from datetime import date, time

import pytest
from django.urls import reverse

from calendars.actions import set_exception
from calendars.directory import calendar_of
from calendars.models import Calendar, CalendarException
from core.models import JournalEntry
from tests.cast import sign_in

pytestmark = pytest.mark.django_db
DAY = date(2027, 5, 10)
EXCEPTIONS = "admin:calendars_calendarexception"


@pytest.fixture
def desk(admin_user):
    return sign_in(admin_user)


def reasons(text="Day off moved"):
    return {"reason_en": text, "reason_ru": "", "reason_be": "", "reason_ko": ""}


def week(calendar, rows, initial=0):
    data = {
        "windows-TOTAL_FORMS": len(rows),
        "windows-INITIAL_FORMS": initial,
        "zone": calendar.zone,
        "subdivision": "",
    }
    for n, row in enumerate(rows):
        data |= {f"windows-{n}-{name}": value for name, value in row.items()} | {f"windows-{n}-calendar": calendar.pk}
    return data


def test_an_exception_is_in_force_at_once(desk, admin_user, minsk, changes, django_capture_on_commit_callbacks):
    assert calendar_of("BY").is_working_day(DAY) is True
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(reverse(f"{EXCEPTIONS}_add"), {"calendar": "BY", "date": DAY, **reasons(), "source": "No 1"})
    assert (answer.status_code, changes) == (302, ["BY"])
    assert calendar_of("BY").is_working_day(DAY) is False
    exception = CalendarException.objects.get()
    assert (exception.created_by, exception.source) == (admin_user.pk, "No 1")
    assert list(JournalEntry.objects.about(exception).values_list("verb", "actor")) == [("set", admin_user.pk)]


def test_changing_and_removing(desk, minsk, changes, django_capture_on_commit_callbacks):
    exception = set_exception(minsk, DAY, is_working=False, reason={"en": "Day off moved"})
    change = reverse(f"{EXCEPTIONS}_change", args=[exception.pk])
    assert desk.post(change, {"is_working": "on", **reasons("Worked"), "date": "2027-05-11"}).status_code == 302
    assert list(CalendarException.objects.values_list("pk", "date", "is_working")) == [(exception.pk, DAY, True)]
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse(f"{EXCEPTIONS}_delete", args=[exception.pk]), {"post": "yes"})
    assert (CalendarException.objects.count(), changes) == (0, ["BY"])


def test_removing_several_from_the_list(desk, minsk):
    chosen = [set_exception(minsk, date(2027, 5, day), is_working=False, reason={"en": "Off"}).pk for day in (10, 11)]
    desk.post(
        reverse(f"{EXCEPTIONS}_changelist"), {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    )
    assert calendar_of("BY").is_working_day(DAY) is True
    assert [entry.verb for entry in JournalEntry.objects.all()] == ["remove", "remove", "set", "set"]


def test_a_second_exception_for_a_day_is_refused_in_the_form(desk, minsk):
    set_exception(minsk, DAY, is_working=False, reason={"en": "Day off moved"})
    answer = desk.post(reverse(f"{EXCEPTIONS}_add"), {"calendar": "BY", "date": DAY, **reasons("Again")})
    assert "This calendar already has an exception for that day." in answer.content.decode()


def test_days_of_a_decree(desk, minsk):
    page = reverse(f"{EXCEPTIONS}_add_several")
    assert page in desk.get(reverse(f"{EXCEPTIONS}_changelist")).content.decode()
    assert desk.get(page).status_code == 200
    answer = desk.post(page, {"calendar": "BY", "days": "10.05.2027 → 15.05.2027", **reasons(), "source": "No 2"})
    assert (answer.status_code, answer.url) == (302, reverse(f"{EXCEPTIONS}_changelist"))
    assert [calendar_of("BY").is_working_day(date(2027, 5, day)) for day in (10, 15)] == [False, True]
    assert len(calendar_of("BY").year(2027).days) == 257


def test_a_line_without_a_date_is_refused_in_the_form(desk, minsk):
    answer = desk.post(reverse(f"{EXCEPTIONS}_add_several"), {"calendar": "BY", "days": "May", **reasons()})
    assert "Line 1 must hold one date or two." in answer.content.decode()
    assert CalendarException.objects.count() == 0


def test_lists_search_and_filter(desk, minsk, seoul, django_assert_max_num_queries):
    set_exception(minsk, DAY, is_working=False, reason={"en": "Moved", "be": "Перанесены"}, source="No 3")
    listed = reverse(f"{EXCEPTIONS}_changelist")
    found = [len(desk.get(listed, query).context["cl"].result_list) for query in ({"q": "перан"}, {"q": "no 3"}, {"q": "x"}, {"calendar__code__exact": "KR"}, {"date__year": 2027})]  # fmt: skip
    assert found == [1, 1, 0, 0, 1]
    page = desk.get(reverse("admin:calendars_calendar_changelist")).content.decode()
    assert "09:00–13:00, 14:00–18:00" in page


def test_a_new_week(desk, minsk, changes, django_capture_on_commit_callbacks):
    page = reverse("admin:calendars_calendar_change", args=["BY"])
    assert desk.get(page).status_code == 200
    rows = [
        {"id": row.pk, "weekday": row.weekday, "opens": row.opens, "closes": row.closes} for row in minsk.windows.all()
    ]
    rows[0]["closes"], rows[1]["opens"] = time(14, 30), time(15)  # the morning grows into the old afternoon
    rows[9]["DELETE"] = "on"
    with django_capture_on_commit_callbacks(execute=True):
        assert desk.post(page, week(minsk, rows, initial=10)).status_code == 302
    assert list(minsk.windows.values_list("weekday", "opens", "closes"))[:2] == [
        (0, time(9), time(14, 30)),
        (0, time(15), time(18)),
    ]
    assert (minsk.windows.count(), changes) == (9, ["BY"])


def test_windows_that_overlap_are_refused_in_the_form(desk, minsk):
    rows = [{"weekday": 0, "opens": "09:00", "closes": "14:00"}, {"weekday": 0, "opens": "13:00", "closes": "18:00"}]
    answer = desk.post(reverse("admin:calendars_calendar_change", args=["BY"]), week(minsk, rows))
    assert "Two windows of one weekday overlap." in answer.content.decode()
    assert minsk.windows.count() == 10


def test_a_new_calendar(desk):
    rows = [{"weekday": day, "opens": "09:00", "closes": "18:00"} for day in range(5)]
    armenia = Calendar(code="AM", zone="Asia/Yerevan")
    answer = desk.post(reverse("admin:calendars_calendar_add"), {"code": "AM", **week(armenia, rows)})
    assert (answer.status_code, len(calendar_of("AM").year(2027).days)) == (302, 252)


def test_a_visitor_is_sent_to_sign_in(client, minsk):
    pages = [f"{EXCEPTIONS}_add_several", f"{EXCEPTIONS}_changelist", "admin:calendars_calendar_changelist"]
    assert [client.get(reverse(page)).status_code for page in pages] == [302, 302, 302]
