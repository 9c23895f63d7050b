"""Where this app's screens are. Sign-in and the second factor are in `account_urls`."""

from django.urls import path

from people import import_views, views

app_name = "people"
urlpatterns = [
    path("profile/", views.profile, name="profile"),
    path("profile/edit/", views.edit_profile, name="edit_profile"),
    path("profile/expert/", views.edit_expert_profile, name="edit_expert_profile"),
    path("profile/privacy/", views.privacy, name="privacy"),
    path("profile/privacy/export/", views.export_data, name="export_data"),
    path("experts/", views.experts, name="experts"),
    path("view/", views.view_settings, name="view_settings"),
    path("language/", views.set_language, name="set_language"),
    path("language/<str:code>/", views.choose_language, name="choose_language"),
    path("access/", views.request_access, name="request_access"),
    path("access/sent/", views.access_requested, name="access_requested"),
    path("access/waiting/", views.access_requests, name="access_requests"),
    path("access/<int:pk>/decide/", views.decide_access_request, name="decide_access_request"),
    path("invitations/", views.invitations, name="invitations"),
    path("invitations/new/", views.send_invitation, name="send_invitation"),
    path("invitations/<int:pk>/resend/", views.resend_invitation, name="resend_invitation"),
    path("invitations/<int:pk>/revoke/", views.revoke_invitation, name="revoke_invitation"),
    path("import/people/", import_views.import_people, name="import_people"),
    path("import/organisations/", import_views.import_organisations, name="import_organisations"),
    path("import/<str:kind>/template/", import_views.import_template, name="import_template"),
    path("import/<uuid:public_id>/", import_views.check_import, name="check_import"),
    path("import/<uuid:public_id>/errors/", import_views.import_errors, name="import_errors"),
    path("invitation/<str:token>/", views.accept_invitation, name="accept_invitation"),
]
