"""The page on which a newcomer reads every message that went out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sample_centre import mailbox


def sent_mail(request: HttpRequest) -> HttpResponse:
    """All messages, newest first; without sign-in, because nobody real is written to."""
    return render(request, "sample_centre/sent_mail.html", {"page": mailbox.page_of(request.GET.dict())})


def letter(request: HttpRequest, name: str) -> HttpResponse:
    """One message: what matters of its headers, and its text with working links."""
    mail = mailbox.find(name)
    if mail is None:
        raise Http404
    return render(request, "sample_centre/letter.html", {"mail": mail})
