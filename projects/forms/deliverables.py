"""What is handed over: laid down, submitted, commented on, accepted."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import DayField, LineField, LocalisedField, LongField
from core.localised import LANGUAGE_NAMES, active_language
from files.forms import FileField, KeepsFile
from files.models import StoredFile
from projects.actions.delivering import mark_of
from projects.models import Deliverable, Project, Task

FILES = ("document", "second", "third")


class DeliverableForm(forms.Form):
    """What a side hands over. `seen` is the mark of what the writer had before him."""

    name = LocalisedField(label=gettext_lazy("Name"))
    criteria = LocalisedField(
        label=gettext_lazy("When it is accepted"),
        long=True,
        required=False,
        help_text=gettext_lazy("What both sides look at before they turn their keys."),
    )
    side = forms.ChoiceField(label=gettext_lazy("Handed over by"))
    due_on = DayField(label=gettext_lazy("Due"))
    task = LineField(
        label=gettext_lazy("Line of the schedule"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("The number of the line that brings it about, such as 2.3."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, project: Project, sides: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project
        choices = [(side, str(project.centre.side_country(side).name)) for side in sides]
        self.fields["side"].choices = choices  # type: ignore[attr-defined]

    def clean_task(self) -> Task | None:
        """The line with that number."""
        number = self.cleaned_data["task"]
        if not number:
            return None
        task = self.project.tasks.filter(number=number).first()
        if task is None:
            raise ValidationError(_("The schedule has no line %(number)s.") % {"number": number})
        return task


def initial_of(deliverable: Deliverable) -> dict[str, Any]:
    """What the form shows of a deliverable."""
    shown = {name: getattr(deliverable, name) for name in ("name", "criteria", "side", "due_on")}
    task = deliverable.task.number if deliverable.task else ""
    return {**shown, "task": task, "seen": mark_of(deliverable)}


class LanguageField(forms.ChoiceField):
    """One of the languages of the portal, by its own name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=list(LANGUAGE_NAMES.items()), initial=active_language, **kwargs)


class VersionForm(KeepsFile, forms.Form):
    """A version with up to three files; more go into an archive of documents."""

    document = FileField(label=gettext_lazy("File"))
    second = FileField(label=gettext_lazy("Second file"), required=False)
    third = FileField(label=gettext_lazy("Third file"), required=False)
    language = LanguageField(label=gettext_lazy("Language of the files"))
    note = LongField(label=gettext_lazy("What is new in it"), max_length=4000, rows=4, required=False)

    def values(self) -> dict[str, Any]:
        """What the act takes."""
        found: list[StoredFile] = [one for name in FILES if (one := self.cleaned_data.get(name))]
        return {"documents": found, "language": self.cleaned_data["language"], "note": self.cleaned_data["note"]}


class CommentForm(forms.Form):
    """A remark, in the language of whoever writes it."""

    text = LongField(label=gettext_lazy("Comment"), max_length=4000, rows=5)
    language = LanguageField(label=gettext_lazy("Language of the comment"))


class KeyForm(forms.Form):
    """A key, with a remark where one is wished."""

    reason = LongField(
        label=gettext_lazy("Remark"),
        help_text=gettext_lazy("Stands beside your key and in the protocol of acceptance."),
        max_length=2000,
        rows=3,
        required=False,
    )
