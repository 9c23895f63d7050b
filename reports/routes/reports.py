"""Reports: the list, one of them, what is asked of them and what becomes of them."""

from django.urls import path

from reports import converters  # noqa: F401  the number in an address
from reports.views import publishing
from reports.views import reports as views

ONE = "<report:reference>/"

urlpatterns = [
    path("", views.list_reports, name="list"),
    path("annual/", views.annual, name="annual"),
    path("ask/<slug:kind>/", views.ask, name="ask"),
    path("kinds/<slug:kind>/subscribe/", views.subscribe, name="subscribe"),
    path("kinds/<slug:kind>/unsubscribe/", views.unsubscribe, name="unsubscribe"),
    path(ONE, views.report, name="report"),
    path(f"{ONE}changes/", views.compare, name="compare"),
    path(f"{ONE}draw/", views.draw, name="draw"),
    path(f"{ONE}propose/", publishing.propose, name="propose"),
    path(f"{ONE}publish/", publishing.publish, name="publish"),
    path(f"{ONE}return/", publishing.return_report, name="return_report"),
    path(f"{ONE}withdraw/", publishing.withdraw, name="withdraw"),
]
