"""Public projects as a feed."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from core.localised import LANGUAGES, active_language
from projects.models import Project
from projects.policies.projects import PUBLIC

FEED = 30


def feed(request: HttpRequest) -> HttpResponse:
    """What was approved last, as Atom, in the language of the address."""
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else active_language()
    rows = (
        Project.objects.filter(PUBLIC)
        .order_by("-approved_at", "-pk")
        .only("reference", "name", "summary", "approved_at", "updated_at")[:FEED]
    )
    with translation.override(language):
        atom = Atom1Feed(
            title=_("Projects"),
            link=request.build_absolute_uri(reverse("projects:list")),
            description="",
            language=language,
            feed_url=request.build_absolute_uri(),
        )
        for row in rows:
            atom.add_item(
                title=str(row.name),
                link=request.build_absolute_uri(row.get_absolute_url()),
                description=str(row.summary),
                unique_id=f"tag:{request.get_host().partition(':')[0]},2016:{row.reference}",
                pubdate=row.approved_at,
                updateddate=row.updated_at,
            )
        return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
