"""Registering, the own participations, the people of an event, and who was there."""

from django.urls import path

from events.views import attendance, links, mine, participants, questions, registration

urlpatterns = [
    path("mine/", mine.mine, name="mine"),
    path("mine/<int:pk>/claim/", mine.claim, name="claim"),
    path("r/<str:secret>/", registration.registration, name="registration"),
    path("r/<str:secret>/change/", registration.change_registration, name="change_registration"),
    path("r/<str:secret>/cancel/", registration.cancel_registration, name="cancel_registration"),
    path("r/<str:secret>/new-link/", links.renew_links_by_letter, name="renew_links_by_letter"),
    path("<event:reference>/participants/<int:pk>/new-link/", links.renew_links, name="renew_links"),
    path("<event:reference>/register/", registration.register, name="register"),
    path("<event:reference>/register/done/", registration.registered, name="registered"),
    path("<event:reference>/registration-form/", questions.registration_form, name="registration_form"),
    path("<event:reference>/registration-form/add/", questions.add_question, name="add_question"),
    path("<event:reference>/registration-form/<int:pk>/", questions.edit_question, name="edit_question"),
    path("<event:reference>/registration-form/<int:pk>/move/", questions.move_question, name="move_question"),
    path("<event:reference>/registration-form/<int:pk>/remove/", questions.remove_question, name="remove_question"),
    path("<event:reference>/participants/", participants.participants, name="participants"),
    path("<event:reference>/participants/decide/", participants.decide_registrations, name="decide_registrations"),
    path("<event:reference>/participants.csv", participants.participants_csv, name="participants_csv"),
    path("<event:reference>/badges.pdf", participants.badges_pdf, name="badges"),
    path("<event:reference>/attendance/", attendance.attendance, name="attendance"),
    path("<event:reference>/attendance/code/", attendance.attendance_code, name="attendance_code"),
    path("<event:reference>/attendance/at/<str:name>/", attendance.attendance_list, name="attendance_list"),
    path("<event:reference>/attendance/marks/<int:pk>/", attendance.unmark_present, name="unmark_present"),
]
