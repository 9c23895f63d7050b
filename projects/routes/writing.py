"""A concept paper: begun, written, linked, submitted."""

from django.urls import path

from projects.views import drafting

OF = "<project:reference>/"

urlpatterns = [
    path("start/", drafting.start, name="start"),
    path("create/", drafting.create, name="create"),
    path(f"{OF}edit/", drafting.edit, {"group": "what"}, name="edit"),
    path(f"{OF}edit/<slug:group>/", drafting.edit, name="edit"),
    path(f"{OF}save/<slug:group>/", drafting.save, name="save"),
    path(f"{OF}links/", drafting.links, name="links"),
    path(f"{OF}links/<slug:kind>/<int:pk>/", drafting.link, name="link"),
    path(f"{OF}submit/", drafting.submit, name="submit"),
]
