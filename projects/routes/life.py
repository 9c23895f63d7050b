"""The way of a project, from the opinions to the checks after the close."""

from django.urls import path

from projects.views import checking, leading, life, registration

OF = "<project:reference>/"
ITEM = f"{OF}registration/papers/<int:pk>/"
ONE = f"{OF}registration/<int:pk>/"

urlpatterns = [
    path(f"{OF}progress/", life.progress, name="progress"),
    path(f"{OF}opinion/", life.opinion, name="opinion"),
    path(f"{OF}lay/", life.lay, name="lay"),
    path(f"{OF}return/", life.return_concept, name="return"),
    path(f"{OF}withdraw/", life.withdraw, name="withdraw"),
    path(f"{OF}start/", life.start_project, name="start_project"),
    path(f"{OF}finish/", life.finish, name="finish"),
    path(f"{OF}suspend/", life.suspend, name="suspend"),
    path(f"{OF}resume/", life.resume, name="resume"),
    path(f"{OF}cancel/", life.cancel, name="cancel"),
    path(f"{OF}close/", life.close, name="close"),
    path(f"{OF}registration/", registration.registration, name="registration"),
    path(f"{OF}registration/begin/", registration.begin_registration, name="begin_registration"),
    path(ITEM, registration.tick_item, name="tick_item"),
    path(f"{ITEM}add/", registration.add_paper, name="add_paper"),
    path(f"{ITEM}<uuid:public_id>/remove/", registration.remove_paper, name="remove_paper"),
    path(f"{ONE}file/", registration.file_registration, name="file_registration"),
    path(f"{ONE}enter/", registration.enter_registration, name="enter_registration"),
    path(f"{ONE}return/", registration.return_registration, name="return_registration"),
    path(f"{ONE}refuse/", registration.refuse_registration, name="refuse_registration"),
    path(f"{ONE}redo/", registration.redo_registration, name="redo_registration"),
    path(f"{OF}people/", leading.people, name="people"),
    path(f"{OF}people/leader/<slug:side>/", leading.name_leader, name="name_leader"),
    path(f"{OF}people/contractor/", leading.name_contractor, name="name_contractor"),
    path(f"{OF}people/partners/add/", leading.add_partner, name="add_partner"),
    path(f"{OF}people/partners/<int:pk>/remove/", leading.remove_partner, name="remove_partner"),
    path(f"{OF}checks/<int:pk>/", checking.answer_check, name="answer_check"),
    path(f"{OF}notes/", checking.notes, name="notes"),
]
