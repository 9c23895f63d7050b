"""The map of projects. Each part keeps its own page of it in `routes/`."""

from core.rooms import open_room
from projects import converters  # noqa: F401  registers the number of a project

app_name = "projects"

urlpatterns = [route for page in open_room("projects.routes") for route in page.urlpatterns]
