"""The smallest record that the grammar can be tried on: a paper that two desks sign."""

from datetime import timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from core import policies
from core.localised import LocalisedTextField
from core.policies import rule
from core.workflow import Keys, Step, Workflow


class PaperQuerySet(policies.PolicyQuerySet["Paper"]):
    view_permission = "toy.view"


class Paper(models.Model):
    title = LocalisedTextField()
    owner = models.BigIntegerField(default=0)
    left = models.BigIntegerField(default=0)
    right = models.BigIntegerField(default=0)
    is_public = models.BooleanField(default=False)
    status = models.CharField(
        max_length=12,
        default="draft",
        choices=[("draft", "Draft"), ("sent", "Sent"), ("agreed", "Agreed"), ("refused", "Refused")],
    )
    note = models.CharField(max_length=50, blank=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        app_label = "toy"
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.title)


@rule("toy.view", public=Q(is_public=True))
def view(user: Any) -> Q:
    """Its owner and the two desks."""
    return Q(owner=user.pk) | Q(left=user.pk) | Q(right=user.pk)


@rule("toy.send")
def send(user: Any) -> Q:
    """Its owner."""
    return Q(owner=user.pk)


@rule("toy.sign")
def sign(user: Any) -> Q:
    """Either desk."""
    return Q(left=user.pk) | Q(right=user.pk)


def two_hours(_paper: Any, since: Any) -> Any:
    """A silence that needs no calendar."""
    return since + timedelta(hours=2)


def while_it_is_read(paper: Any) -> str:
    """What its owner may not call back."""
    return "Somebody is reading it." if paper.note == "read" else ""


both = Keys(("left", "right"), lambda user: {"left": Q(left=user.pk), "right": Q(right=user.pk)})

papers = Workflow(
    Paper,
    Step("send", ["draft"], "sent", "toy.send", "Send"),
    Step("agree", ["sent"], "agreed", "toy.sign", "Agree", keys=both, silence=two_hours),
    Step("refuse", ["sent"], "refused", "toy.sign", "Refuse", keys=both, awaits=""),
    Step("recall", ["sent"], "draft", "toy.send", "Recall", awaits="", held_up=while_it_is_read),
)
