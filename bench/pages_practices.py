"""Which pages of the library are measured, and as whom."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from bench import practices
from bench.pages import VISITOR, Page
from core.paging import mark
from practices.enums import Status
from practices.models import Practice

LISTS: dict[str, dict[str, str | list[str]]] = {
    "all": {},
    "newest": {"order": "newest"},
    "one topic": {"topic": "topic-3"},
    "two groups": {"topic": ["topic-3", "topic-4"], "law": "no"},
    "rare facets": {"goal": ["5", "6"], "cost": ["under_10m", "over_10m"]},
    "four groups": {
        "topic": ["topic-1", "topic-2", "topic-3", "topic-4"],
        "status": "in_operation",
        "cost": ["under_1m", "under_10m"],
        "law": "no",
    },
    "frequent word": {"q": practices.FREQUENT},
    "frequent word, deep": {"q": practices.FREQUENT, "page": "8"},
    "frequent word, newest": {"q": practices.FREQUENT, "order": "newest"},
    "frequent word, facets": {"q": practices.FREQUENT, "status": "in_operation", "law": "no"},
    "frequent word, rare facet": {"q": practices.FREQUENT, "goal": ["5", "6", "7"]},
    "two frequent words": {"q": "ministry gateway"},
    "beginning of a word": {"q": "gatew"},
    "rare word": {"q": practices.RARE},
    "typo": {"q": practices.TYPO},
    "no such word": {"q": "xylophonist"},
    "Korean compound": {"q": practices.KOREAN_TOGETHER},
    "Belarusian word": {"q": "шлюзамі"},
    "number": {"q": "P-2026-00041"},
}
RECORD = ("detail", "versions", "here")


def pages() -> Iterator[Page]:
    """Every list, the record, and entries side by side."""
    url = reverse("practices:list")
    published = Practice.objects.filter(status=Status.PUBLISHED, title__has_key="en")
    newest = list(published.order_by("-published_at", "-pk")[:4])
    middle = published.order_by("-published_at", "-pk")[published.count() // 2]
    deep = {"order": "newest", "older": mark("-published_at", middle.published_at, middle.pk)}
    for name, query in (LISTS | {"newest, deep": deep}).items():
        yield Page(VISITOR, f"practices: {name}", f"{url}?{urlencode(query, doseq=True)}")
    for name in ("all", "frequent word", "typo"):
        yield Page("officer", f"practices: {name}", f"{url}?{urlencode(LISTS[name], doseq=True)}")
    for reader in (VISITOR, "official", "officer"):
        for route in RECORD:
            yield Page(reader, f"practice: {route}", reverse(f"practices:{route}", args=[newest[0].reference]))
        for count in (2, 4):
            chosen = urlencode([("with", one.reference) for one in newest[:count]])
            yield Page(reader, f"practices side by side: {count}", f"{reverse('practices:compare')}?{chosen}")
    for route in ("bookmarks", "collections"):
        yield Page("official", f"practices: {route}", reverse(f"practices:{route}"))
