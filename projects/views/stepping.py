"""One way to answer for the screens of a project that ask for one thing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.functional import Promise

from core import stepping
from people.requests import SignedInRequest
from projects.models import Project
from projects.views.finding import screen


def answer(
    request: SignedInRequest,
    project: Project,
    form: forms.BaseForm,
    act: Callable[..., Any],
    *,
    said: str | Promise,
    back_url: str = "",
    template: str = "projects/plain_step.html",
    done_url: str | Callable[[Any], str] = "",
    **context: Any,
) -> HttpResponse:
    """Show the form, or act with what it cleaned and go to `done_url`, else back; a refusal keeps what was typed.

    It leads back to the project where no `back_url` is given.
    """
    back_url = back_url or project.get_absolute_url()
    context = screen(project, form, back_url=back_url, **context)
    return stepping.answer(request, form, act, said=said, to=done_url or back_url, template=template, context=context)
