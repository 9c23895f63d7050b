"""A project for machines that read pages: schema.org Project as JSON-LD. Says only what the page says to everybody."""

from typing import Any

from django.conf import settings

from projects.models import Project


def linked_data(project: Project) -> dict[str, Any]:
    """The project as schema.org describes one."""
    url = settings.SITE_URL + project.get_absolute_url()
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Project",
        "@id": url,
        "url": url,
        "identifier": project.reference,
        "name": str(project.name),
        "parentOrganization": [
            {"@type": "Organization", "name": str(body.name)} for body in (project.lead_a, project.lead_b)
        ],
        "location": {"@type": "Country", "name": str(project.country.name), "identifier": project.country_id},
    }
    if project.summary:
        found["description"] = str(project.summary)
    if project.started_on:
        found["foundingDate"] = project.started_on.isoformat()
    if project.ended_on:
        found["dissolutionDate"] = project.ended_on.isoformat()
    return found
