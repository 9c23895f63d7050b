"""A paper that files belong to: its owner and two desks read it, visitors only when it is public."""

import html
import re
from pathlib import Path

import pytest
from django.test import Client, override_settings

from core.models import JournalEntry
from files.actions import store
from tests.cast import sign_in
from tests.core.toy.models import Paper
from tests.files.builders import upload


@pytest.fixture(autouse=True)
def media(tmp_path):
    """The folder of the bytes, empty at the start of each test."""
    with override_settings(MEDIA_ROOT=tmp_path / "media"):
        yield tmp_path / "media"


@pytest.fixture
def bytes_kept(media: Path):
    """`bytes_kept()`: how many files lie in the folder."""
    return lambda: sum(path.is_file() for path in media.rglob("*"))


@pytest.fixture
def paper(official_by, officer):
    return Paper.objects.create(title={"en": "Protocol"}, owner=official_by.pk, left=officer.pk)


@pytest.fixture
def stored(official_by, paper):
    """`stored(b"…", "name.pdf")`: handed in by the owner of the paper, for whoever may see it."""

    def keep(data=None, name="letter.pdf", **options):
        given = {"by": official_by, "about": paper, "permission": "toy.view", **options}
        return store(upload(data, name), **given)

    return keep


@pytest.fixture
def get(client: Client, cast):
    """`get("officer", file)`: what a member of the cast, or a visitor, meets where the file is."""

    answers = []

    def ask(who, file, **headers):
        client.cookies.clear()
        if who != "visitor":
            sign_in(cast.people[who], client=client)
        url = file if isinstance(file, str) else file.get_absolute_url()
        answers.append(client.get(url, headers=headers))
        return answers[-1]

    yield ask
    for answer in answers:  # read to its end, a stream is closed without the connection of the test
        list(getattr(answer, "streaming_content", ()))


@pytest.fixture
def told():
    """The journal of a file: the act and by whom; oldest first."""

    def read(obj):
        entries = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
        return [(one.verb, one.actor.email if one.actor else "", one.data) for one in entries]

    return read


def words(text: str) -> str:
    """What is read, without tags."""
    read = re.sub(r"\s+", " ", re.sub(r"</?(?:bdi|strong|a)\b[^>]*>", "", text))
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", read))).strip()
