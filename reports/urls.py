"""The map of reports. Each part keeps its own page of it in `routes/`."""

from core.rooms import open_room

app_name = "reports"

urlpatterns = [route for page in open_room("reports.routes") for route in page.urlpatterns]
