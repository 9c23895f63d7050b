"""What stays behind."""

from django.urls import path

from projects.views import legacy

OF = "<project:reference>/legacy/"

urlpatterns = [
    path(OF, legacy.legacy, name="legacy"),
    path(f"{OF}keepers/", legacy.name_keepers, name="name_keepers"),
    path(f"{OF}<slug:kind>/add/", legacy.save_legacy, name="add_legacy"),
    path(f"{OF}<slug:kind>/<int:pk>/", legacy.save_legacy, name="save_legacy"),
    path(f"{OF}<slug:kind>/<int:pk>/remove/", legacy.remove_legacy, name="remove_legacy"),
]
