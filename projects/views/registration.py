"""The national registration of a project: the checklist, its files, and what the authority answered."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.forms import ReasonForm
from files.columns import files_column, from_column
from files.models import StoredFile
from people.requests import SignedInRequest
from projects.actions import registering as acts
from projects.forms.registration import FiledForm, ItemForm, PaperForm, RegisteredForm
from projects.models import Project, Registration, RegistrationItem
from projects.presentation.life import SHAPES, moves_of, registrations_of, rules_without
from projects.presentation.page import page_of_project
from projects.views.finding import find_work, screen
from projects.views.stepping import answer
from projects.workflow import registering


def back_to(project: Project) -> str:
    """The checklist."""
    return reverse("projects:registration", args=[project.reference])


@login_required
def registration(request: SignedInRequest, reference: str) -> HttpResponse:
    """The pack as it stands: what is ready, what is missing, where it is, and what may be recorded."""
    project = find_work(request, reference)
    context = page_of_project(request, project, "registration")
    found = registrations_of(project)
    items: dict[int, list[RegistrationItem]] = {}
    rows = RegistrationItem.objects.filter(registration__in=found).select_related("paper", "by")
    for item in rows.annotate(kept=files_column(RegistrationItem, permission="projects.view_registration_item")):
        item.files = from_column(item.kept)  # type: ignore[attr-defined]
        items.setdefault(item.registration_id, []).append(item)
    may_work = "projects.prepare_registration" in context["granted"]
    views = []
    for one in found:
        one.project = project
        lines = items.get(one.pk, [])
        views.append(
            {
                "row": one,
                "shape": SHAPES[one.state],  # type: ignore[index]
                "items": lines,
                "ready": sum(line.is_ready for line in lines),
                "moves": moves_of(one) if may_work else [],
                "is_open": may_work and one.state in acts.OPEN,
            }
        )
    missing = rules_without(project, found) if may_work else []
    return render(request, "projects/registration.html", {**context, "registrations": views, "missing": missing})


@login_required
@require_POST
def begin_registration(request: SignedInRequest, reference: str) -> HttpResponse:
    """Open the checklist of a country that has begun to ask for a registration."""
    project = find_work(request, reference)
    acts.begin_registration(project, by=request.user)
    messages.success(request, _("The checklist is open."))
    return redirect(back_to(project))


def _item(request: SignedInRequest, reference: str, pk: int) -> tuple[Project, RegistrationItem]:
    project = find_work(request, reference)
    rows = RegistrationItem.objects.select_related("paper", "registration__rule")
    item = get_object_or_404(rows, pk=pk, registration__project=project)
    item.registration.project = project
    policies.require(request.user, "projects.register", item.registration)
    return project, item


@login_required
def tick_item(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Say of a paper whether it is ready."""
    project, item = _item(request, reference, pk)
    return answer(
        request,
        project,
        ItemForm(request.POST if request.method == "POST" else None, item=item),
        partial(acts.tick_item, item, by=request.user),
        said=_("The checklist is up to date."),
        back_url=back_to(project),
        back=_("Back to the registration"),
        heading=item.paper.name,
    )


@login_required
def add_paper(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Put a file to a paper of the pack."""
    project, item = _item(request, reference, pk)
    form = PaperForm(request.POST or None, request.FILES or None, by=request.user)
    return answer(
        request,
        project,
        form,
        partial(acts.add_paper, item, by=request.user),
        said=_("The file is added."),
        back_url=back_to(project),
        back=_("Back to the registration"),
        heading=item.paper.name,
        lede=_("Both sides and the officers can open it."),
        submit=_("Add the file"),
    )


@login_required
def remove_paper(request: SignedInRequest, reference: str, pk: int, public_id: UUID) -> HttpResponse:
    """Asked once more, because a removed file does not come back."""
    project, item = _item(request, reference, pk)
    document = get_object_or_404(StoredFile.objects.about(item), public_id=public_id)
    if request.method == "POST":
        acts.remove_paper(item, by=request.user, document=document)
        messages.success(request, _("The file is removed."))
        return redirect(back_to(project))
    context = screen(project, document=document, back_url=back_to(project), back=_("Back to the registration"))
    return render(request, "projects/remove_paper.html", context)


# --- What the authority answered -------------------------------------------------------------------------------------


def _row(request: SignedInRequest, reference: str, pk: int, step: str) -> tuple[Project, Registration]:
    project = find_work(request, reference)
    row = get_object_or_404(Registration.objects.select_related("rule"), pk=pk, project=project)
    row.project = project
    if not policies.allows(request.user, "projects.view_registration", row):
        raise PermissionDenied("projects.view_registration")
    registering.expect(row, step, by=request.user)
    return project, row


@login_required
def file_registration(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Record that the pack was handed to the authority."""
    project, row = _row(request, reference, pk, "file")
    return answer(
        request,
        project,
        FiledForm(request.POST or None),
        partial(acts.file_registration, row, by=request.user),
        said=_("It is recorded that the pack was filed."),
        back_url=back_to(project),
        back=_("Back to the registration"),
        heading=_("Record that the pack was filed"),
        lede=_("While the authority has it, the checklist and its files stay as they are."),
        submit=_("Record it"),
    )


@login_required
def enter_registration(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Record number, day and term of the registration."""
    project, row = _row(request, reference, pk, "enter")
    return answer(
        request,
        project,
        RegisteredForm(request.POST or None),
        partial(acts.enter_registration, row, by=request.user),
        said=_("The registration is recorded. The project can start."),
        back_url=back_to(project),
        back=_("Back to the registration"),
        heading=_("Record the registration"),
        submit=_("Record it"),
    )


@login_required
def return_registration(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Record that the authority gave the pack back."""
    project, row = _row(request, reference, pk, "return")
    return answer(
        request,
        project,
        ReasonForm(request.POST or None, hint=_("What the authority has written.")),
        partial(acts.return_registration, row, by=request.user),
        said=_("It is recorded that the pack came back."),
        back_url=back_to(project),
        back=_("Back to the registration"),
        heading=_("Record that the pack came back"),
        submit=_("Record it"),
    )


@login_required
def refuse_registration(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Record that the authority refused."""
    project, row = _row(request, reference, pk, "refuse")
    return answer(
        request,
        project,
        ReasonForm(request.POST or None, hint=_("What the authority has written.")),
        partial(acts.refuse_registration, row, by=request.user),
        said=_("The refusal is recorded."),
        back_url=back_to(project),
        back=_("Back to the registration"),
        heading=_("Record the refusal"),
        lede=_("The project cannot start until it is filed anew and registered."),
        submit=_("Record it"),
    )


@login_required
def redo_registration(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Begin again."""
    project, row = _row(request, reference, pk, "redo")
    return answer(
        request,
        project,
        ReasonForm(request.POST or None),
        partial(acts.redo_registration, row, by=request.user),
        said=_("The registration begins again."),
        back_url=back_to(project),
        back=_("Back to the registration"),
        heading=_("Begin the registration again"),
        lede=_("Every paper is looked at anew. Until the next registration is recorded, the project cannot start."),
        submit=_("Begin again"),
    )
