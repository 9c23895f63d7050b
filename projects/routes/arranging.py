"""How the results of a project are arranged."""

from django.urls import path

from projects.views import arranging as views

AT = "<project:reference>/results/"

urlpatterns = [
    path(f"{AT}arrange/", views.arrange_results, name="arrange_results"),
    path(f"{AT}add/", views.add_result, name="add_result"),
    path(f"{AT}<int:pk>/edit/", views.edit_result, name="edit_result"),
    path(f"{AT}<int:pk>/remove/", views.remove_result, name="remove_result"),
    path(f"{AT}<int:pk>/indicators/add/", views.add_measure, name="add_measure"),
    path(f"{AT}<int:pk>/targets/", views.edit_targets, name="edit_targets"),
    path("<project:reference>/indicators/<int:pk>/edit/", views.edit_measure, name="edit_measure"),
    path("<project:reference>/indicators/<int:pk>/remove/", views.remove_measure, name="remove_measure"),
    path("<project:reference>/periods/make/", views.make_periods, name="make_periods"),
    path("<project:reference>/periods/<int:pk>/remove/", views.remove_period, name="remove_period"),
    path("<project:reference>/periods/<int:pk>/lock/", views.lock_period, name="lock_period"),
    path("<project:reference>/periods/<int:pk>/unlock/", views.unlock_period, name="unlock_period"),
]
