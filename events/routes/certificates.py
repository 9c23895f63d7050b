"""Certificates of attendance."""

from django.urls import path

from events.views import certificates

ALL = "<event:reference>/certificates"

urlpatterns = [
    path("certificates/<str:code>/", certificates.certificate, name="certificate"),
    path("r/<str:secret>/certificate.pdf", certificates.certificate_pdf_by_link, name="certificate_pdf_by_link"),
    path(
        "<event:reference>/participants/<int:pk>/certificate.pdf", certificates.certificate_pdf, name="certificate_pdf"
    ),
    path(f"{ALL}/", certificates.certificates, name="certificates"),
    path(f"{ALL}/propose/", certificates.propose_certificates, name="propose_certificates"),
    path(f"{ALL}/<int:number>/", certificates.certificate_run, name="certificate_run"),
    path(f"{ALL}/<int:number>/sign/", certificates.sign_certificates, name="sign_certificates"),
    path(f"{ALL}/<int:number>/withdraw/", certificates.withdraw_certificates, name="withdraw_certificates"),
    path(f"{ALL}/<int:number>.pdf", certificates.certificates_pdf, name="certificates_pdf"),
    path(f"{ALL}/revoke/<int:pk>/", certificates.revoke_certificate, name="revoke_certificate"),
    path(f"{ALL}/correct/<int:pk>/", certificates.reissue_certificate, name="reissue_certificate"),
]
