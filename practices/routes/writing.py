"""The author's desk, and changes to what is published."""

from django.urls import path

from practices.views import changing, documents, drafting, mine

urlpatterns = [
    path("start/", drafting.start, name="start"),
    path("create/", drafting.create, name="create"),
    path("mine/", mine.mine, name="mine"),
    path("<practice:reference>/edit/", drafting.edit, {"group": "what"}, name="edit"),
    path("<practice:reference>/edit/<slug:group>/", drafting.edit, name="edit"),
    path("<practice:reference>/save/<slug:group>/", drafting.save, name="save"),
    path("<practice:reference>/preview/", drafting.preview, name="preview"),
    path("<practice:reference>/propose/", drafting.propose, name="propose"),
    path("<practice:reference>/documents/add/", documents.add_document, name="add_document"),
    path("<practice:reference>/documents/<uuid:public_id>/remove/", documents.remove_document, name="remove_document"),
    path("<practice:reference>/change/", changing.begin_change, name="begin_change"),
    path("<practice:reference>/versions/", changing.versions, name="versions"),
    path("<practice:reference>/versions/<int:number>/", changing.version, name="version"),
    path("<practice:reference>/versions/<int:number>/changes/", changing.changes, name="changes"),
    path("<practice:reference>/versions/<int:number>/submit/", changing.submit_change, name="submit_change"),
    path("<practice:reference>/versions/<int:number>/check/", changing.check_change, name="check_change"),
    path("<practice:reference>/versions/<int:number>/accept/", changing.accept_change, name="accept_change"),
    path("<practice:reference>/versions/<int:number>/decline/", changing.decline_change, name="decline_change"),
    path("<practice:reference>/versions/<int:number>/reopen/", changing.reopen_change, name="reopen_change"),
    path("<practice:reference>/versions/<int:number>/give-up/", changing.give_up_change, name="give_up_change"),
]
