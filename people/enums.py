"""The closed lists of this app."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Function(TextChoices):
    """What a person is appointed to do. With side, organisation and period it makes a role."""

    MEMBER = "member", _("member of staff")
    FOCAL_POINT = "focal_point", _("focal point")
    CONTACT_POINT = "contact_point", _("national contact point")
    ADVISOR = "advisor", _("advisor")
    OFFICER = "officer", _("programme officer")
    CO_DIRECTOR = "co_director", _("co-director")
    PROJECT_LEADER = "project_leader", _("project leader")
    EVALUATOR = "evaluator", _("evaluator")
    OBSERVER = "observer", _("observer")
    ADMINISTRATOR = "administrator", _("administrator")


# These decide, countersign or administer: a password alone does not open the portal to them.
NEED_SECOND_FACTOR = (Function.OFFICER, Function.CO_DIRECTOR, Function.ADMINISTRATOR)
# These work for a centre, so their appointment says which.
NEED_CENTRE = (Function.OFFICER, Function.CO_DIRECTOR, Function.ADVISOR)


class Side(TextChoices):
    """The two governments of a centre. Which country is which is data: `Centre.side_a`, `Centre.side_b`."""

    A = "a", _("side A")
    B = "b", _("side B")


class OrganisationKind(TextChoices):
    MINISTRY = "ministry", _("ministry")
    AGENCY = "agency", _("agency")
    CENTRE = "centre", _("cooperation centre")
    INTERGOVERNMENTAL = "intergovernmental", _("intergovernmental body")
    INSTITUTE = "institute", _("institute or university")
    COMPANY = "company", _("company")
    OTHER = "other", _("other body")


class RequestStatus(TextChoices):
    WAITING = "waiting", _("waiting for a decision")
    APPROVED = "approved", _("approved")
    REFUSED = "refused", _("refused")


class Theme(TextChoices):
    AUTO = "auto", _("As on my device")
    LIGHT = "light", pgettext_lazy("theme", "Light")
    DARK = "dark", pgettext_lazy("theme", "Dark")


class Contrast(TextChoices):
    NORMAL = "normal", pgettext_lazy("contrast", "Normal")
    MORE = "more", pgettext_lazy("contrast", "More")


class TextSize(TextChoices):
    NORMAL = "normal", pgettext_lazy("text size", "Normal")
    LARGE = "large", pgettext_lazy("text size", "Large")
    LARGEST = "largest", pgettext_lazy("text size", "Largest")


# These leave the choice to the device, so `<html>` carries no attribute for them.
AS_USUAL = {"theme": Theme.AUTO, "contrast": Contrast.NORMAL, "text_size": TextSize.NORMAL}


class ExpertLevel(IntegerChoices):
    """How deep somebody's knowledge of an area goes."""

    KNOWS = 1, _("knows the subject")
    PRACTISED = 2, _("has practised it")
    LED = 3, _("has led such work")


class LanguageLevel(TextChoices):
    BASIC = "basic", _("reads it")
    WORKING = "working", _("works in it")
    FIRST = "first", _("first language")


class Purpose(TextChoices):
    """What personal data are used for. Each is asked about on its own."""

    NOTICE = "notice", _("Personal data of the account")
    LISTING = "listing", _("Listing in the roster of experts")


class ConsentAnswer(TextChoices):
    GIVEN = "given", pgettext_lazy("consent", "agreed")
    REFUSED = "refused", pgettext_lazy("consent", "did not agree")
    WITHDRAWN = "withdrawn", pgettext_lazy("consent", "withdrawn")


class Channel(TextChoices):
    """Where the question was answered."""

    INVITATION = "invitation", _("invitation")
    PROFILE = "profile", _("own profile")


class TableKind(TextChoices):
    """What the rows of an imported table are."""

    PEOPLE = "people", _("People")
    ORGANISATIONS = "organisations", _("Organisations")


class RowState(TextChoices):
    """What a row of an imported table would do."""

    NEW = "new", pgettext_lazy("row of a table", "New")
    CHANGED = "changed", pgettext_lazy("row of a table", "Changed")
    UNCHANGED = "unchanged", pgettext_lazy("row of a table", "Unchanged")
    WRONG = "wrong", pgettext_lazy("row of a table", "With errors")
