"""The inbox and what a person wishes to find in it."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from core.paging import page_of
from core.stepping import posted
from notifications import tokens
from notifications.actions import reading
from notifications.forms import PreferencesForm
from notifications.messages.registry import KINDS
from notifications.models import Notification
from notifications.news import load
from notifications.querysets import unread_count
from people.models import User


@login_required
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The newest first; Newer and Older go on from a line, so a page stays what it was while news comes in."""
    user = cast(User, request.user)
    page = page_of(Notification.objects.in_inbox_of(user), request.GET, order="-pk")
    words = {"page": page, "rows": load(page.rows, user), "has_unread": unread_count(user) > 0}
    return render(request, "notifications/inbox.html", words)


@login_required
@require_safe
def open_notification(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to what it is about; having been there counts as having read it."""
    user = cast(User, request.user)
    row = get_object_or_404(Notification, pk=pk, user=user)
    reading.mark_read(row)
    news = load([row], user)
    return redirect(news[0].url if news and news[0].may_see else "notifications:inbox")


@login_required
@require_POST
def mark_all_read(request: HttpRequest) -> HttpResponse:
    reading.mark_all_read(cast(User, request.user))
    messages.success(request, _("Everything in the inbox is marked as read."))
    return redirect("notifications:inbox")


@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    """What comes by which way."""
    user = cast(User, request.user)
    form = PreferencesForm(posted(request), user=user)
    if form.is_valid():
        reading.set_preferences(user, form.wishes())
        reading.set_rhythm(user, form.cleaned_data["rhythm"])
        messages.success(request, _("Your choice is saved."))
        return redirect("notifications:preferences")
    return render(request, "notifications/preferences.html", {"form": form})


@csrf_exempt  # a mail program posts here by itself (RFC 8058); the signed link is what it must hold
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Switch off the mail of one kind, or digests, without signing in. Opening the link only asks; posting does it."""
    found = tokens.read(token)
    if found is None:
        raise Http404
    user, kind = found
    is_done = request.method == "POST"
    if is_done and kind == tokens.DIGEST:
        reading.unsubscribe_digests(user)
    elif is_done:
        reading.unsubscribe(user, kind)
    words: dict[str, Any] = {"kind": KINDS.get(kind), "is_done": is_done}
    return render(request, "notifications/unsubscribe.html", words)
