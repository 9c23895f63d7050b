"""Who took a practice home."""

from django.urls import path

from practices.views import adopting, adoptions

urlpatterns = [
    path("adoptions/", adoptions.adoptions, name="adoptions"),
    path("adoptions.csv", adoptions.adoptions_csv, name="adoptions_csv"),
    path("<practice:reference>/adoptions/new/", adopting.file_adoption, name="file_adoption"),
    path("<practice:reference>/adoptions/<int:pk>/", adopting.adoption, name="adoption"),
    path("<practice:reference>/adoptions/<int:pk>/report/new/", adopting.begin_report, name="begin_report"),
    path("<practice:reference>/adoptions/<int:pk>/report/", adopting.edit_report, name="edit_report"),
    path("<practice:reference>/adoptions/<int:pk>/report/documents/", adopting.add_proof, name="add_proof"),
    path(
        "<practice:reference>/adoptions/<int:pk>/report/documents/<uuid:public_id>/",
        adopting.remove_proof,
        name="remove_proof",
    ),
    path("<practice:reference>/adoptions/<int:pk>/report/file/", adopting.file_report, name="file_report"),
    path("<practice:reference>/adoptions/<int:pk>/report/confirm/", adopting.confirm_report, name="confirm_report"),
    path("<practice:reference>/adoptions/<int:pk>/report/return/", adopting.return_report, name="return_report"),
    path(
        "<practice:reference>/adoptions/<int:pk>/answers/<int:answer_pk>/",
        adopting.answer_adoption,
        name="answer_adoption",
    ),
]
