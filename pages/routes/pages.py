"""News, pages of the site, and the screens of those who write them."""

from django.urls import path

from pages import converters  # noqa: F401  registers how numbers stand in an address
from pages.views import beside, news, publishing, texts, writing

RECORD = "news/texts/<handle:reference>"

urlpatterns = [
    path("news/", news.list_news, name="list"),
    path("news/feed/", news.atom, name="atom"),
    path("news/write/", writing.write, name="write"),
    path("news/write-page/", writing.write_page, name="write_page"),
    path("news/missing/", texts.missing, name="missing"),
    path("news/texts/", texts.texts, name="texts"),
    path("news/about/<slug:kind>/<str:reference>/", beside.beside, name="beside"),
    path("news/<release:reference>/", news.release, name="release"),
    path(f"{RECORD}/", texts.progress, name="progress"),
    path(f"{RECORD}/facts/", writing.edit_facts, name="edit_facts"),
    path(f"{RECORD}/edit/<slug:language>/", writing.edit, name="edit"),
    path(f"{RECORD}/discard/<slug:language>/", writing.discard, name="discard"),
    path(f"{RECORD}/propose/", publishing.propose, name="propose"),
    path(f"{RECORD}/publish/", publishing.publish, name="publish"),
    path(f"{RECORD}/send-back/", publishing.send_back, name="send_back"),
    path(f"{RECORD}/withdraw/", publishing.withdraw, name="withdraw"),
    path(f"{RECORD}/reopen/", publishing.reopen, name="reopen"),
    path("pages/<slug:reference>/", news.page, name="page"),
]
