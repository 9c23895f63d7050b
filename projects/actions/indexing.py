"""What the search of projects reads: kept with the project, in the same transaction."""

from core.search import document
from projects.models import Project

# What everybody reads of an approved public project. What only both sides read is not searched.
SEARCHED = ("name", "summary", "place", "objective", "beneficiaries", "activities")


def index(project: Project) -> None:
    """Write the search vector anew."""
    texts = [project.reference]
    for field in SEARCHED:
        texts += getattr(project, field).values()
    for body in (project.lead_a, project.lead_b):
        texts += [body.acronym, *body.name.values()]
    Project.objects.filter(pk=project.pk).update(search=document(texts))
