"""The map of the library. Each part of the app keeps its own page of it in `routes/`."""

from core.rooms import open_room
from practices import converters  # noqa: F401  registers the number of an entry

app_name = "practices"

urlpatterns = [route for page in open_room("practices.routes") for route in page.urlpatterns]
