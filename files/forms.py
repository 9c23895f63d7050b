"""A field for one file, and forms that keep a good file while something else is put right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.refusal import RefusedError
from files.actions import KEEP_UNATTACHED, store
from files.kinds import ACCEPT, IN_WORDS
from files.looking import look
from files.models import StoredFile
from people.models import User

SALT = "files.kept"


def _what_is_taken() -> str:
    limit = filesizeformat(settings.FILE_MAX_BYTES)
    return _("%(kinds)s; up to %(limit)s.") % {"kinds": IN_WORDS, "limit": limit}


what_is_taken = lazy(_what_is_taken, str)


@dataclass(frozen=True)
class Sent:
    """What a form was sent for one field: a file, the mark of one that was kept, the wish to leave it out."""

    upload: UploadedFile | None = None
    token: str = ""
    drop: bool = False

    def __bool__(self) -> bool:
        return bool(self.upload or self.token)


class FileWidget(forms.FileInput):
    """The browser's own input; beneath it the file that was kept, with its mark in a hidden field."""

    template_name = "files/file_input.html"
    kept: StoredFile | None = None
    token = ""
    can_drop = False

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Sent:
        upload = super().value_from_datadict(data, files, name)
        return Sent(upload, str(data.get(f"{name}-token", "")), f"{name}-drop" in data)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return super().value_omitted_from_data(data, files, name) and f"{name}-token" not in data

    def use_required_attribute(self, initial: Any) -> bool:
        return not self.kept and super().use_required_attribute(initial)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        known = value if isinstance(value, StoredFile) else None
        return {**context, "kept": self.kept, "token": self.token, "can_drop": self.can_drop, "known": known}


class FileField(forms.FileField):
    """One file: looked at by its bytes, refused with a sentence. Cleans to the upload, or to nothing.

    In a form that `KeepsFile` it cleans to a `StoredFile` that is not attached yet.
    """

    widget = FileWidget
    default_error_messages: ClassVar[dict[str, Any]] = {"required": gettext_lazy("Choose a file.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"help_text": what_is_taken(), **kwargs})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "accept": ACCEPT}

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The upload, looked at; what was there before when nothing was sent."""
        upload = data.upload if isinstance(data, Sent) else data
        if not upload:
            return super().clean(None, initial)
        try:
            look(upload)
        except RefusedError as refusal:
            raise ValidationError(str(refusal.message), code="refused") from None
        return upload

    def has_changed(self, initial: Any, data: Any) -> bool:  # noqa: ARG002  Django's signature
        return bool(data)


if TYPE_CHECKING:
    _Form = forms.Form
else:
    _Form = object


class KeepsFile(_Form):
    """A form whose files survive the mistakes of its other fields, and a refused act; without a script.

    A browser forgets the chosen file when a form comes back. So a good one is stored at once, unattached, and the form
    carries its signed mark: it says what is uploaded already and asks for it no more. `by` is who fills the form in,
    None for a visitor. Each file cleans to a `StoredFile`: the act attaches it (`files.actions.attach`). What never is
    attached is swept away after a day.

        class PaperForm(KeepsFile, forms.Form):
            paper = FileField(label=_("Paper"))

        form = PaperForm(request.POST or None, request.FILES or None, by=request.user)
    """

    def __init__(self, *args: Any, by: User | None, **kwargs: Any) -> None:
        self.by = by if by is not None and by.is_authenticated else None
        super().__init__(*args, **kwargs)

    def _clean_fields(self) -> None:
        """Clean, then keep each good file and show it as kept: `clean` of the form finds it there."""
        super()._clean_fields()  # type: ignore[misc]
        for name, field in self.fields.items():
            if isinstance(field, FileField):
                self._keep(name, field)

    def _keep(self, name: str, field: FileField) -> None:
        widget: Any = field.widget
        sent = widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
        kept = None if sent.drop else self._kept_by(sent.token)
        if isinstance(self.cleaned_data.get(name), UploadedFile):
            try:
                kept = self.cleaned_data[name] = store(self.cleaned_data[name], by=self.by)
            except RefusedError as refusal:
                self.add_error(name, str(refusal.message))
        elif kept and not sent.upload:
            self.cleaned_data[name] = kept
            self._errors.pop(name, None)  # type: ignore[attr-defined]  # the field asks for nothing: the file is there
        if kept:  # also beside one that was refused in its place
            widget.kept, widget.token, widget.can_drop = kept, self._token_of(kept), not field.required

    def _token_of(self, file: StoredFile) -> str:
        return signing.dumps([str(file.public_id), self.by.pk if self.by else None], salt=SALT)

    def _kept_by(self, token: str) -> StoredFile | None:
        if not token:
            return None
        try:
            public_id, by = signing.loads(token, salt=SALT, max_age=KEEP_UNATTACHED)
        except signing.BadSignature:
            return None
        if by != (self.by.pk if self.by else None):
            return None
        return StoredFile.objects.kept().filter(public_id=public_id, by=self.by, object_id=None).first()
