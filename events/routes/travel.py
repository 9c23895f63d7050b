"""Travel facts of one person, and the travel desk of an event."""

from django.urls import path

from events.views import travel

PERSON = "<event:reference>/participants/<int:pk>"

urlpatterns = [
    path(f"{PERSON}/travel/", travel.travel_file, name="travel_file"),
    path(f"{PERSON}/travel/edit/", travel.edit_travel, name="edit_travel"),
    path(f"{PERSON}/travel/visa/", travel.set_visa, name="set_visa"),
    path(f"{PERSON}/visa-letter.pdf", travel.visa_letter, name="visa_letter"),
    path("<event:reference>/travel/", travel.travel, name="travel"),
    path("<event:reference>/travel/days/", travel.arrivals, name="arrivals"),
    path("<event:reference>/travel/remind/", travel.remind_travel, name="remind_travel"),
]
