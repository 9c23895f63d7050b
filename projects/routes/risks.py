"""Risks and issues."""

from django.urls import path

from projects.views import risks as views

RISKS = "<project:reference>/risks/"
RISK = f"{RISKS}<int:number>/"
ISSUES = "<project:reference>/issues/"
ISSUE = f"{ISSUES}<int:number>/"

urlpatterns = [
    path(RISKS, views.risks, name="risks"),
    path(f"{RISKS}add/", views.add_risk, name="add_risk"),
    path(RISK, views.risk, name="risk"),
    path(f"{RISK}edit/", views.edit_risk, name="edit_risk"),
    path(f"{RISK}review/", views.review_risk, name="review_risk"),
    path(ISSUES, views.issues, name="issues"),
    path(f"{ISSUES}add/", views.add_issue, name="add_issue"),
    path(f"{ISSUE}edit/", views.edit_issue, name="edit_issue"),
    path(f"{ISSUE}solve/", views.solve_issue, name="solve_issue"),
]
