"""The map of letters. Each part keeps its own page of it in `routes/`."""

from core.rooms import open_room

app_name = "letters"

urlpatterns = [route for page in open_room("letters.routes") for route in page.urlpatterns]
