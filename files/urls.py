"""Where files are read. The identifier is random: numbers would tell how many there are, and invite to count."""

from django.urls import path

from files import views

app_name = "files"
urlpatterns = [
    path("<uuid:public_id>/<str:name>", views.download, name="download"),
]
