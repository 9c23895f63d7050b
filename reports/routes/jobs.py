"""Where work in the background is followed."""

from django.urls import path

from reports.views import jobs as views

urlpatterns = [
    path("work/", views.jobs, name="jobs"),
    path("work/<uuid:public_id>/", views.job, name="job"),
    path("work/<uuid:public_id>/cancel/", views.cancel_job, name="cancel_job"),
    path("work/<uuid:public_id>/again/", views.ask_again, name="ask_again"),
]
