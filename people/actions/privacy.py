"""A person's own data: taken along, or taken away."""

from collections.abc import Iterator

from core import journal, policies
from people import export
from people.models import User


def export_data(user: User, *, by: User) -> Iterator[str]:
    """Everything the house keeps about oneself, as JSON. The journal says that it was taken, not what was in it."""
    policies.require(by, "people.edit_profile", user)
    journal.write(user, "export_data", by=by)
    return export.document(user)
