"""The register of decisions, and the actions that follow from them."""

from django.urls import path

from agreements import converters  # noqa: F401  registers how numbers stand in an address
from agreements.views import acting, decisions

DECISION = "decisions/<decision:reference>"

urlpatterns = [
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/decisions.csv", decisions.decisions_csv, name="decisions_csv"),
    path("committees/<committee_session:reference>/decisions/write/", decisions.write_decision, name="write_decision"),
    path(f"{DECISION}/", decisions.decision, name="decision"),
    path(f"{DECISION}/edit/", decisions.edit_decision, name="edit_decision"),
    path(f"{DECISION}/propose/", decisions.propose_decision, name="propose_decision"),
    path(f"{DECISION}/countersign/", decisions.countersign, name="countersign"),
    path(f"{DECISION}/return/", decisions.return_decision, name="return_decision"),
    path("actions/", acting.actions, name="actions"),
    path("actions/actions.csv", acting.actions_csv, name="actions_csv"),
    path(f"{DECISION}/actions/write/", acting.write_action, name="write_action"),
    path(f"{DECISION}/actions/<int:number>/", acting.action, name="action"),
    path(f"{DECISION}/actions/<int:number>/edit/", acting.edit_action, name="edit_action"),
    path(f"{DECISION}/actions/<int:number>/settle/", acting.settle_action, name="settle_action"),
]
