"""A whole project, and the same published by both sides."""

import pytest

from projects.models import Project
from tests.cast import Cast
from tests.projects.publication.publishing import make_publication, make_whole


@pytest.fixture
def whole(cast: Cast) -> Project:
    """Prepared by nobody yet."""
    return make_whole(cast)


@pytest.fixture
def both(whole: Project) -> Project:
    """Published by both sides."""
    for side in "ab":
        make_publication(whole, side)
    return whole
