"""Reported values."""

from django.urls import path

from projects.views import values as views

AT = "<project:reference>/values/<int:pk>/"

urlpatterns = [
    path("<project:reference>/indicators/<int:pk>/report/<int:period_pk>/", views.report_value, name="report_value"),
    path(AT, views.value, name="value"),
    path(f"{AT}edit/", views.edit_value, name="edit_value"),
    path(f"{AT}submit/", views.submit_value, name="submit_value"),
    path(f"{AT}check/", views.check_value, name="check_value"),
    path(f"{AT}return/", views.return_value, name="return_value"),
    path(f"{AT}approve/", views.approve_value, name="approve_value"),
    path(f"{AT}object/", views.object_value, name="object_value"),
    path(f"{AT}discard/", views.discard_value, name="discard_value"),
    path(f"{AT}files/add/", views.add_evidence, name="add_evidence"),
    path(f"{AT}files/<uuid:public_id>/remove/", views.remove_evidence, name="remove_evidence"),
]
