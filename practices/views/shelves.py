"""Bookmarks and collections."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.forms import attempt
from core.paging import page_of
from core.stepping import answer
from people.requests import SignedInRequest
from practices.actions import shelves
from practices.forms.shelves import AddForm, CollectionForm
from practices.models import Bookmark, Collection, CollectionItem, Practice
from practices.policies.shelves import may_publish_collections
from practices.presentation.shelf import items_of, lines_of
from practices.views.finding import find, screen


@login_required
def bookmarks(request: SignedInRequest) -> HttpResponse:
    """The reader's own marks, newest first; of entries that the reader may still see."""
    seen = Practice.objects.visible_to(request.user)
    rows = Bookmark.objects.filter(user=request.user, practice__in=seen).select_related("practice")
    page = page_of(rows, request.GET, order="-at")
    lines = lines_of(row.practice for row in page.rows)
    return render(request, "practices/bookmarks.html", {"page": page, "lines": lines})


@login_required
@require_POST
def bookmark(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put a mark on the entry."""
    practice = find(request, reference)
    shelves.bookmark(practice, by=request.user)
    messages.success(request, _("The practice is among your bookmarks."))
    return redirect(practice)


@login_required
@require_POST
def unbookmark(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take the mark away."""
    practice = find(request, reference)
    shelves.unbookmark(practice, by=request.user)
    messages.success(request, _("The bookmark is removed."))
    return redirect("practices:bookmarks") if request.POST.get("to") == "list" else redirect(practice)


def collections(request: HttpRequest) -> HttpResponse:
    """`?whose=mine` the own ones, else those that others show: to the public, or to whoever is signed in."""
    rows = Collection.objects.visible_to(request.user).select_related("user")
    is_mine = request.user.is_authenticated and request.GET.get("whose", "mine") == "mine"
    rows = rows.filter(user=request.user.pk) if is_mine else rows.exclude(user=request.user.pk)
    page = page_of(rows, request.GET)
    return render(request, "practices/collections.html", {"page": page, "is_mine": is_mine})


@login_required
def create_collection(request: SignedInRequest) -> HttpResponse:
    """Begin a collection."""
    form = CollectionForm(request.POST or None)
    if form.is_valid() and (made := attempt(form, shelves.create_collection, by=request.user, **form.cleaned_data)):
        return redirect(made)
    return render(request, "practices/create_collection.html", {"form": form})


def collection(request: HttpRequest, number: int) -> HttpResponse:
    """One collection: everything in it that this reader may see."""
    found = _found(request, number)
    granted = policies.granted(request.user, ["practices.edit_collection", shelves.TAKE_BACK], found)
    context = {
        "collection": found,
        "lines": items_of(found, request.user),
        "is_own": "practices.edit_collection" in granted,
        "may_take_back": shelves.TAKE_BACK in granted,
        "may_publish": may_publish_collections(request.user),
    }
    return render(request, "practices/collection.html", context)


@login_required
def edit_collection(request: SignedInRequest, number: int) -> HttpResponse:
    """Another name, another purpose."""
    found = _own(request, number)
    form = CollectionForm(request.POST or None, initial={"name": found.name, "note": found.note})
    return answer(
        request,
        form,
        lambda **values: shelves.edit_collection(found, by=request.user, **values),
        said=_("The collection is saved."),
        to=found.get_absolute_url(),
        template="practices/edit_collection.html",
        context={"collection": found},
    )


@login_required
def add_to_collection(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put an entry into one of the own collections, or into a new one."""
    practice = find(request, reference)
    form = AddForm(request.POST or None, user=request.user)

    def add(*, collection: Collection | None, name: str, note: str) -> CollectionItem:
        into = collection or shelves.create_collection(by=request.user, name=name)
        return shelves.add_to_collection(into, by=request.user, practice=practice, note=note)

    return answer(
        request,
        form,
        add,
        said=_("The practice is in the collection."),
        to=lambda item: item.collection.get_absolute_url(),
        template="practices/add_to_collection.html",
        context=screen(practice),
    )


@login_required
@require_POST
def remove_from_collection(request: SignedInRequest, number: int, item: int) -> HttpResponse:
    """Take an entry out."""
    found = _own(request, number)
    shelves.remove_from_collection(get_object_or_404(found.items, pk=item), by=request.user)
    messages.success(request, _("The practice is no longer in the collection."))
    return redirect(found)


@login_required
@require_POST
def move_in_collection(request: SignedInRequest, number: int, item: int) -> HttpResponse:
    """`up=1` one place up, else one place down."""
    found = _own(request, number)
    up = request.POST.get("up") == "1"
    shelves.move_in_collection(get_object_or_404(found.items, pk=item), by=request.user, up=up)
    return redirect(found)


@login_required
@require_POST
def share_collection(request: SignedInRequest, number: int) -> HttpResponse:
    """`shared=1`: whoever is signed in sees it; else nobody but its maker."""
    found = _own(request, number)
    shared = request.POST.get("shared") == "1"
    shelves.share_collection(found, by=request.user, shared=shared)
    said = _("Whoever is signed in sees the collection now.") if shared else _("Only you see the collection now.")
    messages.success(request, said)
    return redirect(found)


@login_required
@require_POST
def publish_collection(request: SignedInRequest, number: int) -> HttpResponse:
    """`public=1`: everybody sees it; else only those who are signed in."""
    found = _own(request, number, shelves.TAKE_BACK)
    public = request.POST.get("public") == "1"
    shelves.publish_collection(found, by=request.user, public=public)
    said = _("Everybody sees the collection now.") if public else _("The public sees the collection no more.")
    messages.success(request, said)
    return redirect(found)


@login_required
def delete_collection(request: SignedInRequest, number: int) -> HttpResponse:
    """Asks once, then removes it."""
    found = _own(request, number, shelves.TAKE_BACK)
    if request.method == "POST":
        shelves.delete_collection(found, by=request.user)
        messages.success(request, _("The collection is deleted."))
        return redirect("practices:collections")
    return render(request, "practices/delete_collection.html", {"collection": found})


def _found(request: HttpRequest, number: int) -> Collection:
    return get_object_or_404(Collection.objects.visible_to(request.user).select_related("user"), pk=number)


def _own(request: SignedInRequest, number: int, permission: str = "practices.edit_collection") -> Any:
    """The collection: 404 for whoever may not see it, 403 for whoever may only read it."""
    found = _found(request, number)
    policies.require(request.user, permission, found)
    return found
