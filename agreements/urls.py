"""The map of agreements and committees. Each part keeps its own page of it in `routes/`."""

from agreements import converters  # noqa: F401  registers how numbers stand in an address
from core.rooms import open_room

app_name = "agreements"

urlpatterns = [route for page in open_room("agreements.routes") for route in page.urlpatterns]
