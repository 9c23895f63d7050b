"""A document proves a stage."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from files.models import StoredFile
from practices.actions import adopting
from practices.enums import ReportState
from practices.models import AdoptionReport


def at(name, adoption, *more):
    return reverse(f"practices:{name}", args=[adoption.practice.reference, adoption.pk, *more])


def test_a_document_proves_a_stage(client_of, begun, official_by, focal_by, focal_kr):
    address = at("add_proof", begun.adoption)
    file = SimpleUploadedFile("order-84.txt", b"order")
    assert client_of(official_by).post(address, {"document": file}).status_code == 302
    content = client_of(official_by).get(begun.adoption.get_absolute_url()).content.decode()
    assert "order-84.txt" in content
    report = AdoptionReport.objects.get()
    report.evidence = ""
    report.save()
    assert adopting.file_report(report, by=focal_by).state == ReportState.FILED
    adopting.confirm_report(report, by=focal_kr)
    assert "order-84.txt" in client_of().get(begun.adoption.get_absolute_url()).content.decode()


def test_a_filed_report_takes_no_more_documents(client_of, filed, official_by):
    file = SimpleUploadedFile("late.txt", b"late")
    assert client_of(official_by).post(at("add_proof", filed.adoption), {"document": file}).status_code == 403
    assert not StoredFile.objects.about(filed).exists()
