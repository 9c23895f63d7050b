"""Deliverables, their versions and their acceptance."""

from django.urls import path

from projects.views import deliverables as views

OF = "<project:reference>/deliverables/"
ONE = f"{OF}<int:number>/"
VERSION = f"{ONE}versions/<int:version>/"

urlpatterns = [
    path(OF, views.deliverables, name="deliverables"),
    path(f"{OF}add/", views.add_deliverable, name="add_deliverable"),
    path(ONE, views.deliverable, name="deliverable"),
    path(f"{ONE}edit/", views.edit_deliverable, name="edit_deliverable"),
    path(f"{ONE}submit/", views.submit_version, name="submit_version"),
    path(f"{ONE}acceptance.pdf", views.acceptance_pdf, name="acceptance_pdf"),
    path(f"{VERSION}comment/", views.comment, name="comment"),
    path(f"{VERSION}accept/", views.accept_version, name="accept_version"),
    path(f"{VERSION}return/", views.return_version, name="return_version"),
]
