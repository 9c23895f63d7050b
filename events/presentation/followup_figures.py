"""Figures of the follow-up for other pages. Reads only."""

from typing import Any

from django.db.models import Count, Exists, JSONField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject

from events.enums import ParticipantStatus, PlanStatus, Progress
from events.models import ActionPlan, Event, PlanCheck

NONE = Value({"done": 0, "endorsed": 0}, output_field=JSONField())


def with_plans(rows: QuerySet[Event]) -> QuerySet[Event]:
    """Events with `plans`: how many endorsed ones are carried out, of how many endorsed.

    Asked of each event in hand, from its own people and once for both figures: the plans of others are not read.
    """
    endorsed = ActionPlan.objects.filter(
        participant__event=OuterRef("pk"),
        participant__status__in=ParticipantStatus.seated(),
        status=PlanStatus.ENDORSED,
    )
    done = PlanCheck.objects.filter(plan=OuterRef("pk"), progress=Progress.DONE)
    figures = JSONObject(done=Count("pk", filter=Q(Exists(done))), endorsed=Count("pk"))
    counted: Any = endorsed.order_by().values("participant__event").annotate(figures=figures).values("figures")
    return rows.annotate(plans=Coalesce(Subquery(counted), NONE))
