"""The programme, its draft, its sessions and its versions."""

from django.urls import path

from events.views import releases, session_people, sessions, timetable

SESSION = "<event:reference>/sessions/<int:pk>"

urlpatterns = [
    path("<event:reference>/programme/", timetable.timetable, name="timetable"),
    path("<event:reference>/timetable/", timetable.plan_timetable, name="plan_timetable"),
    path("<event:reference>/timetable/new/", sessions.add_session, name="add_session"),
    path("<event:reference>/timetable/shift/", sessions.shift_day, name="shift_day"),
    path("<event:reference>/releases/", releases.releases, name="releases"),
    path("<event:reference>/releases/propose/", releases.propose_release, name="propose_release"),
    path("<event:reference>/releases/<int:version>/", releases.release, name="release"),
    path("<event:reference>/releases/<int:version>/sign/", releases.sign_release, name="sign_release"),
    path("<event:reference>/releases/<int:version>/withdraw/", releases.withdraw_release, name="withdraw_release"),
    path(f"{SESSION}/", timetable.session, name="session"),
    path(f"{SESSION}/edit/", sessions.edit_session, name="edit_session"),
    path(f"{SESSION}/move/", sessions.move_session, name="move_session"),
    path(f"{SESSION}/nudge/", sessions.nudge_session, name="nudge_session"),
    path(f"{SESSION}/swap/", sessions.swap_sessions, name="swap_sessions"),
    path(f"{SESSION}/cancel/", sessions.cancel_session, name="cancel_session"),
    path(f"{SESSION}/restore/", sessions.restore_session, name="restore_session"),
    path(f"{SESSION}/delete/", sessions.delete_session, name="delete_session"),
    path(f"{SESSION}/people/add/", session_people.add_part, name="add_part"),
    path(f"{SESSION}/people/new/", session_people.add_contributor, name="add_contributor"),
    path(f"{SESSION}/people/<int:part>/", session_people.edit_part, name="edit_part"),
    path(f"{SESSION}/people/<int:part>/person/", session_people.edit_contributor, name="edit_contributor"),
    path(f"{SESSION}/people/<int:part>/remove/", session_people.remove_part, name="remove_part"),
]
