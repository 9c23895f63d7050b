"""The asking body learns nothing of an internal note: not its text, its author, nor that or when it was written."""

import pytest
import time_machine

from consultations.actions import corresponding
from consultations.enums import Audience
from notifications.models import Notification
from tests.consultations import builders as build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("author", "audience"), [("officer", Audience.CENTRE), ("contact_by", Audience.SIDE)])
def test_nothing_the_asking_body_sees_has_changed(cast, official_by, author, audience, client_of):
    with time_machine.travel("2026-11-20T08:00Z", tick=False):
        row, _newer = build.in_progress(cast), build.draft(cast)
    path = f"/consultations/{row.handle}/"

    def seen():
        with time_machine.travel("2026-11-20T10:00Z", tick=False):
            client = client_of(official_by)
            rows = [item.pk for item, _state in client.get("/consultations/?state=all").context["rows"]]
            record = client.get(path).context
            lines = [(line.at, line.words) for line in record["history"]]
            found = client.get("/search/?q=NOTEWORDS").context["found"]
            return rows, lines, len(record["thread"]), build.fresh(row).updated_at, found

    before, told = seen(), Notification.objects.filter(user=official_by).count()
    with time_machine.travel("2026-11-20T09:00Z", tick=False):
        corresponding.write_note(row, by=cast.people[author], text="NOTEWORDS", language="en", audience=audience)
    assert seen() == before
    assert Notification.objects.filter(user=official_by).count() == told
