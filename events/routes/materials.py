"""Materials."""

from django.urls import path

from events.views import materials

urlpatterns = [
    path("<event:reference>/materials/", materials.materials, name="materials"),
    path("<event:reference>/materials/add/", materials.add_material, name="add_material"),
    path("<event:reference>/materials/chase/", materials.chase_slides, name="chase_slides"),
    path("<event:reference>/materials/<int:pk>/edit/", materials.edit_material, name="edit_material"),
    path("<event:reference>/materials/<int:pk>/remove/", materials.remove_material, name="remove_material"),
    path(
        "<event:reference>/sessions/<int:pk>/materials/add/",
        materials.add_session_material,
        name="add_session_material",
    ),
]
