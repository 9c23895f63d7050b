"""The wrap-up of an event: minutes, decisions, actions."""

from django.urls import path

from events.views import minutes, wrapup

ONE = "<event:reference>/minutes/<int:version>/"

urlpatterns = [
    path("<event:reference>/wrap-up/", wrapup.wrap_up, name="wrap_up"),
    path("<event:reference>/wrap-up/carry/", wrapup.carry_outcomes, name="carry_outcomes"),
    path("<event:reference>/outcomes/new/<slug:kind>/", wrapup.add_outcome, name="add_outcome"),
    path("<event:reference>/outcomes/<int:pk>/edit/", wrapup.edit_outcome, name="edit_outcome"),
    path("<event:reference>/outcomes/<int:pk>/settle/", wrapup.settle_outcome, name="settle_outcome"),
    path("<event:reference>/minutes/new/", minutes.begin_minutes, name="begin_minutes"),
    path(ONE, minutes.minutes, name="minutes"),
    path(f"{ONE}edit/", minutes.edit_minutes, name="edit_minutes"),
    path(f"{ONE}propose/", minutes.propose_minutes, name="propose_minutes"),
    path(f"{ONE}agree/", minutes.agree_minutes, name="agree_minutes"),
    path(f"{ONE}send-back/", minutes.send_back_minutes, name="send_back_minutes"),
    path("<event:reference>/minutes/<int:version>.pdf", minutes.minutes_pdf, name="minutes_pdf"),
]
