"""The schedule of a project."""

from django.urls import path

from projects.views import schedule as views

OF = "<project:reference>/schedule/"
LINE = f"{OF}lines/<int:pk>/"

urlpatterns = [
    path(OF, views.schedule, name="schedule"),
    path(f"{OF}lines/add/", views.add_task, name="add_task"),
    path(LINE, views.task, name="task"),
    path(f"{LINE}edit/", views.edit_task, name="edit_task"),
    path(f"{LINE}progress/", views.record_progress, name="record_progress"),
    path(f"{LINE}remove/", views.remove_task, name="remove_task"),
    path(f"{LINE}move/", views.move_task, name="move_task"),
    path(f"{OF}baselines/", views.baselines, name="baselines"),
    path(f"{OF}baselines/take/", views.take_baseline, name="take_baseline"),
    path(f"{OF}baselines/<int:number>/", views.baseline, name="baseline"),
]
