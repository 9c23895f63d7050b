"""Where this app's screens are."""

from django.urls import path

from sample_centre import views

app_name = "sample_centre"
urlpatterns = [
    path("", views.sent_mail, name="sent_mail"),
    path("<str:name>/", views.letter, name="letter"),
]
