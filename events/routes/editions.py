"""Programmes and events themselves."""

from django.urls import path

from events.views import editions

urlpatterns = [
    path("", editions.list_events, name="list"),
    path("new/", editions.create, name="create"),
    path("programmes/<slug:slug>/", editions.programme, name="programme"),
    path("<event:reference>/", editions.detail, name="detail"),
    path("<event:reference>/edit/", editions.edit, name="edit"),
    path("<event:reference>/terms/", editions.edit_terms, name="edit_terms"),
    path("<event:reference>/places/", editions.places, name="places"),
    path("<event:reference>/places/new/", editions.save_stop, name="add_stop"),
    path("<event:reference>/places/<int:pk>/", editions.save_stop, name="edit_stop"),
    path("<event:reference>/places/<int:stop>/rooms/new/", editions.save_room, name="add_room"),
    path("<event:reference>/places/<int:stop>/rooms/<int:pk>/", editions.save_room, name="edit_room"),
    path("<event:reference>/tracks/new/", editions.save_track, name="add_track"),
    path("<event:reference>/tracks/<int:pk>/", editions.save_track, name="edit_track"),
    path("<event:reference>/bodies/new/", editions.name_body, name="name_body"),
    *(
        path(f"<event:reference>/{what}/<int:pk>/remove/", editions.remove, {"what": what}, name=f"remove_{what}")
        for what in editions.REMOVALS
    ),
    path("<event:reference>/officers/", editions.name_officers, name="name_officers"),
    path("<event:reference>/announce/", editions.announce, name="announce"),
    path("<event:reference>/cancel/", editions.cancel, name="cancel"),
    path("<event:reference>/close/", editions.close, name="close"),
    path("<event:reference>/next-edition/", editions.clone, name="clone"),
]
