"""Input of this app's screens."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from calendars.models import Calendar
from core.forms import LineField, LongField
from people.account_forms import PASSWORD_HINT
from people.actions import PROFILE_FIELDS
from people.enums import ConsentAnswer, Contrast, ExpertLevel, Function, LanguageLevel, TextSize, Theme
from people.models import (
    Appointment,
    ConsentText,
    ExpertArea,
    ExpertProfile,
    Invitation,
    Organisation,
    User,
    known_zones,
)
from people.names import LANGUAGES_BY_CODE, languages_by_name

Choices = list[tuple[str, Any]]
LANGUAGE_ROWS = 5
WINDOW_ROWS = 3


def zone_choices() -> Choices:
    """The zones of the countries that take part first, then all others by part of the world."""
    ours = sorted(Calendar.objects.values_list("zone", flat=True).distinct())
    named = sorted(zone for zone in known_zones() if "/" in zone and not zone.startswith(("Etc/", "US/")))
    groups = groupby(named, key=lambda zone: zone.partition("/")[0])
    everywhere = [(part, [(zone, _city(zone)) for zone in zones]) for part, zones in groups]
    return [(_("Countries that take part"), [(zone, _city(zone)) for zone in ours]), ("UTC", "UTC"), *everywhere]


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def script_choices() -> Choices:
    """Languages by the name that their speakers give them."""
    return [("", _("Not written in another script")), *languages_by_name()]


class NamesMixin(forms.ModelForm):
    """Names in both scripts, languages and zone, alike for a new account and for the profile."""

    reads = forms.MultipleChoiceField(
        label=_("Languages that you also read"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = User
        fields = PROFILE_FIELDS
        field_classes = dict.fromkeys(("given_name", "family_name", "given_name_own", "family_name_own"), LineField)
        labels = {
            "given_name": _("Given name in Latin letters"),
            "family_name": _("Family name in Latin letters"),
            "family_name_first": _("My family name stands first"),
            "language": _("Language of pages and letters"),
        }
        help_texts = {
            "given_name": _("As in your passport."),
            "own_language": _("So that a screen reader says your name right."),
            "zone": _("Every time is shown in it first."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zone"] = forms.ChoiceField(
            label=_("Time zone"), choices=zone_choices, help_text=self.fields["zone"].help_text
        )
        self.fields["own_language"] = forms.ChoiceField(
            label=_("Language of the own script"),
            choices=script_choices,
            required=False,
            help_text=self.fields["own_language"].help_text,
        )
        self.order_fields(PROFILE_FIELDS)


class ProfileForm(NamesMixin):
    pass


class AccountForm(NamesMixin):
    """An account as the admin site edits it; its owner sets the password, by the link of a letter."""

    class Meta(NamesMixin.Meta):
        fields = ("email", "is_active", "is_superuser", *PROFILE_FIELDS)


def words(text: ConsentText) -> SafeString:
    """The words of a consent, as a hint that says which language they are in."""
    best = text.text.best()
    paragraphs = mark_safe(linebreaks(best.text, autoescape=True))  # noqa: S308  # escaped by linebreaks
    return format_html('<div lang="{}">{}</div>', best.lang, paragraphs)


class ConsentsMixin(forms.BaseForm):
    """A question for each consent: agree or disagree, with nothing chosen beforehand."""

    def ask(self, texts: Iterable[ConsentText]) -> None:
        """Add a field for each text."""
        self.texts = list(texts)
        for text in self.texts:
            purpose = text.get_purpose_display()
            self.fields[f"consent{text.pk}"] = (
                forms.BooleanField(
                    label=_("%(purpose)s: I have read this and agree") % {"purpose": purpose}, help_text=words(text)
                )
                if text.is_required
                else forms.ChoiceField(
                    label=purpose,
                    help_text=words(text),
                    choices=(("yes", _("I agree")), ("no", _("I do not agree"))),
                    widget=forms.RadioSelect,
                )
            )

    def values(self) -> dict[str, Any]:
        """What was cleaned, the answers apart."""
        cleaned = dict(self.cleaned_data)
        return {"answers": {text: cleaned.pop(f"consent{text.pk}") in {True, "yes"} for text in self.texts}, **cleaned}


class TakePostForm(ConsentsMixin, forms.Form):
    """What somebody with an account has not answered yet; often nothing."""

    def __init__(self, *args: Any, texts: Iterable[ConsentText], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask(texts)


class ConsentForm(forms.Form):
    """An answer to one text, given by a button."""

    text = forms.ModelChoiceField(ConsentText.objects.all())
    answer = forms.ChoiceField(choices=ConsentAnswer)


class AcceptInvitationForm(ConsentsMixin, NamesMixin):
    """A new account: who the person is, a password that is typed twice, and each consent."""

    password = forms.CharField(
        label=_("Password"),
        help_text=PASSWORD_HINT,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password_again = forms.CharField(
        label=_("Password once more"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *args: Any, texts: Iterable[ConsentText], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask(texts)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        password, again = data.get("password"), data.pop("password_again", None)
        if password and again and password != again:
            self.add_error("password_again", _("The two passwords are not the same."))
        if password:
            known = User(given_name=data.get("given_name", ""), family_name=data.get("family_name", ""))
            known.email = self.instance.email
            try:
                validate_password(password, user=known)
            except ValidationError as error:
                self.add_error("password", error)
        return data


class ViewForm(forms.Form):
    """How pages look; a visitor chooses the zone here too."""

    theme = forms.ChoiceField(label=_("Colours"), choices=Theme, widget=forms.RadioSelect)
    contrast = forms.ChoiceField(label=_("Contrast"), choices=Contrast, widget=forms.RadioSelect)
    text_size = forms.ChoiceField(label=_("Text size"), choices=TextSize, widget=forms.RadioSelect)
    zone = forms.ChoiceField(label=_("Time zone"), choices=zone_choices)

    def __init__(self, *args: Any, with_zone: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_zone:
            del self.fields["zone"]


class LanguageForm(forms.Form):
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect)


class AccessForm(forms.Form):
    """What the focal point needs to know to let somebody in."""

    organisation = forms.ModelChoiceField(
        label=_("Organisation you work for"), queryset=Organisation.objects.none(), empty_label=_("Choose one")
    )
    given_name = LineField(label=_("Given name in Latin letters"), max_length=80)
    family_name = LineField(label=_("Family name in Latin letters"), max_length=80)
    email = forms.EmailField(
        label=_("Work e-mail address"),
        help_text=_("The invitation is sent to it. Private addresses are refused as a rule."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    reason = forms.CharField(
        label=_("What you need the access for"),
        help_text=_("Two or three sentences about your post and your task."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  # declared so above
        field.queryset = Organisation.objects.served().by_name()


class DecisionForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The person reads it. Needed when you refuse."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class InvitationForm(forms.ModelForm):
    """A focal point's invitation to the own staff; administrators send all others from the admin site."""

    class Meta:
        model = Invitation
        field_classes = dict.fromkeys(("given_name", "family_name"), LineField)
        fields = ("email", "given_name", "family_name", "organisation", "title", "language", "ends_on")
        widgets = {"ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        labels = {"title": _("Title of the post")}
        help_texts = {"ends_on": _("Leave empty when no end is agreed.")}

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  # the model has it as a foreign key
        field.queryset = Organisation.objects.open_to_invite(by).by_name()
        if field.queryset.count() == 1:
            field.initial = field.queryset.first()
        self.instance.function = Function.MEMBER


class ReassignForm(forms.Form):
    """Who takes over, which posts, and from when."""

    successor = forms.ModelChoiceField(label=_("Successor"), queryset=User.objects.none())
    appointments = forms.ModelMultipleChoiceField(
        label=_("Posts to hand over"), queryset=Appointment.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    on = forms.DateField(
        label=_("Last day of the leaver"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Leave empty to hand over today: yesterday was the last day."),
    )

    def __init__(self, *args: Any, leaver: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posts, successor = self.fields["appointments"], self.fields["successor"]
        assert isinstance(posts, forms.ModelMultipleChoiceField)  # noqa: S101  # declared so above
        assert isinstance(successor, forms.ModelChoiceField)  # noqa: S101  # declared so above
        posts.queryset = leaver.appointments.for_standing().exclude(pk__in=leaver.appointments.ended().values("pk"))
        posts.initial = posts.queryset
        successor.queryset = User.objects.active().exclude(pk=leaver.pk).by_name()


class ExpertForm(forms.Form):
    """What an expert can help with. A fixed number of rows each, so that it works without a script."""

    years_of_practice = forms.IntegerField(label=_("Years of practice"), min_value=0, max_value=60, required=False)
    systems = LongField(
        label=_("Systems you have worked on"), max_length=2000, required=False, help_text=_("One on each line.")
    )
    is_listed = forms.BooleanField(label=_("List me in the roster of experts"), required=False)

    def __init__(
        self, *args: Any, profile: ExpertProfile | None, consent: ConsentText | None = None, **kwargs: Any
    ) -> None:
        initial = {} if profile is None else {name: getattr(profile, name) for name in ("years_of_practice", "systems")}
        initial |= {"is_listed": profile is not None and profile.consent_to_be_listed}
        super().__init__(*args, **{"initial": initial, **kwargs})
        if consent is None:
            del self.fields["is_listed"]
        else:
            self.fields["is_listed"].help_text = words(consent)
        self.areas = list(ExpertArea.objects.all())
        levels = {} if profile is None else dict(profile.expertise.values_list("area_id", "level"))
        for area in self.areas:
            self.fields[f"a{area.pk}"] = forms.ChoiceField(
                label=area.name,
                choices=[("", "–"), *ExpertLevel.choices],
                required=False,
                initial=levels.get(area.pk, ""),
            )
        self._add_languages([] if profile is None else list(profile.languages.values_list("language", "level")))
        self._add_windows([] if profile is None else list(profile.windows.values_list("from_on", "until_on", "note")))
        rows = [name for name in self.fields if name[-1].isdigit()]
        self.order_fields([*rows, "years_of_practice", "systems"])  # the consent stands last

    def _add_languages(self, written: list[tuple[str, str]]) -> None:
        for number in range(1, LANGUAGE_ROWS + 1):
            language, level = written[number - 1] if len(written) >= number else ("", "")
            self.fields[f"language{number}"] = forms.ChoiceField(
                label=_("Language %(number)s") % {"number": number},
                choices=[("", "–"), *languages_by_name()],
                required=False,
                initial=language,
            )
            self.fields[f"level{number}"] = forms.ChoiceField(
                label=_("Level of language %(number)s") % {"number": number},
                choices=[("", "–"), *LanguageLevel.choices],
                required=False,
                initial=level,
            )

    def _add_windows(self, written: list[tuple[Any, Any, str]]) -> None:
        for number in range(1, WINDOW_ROWS + 1):
            first, last, note = written[number - 1] if len(written) >= number else (None, None, "")
            for name, label, initial in (
                ("from", _("Available %(number)s: from"), first),
                ("until", _("Available %(number)s: until"), last),
            ):
                self.fields[f"{name}{number}"] = forms.DateField(
                    label=label % {"number": number},
                    required=False,
                    initial=initial,
                    widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                )
            self.fields[f"note{number}"] = forms.CharField(
                label=_("Available %(number)s: note") % {"number": number},
                max_length=200,
                required=False,
                initial=note,
            )

    def clean(self) -> dict[str, Any]:
        """Whole rows only: a language has a level, a period two days in order."""
        data = super().clean() or {}
        for number in range(1, LANGUAGE_ROWS + 1):
            if data.get(f"language{number}") and not data.get(f"level{number}"):
                self.add_error(f"level{number}", _("Say how well."))
        for number in range(1, WINDOW_ROWS + 1):
            first, last = data.get(f"from{number}"), data.get(f"until{number}")
            if bool(first) != bool(last) or (first and last and last < first):
                self.add_error(f"until{number}", _("Write both days, the first one first."))
        return data

    def values(self) -> dict[str, Any]:
        """The rows as the arguments of `edit_expert_profile`."""
        data = self.cleaned_data
        languages = ((data[f"language{number}"], data[f"level{number}"]) for number in range(1, LANGUAGE_ROWS + 1))
        windows = (
            (data[f"from{number}"], data[f"until{number}"], data[f"note{number}"])
            for number in range(1, WINDOW_ROWS + 1)
        )
        return {
            "areas": {area: int(level) for area in self.areas if (level := data[f"a{area.pk}"])},
            "languages": {language: level for language, level in languages if language},
            "windows": [window for window in windows if window[0]],
            "systems": data["systems"],
            "years_of_practice": data["years_of_practice"],
            "is_listed": data.get("is_listed", False),
        }


class RosterForm(forms.Form):
    """Which experts an officer looks for."""

    area = forms.ModelChoiceField(ExpertArea.objects.all(), label=_("Area"), required=False, empty_label=_("All"))
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, spoken: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(code, LANGUAGES_BY_CODE.get(code, code)) for code in spoken]
        self.fields["language"].choices = [("", _("All")), *names]  # type: ignore[attr-defined]  # declared so above


class AnonymiseForm(forms.Form):
    """Why, and that it is meant."""

    reason = LongField(label=_("Reason"), rows=3, max_length=1000, help_text=_("It stays in the journal."))
    is_meant = forms.BooleanField(label=_("I know that this cannot be undone"))
