"""Who is told of press releases and pages, before anybody asks who may."""

from collections.abc import Iterable
from typing import Any

from pages.enums import TextState
from pages.models import Page
from people.audience import holders_in_centre
from people.enums import Function
from people.models import User


def told_who_may_publish(*, page: Page, **_said: Any) -> Iterable[User]:
    """Officers and both co-directors; whoever wrote one of the texts falls out, for he may not publish them."""
    centre = page.centre_id
    return [*holders_in_centre(centre, Function.OFFICER), *holders_in_centre(centre, Function.CO_DIRECTOR)]


def told_writers(*, page: Page, **_said: Any) -> Iterable[User]:
    """Those who wrote the texts that come back."""
    return User.objects.filter(pk__in=page.texts.filter(state=TextState.DRAFT).values("by"))
