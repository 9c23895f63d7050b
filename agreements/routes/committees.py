"""Committees: sessions with members, agenda, papers, minutes."""

from django.urls import path

from agreements import converters  # noqa: F401  registers how numbers stand in an address
from agreements.views import agenda, members, minutes, session_papers, sessions

SESSION = "committees/<committee_session:reference>"

urlpatterns = [
    path("committees/", sessions.sessions, name="sessions"),
    path("committees/new/", sessions.create_session, name="create_session"),
    path(f"{SESSION}/", sessions.session, name="session"),
    path(f"{SESSION}/calendar.ics", sessions.session_ics, name="session_ics"),
    path(f"{SESSION}/pack.pdf", sessions.committee_pack, name="committee_pack"),
    path(f"{SESSION}/edit/", sessions.edit_session, name="edit_session"),
    path(f"{SESSION}/convene/", sessions.convene, name="convene"),
    path(f"{SESSION}/hold/", sessions.hold, name="hold"),
    path(f"{SESSION}/call-off/", sessions.call_off, name="call_off"),
    path(f"{SESSION}/members/add/", members.add_member, name="add_member"),
    path(f"{SESSION}/members/presence/", members.record_presence, name="record_presence"),
    path(f"{SESSION}/members/<int:pk>/", members.edit_member, name="edit_member"),
    path(f"{SESSION}/members/<int:pk>/remove/", members.remove_member, name="remove_member"),
    path(f"{SESSION}/agenda/add/", agenda.add_item, name="add_item"),
    path(f"{SESSION}/agenda/<int:number>/", agenda.edit_item, name="edit_item"),
    path(f"{SESSION}/agenda/<int:number>/move/", agenda.move_item, name="move_item"),
    path(f"{SESSION}/agenda/<int:number>/remove/", agenda.remove_item, name="remove_item"),
    path(f"{SESSION}/papers/add/", session_papers.add_paper, name="add_paper"),
    path(f"{SESSION}/papers/<int:number>/", session_papers.edit_paper, name="edit_paper"),
    path(f"{SESSION}/papers/<int:number>/texts/add/", session_papers.add_paper_text, name="add_paper_text"),
    path(
        f"{SESSION}/papers/<int:number>/texts/<uuid:public_id>/remove/",
        session_papers.remove_paper_text,
        name="remove_paper_text",
    ),
    path(f"{SESSION}/minutes/begin/", minutes.begin_minutes, name="begin_minutes"),
    path(f"{SESSION}/minutes/<int:version>/", minutes.session_minutes, name="session_minutes"),
    path(f"{SESSION}/minutes/<int:version>/edit/", minutes.edit_minutes, name="edit_minutes"),
    path(f"{SESSION}/minutes/<int:version>/propose/", minutes.propose_minutes, name="propose_minutes"),
    path(f"{SESSION}/minutes/<int:version>/agree/", minutes.agree_minutes, name="agree_minutes"),
    path(f"{SESSION}/minutes/<int:version>/send-back/", minutes.send_back_minutes, name="send_back_minutes"),
    path(f"{SESSION}/minutes/<int:version>/minutes.pdf", minutes.minutes_pdf, name="minutes_pdf"),
]
