"""Who writes down what stays behind."""

from typing import Any

from django.db.models import Q

from core.policies import rule
from projects.policies.projects import APPROVED, led_by, run_by


@rule("projects.write_legacy")
def write_legacy(user: Any) -> Q:
    """On a project: officers and leaders, from the approval on; what others take up is known only after the close."""
    return (run_by(user) | led_by(user)) & APPROVED
