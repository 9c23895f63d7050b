"""Publishing with IATI, and what everybody may take away."""

from django.urls import path

from projects.views import open_data, publication

OF = "<project:reference>/iati/"

urlpatterns = [
    path("open-data/", open_data.open_data, name="open_data"),
    path("open-data/datapackage.json", open_data.open_description, name="open_description"),
    path("open-data/<slug:table>.csv", open_data.open_table, name="open_table"),
    path("iati/activities-<str:identifier>.xml", open_data.iati_activities, name="iati_activities"),
    path("iati/organisation-<str:identifier>.xml", open_data.iati_organisation, name="iati_organisation"),
    path(OF, publication.publication, name="publication"),
    path(f"{OF}activity-<slug:side>.xml", open_data.iati_activity, name="iati_activity"),
    path(f"{OF}<slug:side>/", publication.edit_publication, name="edit_publication"),
    path(f"{OF}<slug:side>/publish/", publication.publish, name="publish"),
    path(f"{OF}<slug:side>/withdraw/", publication.withdraw_publication, name="withdraw_publication"),
]
