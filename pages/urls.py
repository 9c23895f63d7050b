"""The map of pages. Each part keeps its own page of it in `routes/`."""

from core.rooms import open_room

app_name = "pages"

urlpatterns = [route for page in open_room("pages.routes") for route in page.urlpatterns]
