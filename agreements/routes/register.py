"""The register: the list, the record of an agreement, its keys and its commitments."""

from django.urls import path

from agreements import converters  # noqa: F401  registers how numbers stand in an address
from agreements.views import commitments, recording, register, registering

AGREEMENT = "<agreement:reference>"
COMMITMENT = f"{AGREEMENT}/commitments/<int:number>"

urlpatterns = [
    path("", register.list_agreements, name="list"),
    path("register.csv", register.register_csv, name="register_csv"),
    path("new/", registering.create, name="create"),
    path(f"{AGREEMENT}/", register.agreement, name="agreement"),
    path(f"{AGREEMENT}/record.pdf", register.agreement_pdf, name="agreement_pdf"),
    path(f"{AGREEMENT}/edit/<slug:group>/", registering.edit, name="edit"),
    path(f"{AGREEMENT}/texts/add/", registering.add_text, name="add_text"),
    path(f"{AGREEMENT}/texts/<int:pk>/remove/", registering.remove_text, name="remove_text"),
    path(f"{AGREEMENT}/propose/", recording.propose, name="propose"),
    path(f"{AGREEMENT}/record/", recording.record, name="record"),
    path(f"{AGREEMENT}/return/", recording.return_record, name="return"),
    path(f"{AGREEMENT}/take-back/", recording.take_back, name="take_back"),
    path(f"{AGREEMENT}/propose-end/", recording.propose_end, name="propose_end"),
    path(f"{AGREEMENT}/end/", recording.end, name="end"),
    path(f"{AGREEMENT}/keep/", recording.keep, name="keep"),
    path(f"{COMMITMENT}/", commitments.commitment, name="commitment"),
    path(f"{COMMITMENT}/report/", commitments.report_commitment, name="report_commitment"),
    path(f"{COMMITMENT}/confirm/", commitments.confirm_commitment, name="confirm_commitment"),
    path(f"{COMMITMENT}/refuse/", commitments.refuse_commitment, name="refuse_commitment"),
    path(f"{COMMITMENT}/drop/", commitments.drop_commitment, name="drop_commitment"),
]
