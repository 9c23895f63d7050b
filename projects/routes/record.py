"""The list, the record, what stays behind."""

from django.urls import path

from projects.views import beside, feed, listing, portfolio, record

PROJECT = "<project:reference>"

urlpatterns = [
    path("", listing.list_projects, name="list"),
    path("list.csv", listing.list_csv, name="list_csv"),
    path("portfolio/", portfolio.portfolio, name="portfolio"),
    path("portfolio/rows/", portfolio.portfolio_rows, name="portfolio_rows"),
    path("beside/<slug:kind>/<str:reference>/", beside.beside, name="beside"),
    path("feed/", feed.feed, name="feed"),
    path(f"{PROJECT}/", record.project, name="project"),
    path(f"{PROJECT}/concept/", record.concept, name="concept"),
]
