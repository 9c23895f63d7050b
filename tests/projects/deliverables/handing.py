"""Deliverables on their way, one line each."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from files.actions import store
from projects.actions.delivering import add_deliverable, submit_version
from projects.models import Deliverable, DeliverableVersion

DUE = date(2026, 6, 30)


def paper(by, name="standard.txt"):
    return store(SimpleUploadedFile(name, b"The standard in full."), by=by)


def laid_down(project, by, **fields) -> Deliverable:
    values = {"name": {"en": "Standard for datasets", "ru": "Стандарт наборов данных"}, "side": "b", "due_on": DUE}
    return add_deliverable(project, by=by, **{**values, **fields})


def submitted(project, officer, by, **fields) -> DeliverableVersion:
    return submit_version(laid_down(project, officer, **fields), by=by, documents=[paper(by)], note="The first one.")
