"""Events for other programs."""

from django.urls import path

from events.views import calendars

urlpatterns = [
    path("feed.atom", calendars.feed, name="feed"),
    path("calendar/<str:secret>.ics", calendars.person_ics, name="person_ics"),
    path("<event:reference>/programme.ics", calendars.event_ics, name="event_ics"),
    path("<event:reference>/sessions/<int:pk>.ics", calendars.session_ics, name="session_ics"),
    path("<event:reference>/calendar/renew/", calendars.renew_calendar, name="renew_calendar"),
]
