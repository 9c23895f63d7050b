"""An entry to take along."""

from django.urls import path

from practices.views import papers

urlpatterns = [
    path("feed/", papers.feed, name="feed"),
    path("papers.pdf", papers.collection_paper, name="collection_paper"),
    path("collections/<int:number>/paper.pdf", papers.collection_pdf, name="collection_pdf"),
    path("<practice:reference>/paper.pdf", papers.paper_pdf, name="paper_pdf"),
    path("<practice:reference>/paper.docx", papers.paper_docx, name="paper_docx"),
    path("<practice:reference>/transfer-kit.zip", papers.transfer_kit, name="transfer_kit"),
]
