"""What stays behind, for its page: four queries. Reads only."""

from dataclasses import dataclass

from projects.models import PostCheck, Project, Replication, ServiceEffect, Transfer

MOST = 60


@dataclass(frozen=True)
class Legacy:
    """The rows of each kind; answers to checks after the close for those inside."""

    transfers: list[Transfer]
    services: list[ServiceEffect]
    replications: list[Replication]
    checks: list[PostCheck]

    def __bool__(self) -> bool:
        return bool(self.transfers or self.services or self.replications or self.checks)


def legacy_of(project: Project, *, is_inside: bool) -> Legacy:
    """All that was written down."""
    return Legacy(
        list(project.transfers.select_related("source", "receiver")[:MOST]),
        list(project.services.select_related("owner")[:MOST]),
        list(project.replications.select_related("country", "organisation")[:MOST]),
        list(project.checks.exclude(answered_at=None)) if is_inside else [],
    )
