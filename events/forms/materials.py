"""A file or an address, in which language, on which terms, for whom."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import LocalisedField
from core.localised import active_language
from events.enums import Licence, MaterialAudience
from events.models import Contributor, Material, Session
from files.forms import FileField, KeepsFile
from people.models import User


class MaterialForm(KeepsFile, forms.Form):
    """A material of a session, or of the whole event. An officer also names whose it is."""

    title = LocalisedField(label=_("Title"))
    file = FileField(label=_("File"), required=False)
    url = forms.URLField(
        label=_("Address, instead of a file"),
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text=_("For a recording, or what stands elsewhere."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    audience = forms.ChoiceField(label=_("Read by"), choices=MaterialAudience, widget=forms.RadioSelect)
    licence = forms.ChoiceField(label=_("Licence"), choices=Licence)
    is_slides = forms.BooleanField(label=_("These are the slides of the session"), required=False)
    contributor = forms.ModelChoiceField(
        Contributor.objects.none(), label=_("Whose it is"), required=False, empty_label=_("Of nobody in particular")
    )

    def __init__(
        self,
        *args: Any,
        by: User,
        session: Session | None,
        material: Material | None = None,
        names_whose: bool = False,
        **kwargs: Any,
    ) -> None:
        initial: dict[str, Any] = {
            "language": active_language(),
            "audience": MaterialAudience.PARTICIPANTS,
            "licence": Licence.OWN_USE,
        }
        if material is not None:
            initial = {name: getattr(material, name) for name in self.base_fields}
        super().__init__(*args, by=by, **{"initial": initial, **kwargs})
        self.material = material
        fields: Any = self.fields
        if session is None:
            del fields["is_slides"]
        if session is None or not names_whose:
            del fields["contributor"]
        else:
            known = Contributor.objects.filter(pk__in=session.parts.values("contributor"))
            fields["contributor"].queryset = known

    def clean(self) -> dict[str, Any]:
        """A file or an address. What is left empty on a change stays what it is."""
        cleaned = super().clean() or self.cleaned_data
        file = self._new_file(cleaned)
        url = cleaned.get("url", "")
        if "file" in self.errors or "url" in self.errors:  # said there already
            return cleaned
        if file and url and not (self.material and self.material.url == url):
            self.add_error("url", _("Choose a file, or write an address: one of the two."))
        elif not file and not url and not (self.material and self.material.file):
            self.add_error("file", _("Choose a file, or write an address below."))
        return cleaned

    def _new_file(self, cleaned: dict[str, Any]) -> Any:
        file = cleaned.get("file")
        is_old = self.material is not None and file is not None and file == self.material.file
        return None if is_old else file

    def values(self) -> dict[str, Any]:
        """The arguments of `add_material` and `edit_material`."""
        values = dict(self.cleaned_data)
        values["file"] = self._new_file(values)
        if values["file"] is not None and self.material and self.material.url == values["url"]:
            values["url"] = ""
        return values
