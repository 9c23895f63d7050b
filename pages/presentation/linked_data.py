"""A press release for machines that read pages: schema.org NewsArticle as JSON-LD. Says only what the page says."""

from typing import Any

from django.conf import settings

from pages.presentation.reading import Reading


def linked_data(read: Reading) -> dict[str, Any]:
    """The news in the language it is read in."""
    page, text = read.page, read.text
    url = settings.SITE_URL + page.get_absolute_url()
    publisher = {"@type": "Organization", "name": str(page.centre.name)}
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "identifier": page.reference,
        "headline": text.title,
        "description": text.lead,
        "inLanguage": text.language,
        "datePublished": page.day.isoformat() if page.day else None,
        "dateModified": text.published_at.date().isoformat() if text.published_at else None,
        "author": publisher,
        "publisher": publisher,
        "workTranslation": [
            {"@id": settings.SITE_URL + one.url, "inLanguage": one.code} for one in read.tongues if not one.is_current
        ],
    }
