"""The map of events. Each part of the app keeps its own page of it in `routes/`."""

from core.rooms import open_room
from events import converters  # noqa: F401  registers the number of an event

app_name = "events"

urlpatterns = [route for page in open_room("events.routes") for route in page.urlpatterns]
