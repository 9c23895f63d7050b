from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import translation

from calendars.moments import Place
from core.localised import LocalisedText

MINSK = Place(
    "BY", ZoneInfo("Europe/Minsk"), LocalisedText({"en": "Minsk", "ru": "Минск", "be": "Мінск", "ko": "민스크"}), "BY"
)
SEOUL = Place(
    "KR", ZoneInfo("Asia/Seoul"), LocalisedText({"en": "Seoul", "ru": "Сеул", "be": "Сеул", "ko": "서울"}), "KR"
)


@pytest.fixture
def show():
    """A template as a reader sees it: `show("{% moment at %}", reader=user, language="ru", at=…)`."""

    def shown(source, *, language="en", **context: Any):
        with translation.override(language):
            return Template(source).render(Context(context)).strip()

    return shown
