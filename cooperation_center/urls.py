"""The map of the portal. Each app keeps its own part."""

from django.apps import apps
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path

from cooperation_center import views
from cooperation_center.sitemaps import SITEMAPS, robots

urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.about, name="about"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("personal-data/", views.personal_data, name="personal_data"),
    path("map/", views.site_map, name="site_map"),
    path("desk/", views.desk, name="desk"),
    path("search/", views.search, name="search"),
    path("consultations/", include("consultations.urls")),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap_part"),
    path("files/", include("files.urls")),
    path("events/", include("events.urls")),
    path("practices/", include("practices.urls")),
    path("agreements/", include("agreements.urls")),
    path("projects/", include("projects.urls")),
    path("reports/", include("reports.urls")),
    path("letters/", include("letters.urls")),
    path("", include("pages.urls")),
    path("inbox/", include("notifications.urls")),
    path("account/", include("people.account_urls")),
    path("", include("people.urls")),
    path("admin/", admin.site.urls),
    *([path("mail/", include("sample_centre.urls"))] if apps.is_installed("sample_centre") else []),
]
