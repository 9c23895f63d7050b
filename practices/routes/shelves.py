"""Bookmarks and collections."""

from django.urls import path

from practices.views import shelves

urlpatterns = [
    path("bookmarks/", shelves.bookmarks, name="bookmarks"),
    path("<practice:reference>/bookmark/", shelves.bookmark, name="bookmark"),
    path("<practice:reference>/unbookmark/", shelves.unbookmark, name="unbookmark"),
    path("<practice:reference>/collect/", shelves.add_to_collection, name="add_to_collection"),
    path("collections/", shelves.collections, name="collections"),
    path("collections/create/", shelves.create_collection, name="create_collection"),
    path("collections/<int:number>/", shelves.collection, name="collection"),
    path("collections/<int:number>/edit/", shelves.edit_collection, name="edit_collection"),
    path("collections/<int:number>/share/", shelves.share_collection, name="share_collection"),
    path("collections/<int:number>/publish/", shelves.publish_collection, name="publish_collection"),
    path("collections/<int:number>/delete/", shelves.delete_collection, name="delete_collection"),
    path(
        "collections/<int:number>/<int:item>/remove/",
        shelves.remove_from_collection,
        name="remove_from_collection",
    ),
    path("collections/<int:number>/<int:item>/move/", shelves.move_in_collection, name="move_in_collection"),
]
