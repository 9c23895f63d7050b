"""An entry for machines that read pages: schema.org as JSON-LD. Reads only, and says only what the page says."""

from datetime import datetime
from typing import Any

from django.conf import settings

from practices.presentation.facts import Facts
from practices.presentation.reading import Reading

SCHEMA = "https://schema.org"
LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def linked_data(read: Reading, facts: Facts) -> dict[str, Any]:
    """A report about a government service: the text is the work, the system what it is about."""
    practice, version = read.practice, read.version
    url = settings.SITE_URL + practice.get_absolute_url()
    owner = {"@type": "GovernmentOrganization", "name": str(practice.owner.name)}
    return {
        "@context": SCHEMA,
        "@type": "Report",
        "@id": url,
        "url": url,
        "identifier": practice.reference,
        "name": read.title.text,
        "description": read.summary.text,
        "inLanguage": read.language,
        "version": version.number,
        "datePublished": _day(practice.published_at),
        "dateModified": _day(version.live_at),
        "license": LICENCES[version.licence],
        "author": owner,
        "publisher": {"@type": "Organization", "name": str(practice.centre.name)},
        "keywords": [str(topic.name) for topic in facts.topics],
        "workTranslation": [
            {"@id": f"{url}?language={code}", "inLanguage": code} for code in read.languages if code != read.language
        ],
        "about": {
            "@type": "GovernmentService",
            "name": facts.current_names[0].text if facts.current_names else read.title.text,
            "alternateName": [name.text for name in (*facts.current_names[1:], *facts.former_names)],
            "provider": owner,
            "areaServed": {"@type": "Country", "identifier": practice.country_id, "name": str(practice.country.name)},
        },
        "citation": [
            {"@type": "CreativeWork", "name": one.source, "datePublished": one.dated_on.isoformat()}
            for one in facts.evidence
        ],
    }


def _day(moment: datetime | None) -> str | None:
    return moment.date().isoformat() if moment else None
