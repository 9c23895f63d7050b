"""What both files hold: who reports, and public papers."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.iati.activity import DocumentLink, Reporter
from projects.iati.codes import DocumentCategory, OrganisationType
from projects.iati.lookups import FILE_FORMATS, LANGUAGES
from projects.iati.rules.basics import (
    Fault,
    Faults,
    address,
    code,
    codes_of,
    in_languages,
    needed_identifier,
    with_words,
)

FORMATS = frozenset(FILE_FORMATS.values())


def reporter(field: str, given: Reporter) -> Faults:
    """Who publishes is known by identifier, kind and name."""
    yield from needed_identifier(f"{field}.ref", given.ref)
    yield from code(f"{field}.type", given.type, OrganisationType)
    yield from with_words(f"{field}.name", given.name, gettext_lazy("Name the organisation that reports."))


def document(field: str, given: DocumentLink) -> Faults:
    """A paper can be opened, and says what it is."""
    yield from address(f"{field}.url", given.url)
    yield from code(f"{field}.format", given.format, FORMATS)
    yield from with_words(f"{field}.title", given.title, gettext_lazy("Give the document a title."))
    if not given.categories:
        yield Fault(f"{field}.categories", _("Say what kind of document it is."))
    yield from codes_of(f"{field}.categories", given.categories, DocumentCategory)
    yield from in_languages(f"{field}.description", given.description)
    yield from codes_of(f"{field}.languages", given.languages, LANGUAGES)
