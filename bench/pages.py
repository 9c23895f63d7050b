"""Which pages are measured, and as whom. Addresses are found in the database: the newest rows are alike everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from bench import words
from consultations.enums import AnswerState, Status
from consultations.models import Consultation, Topic
from core.paging import mark
from people.models import User

# A word for the table → the account.
READERS = {
    "official": "member1@bench.example",
    "contact point": "contact1@bench.example",
    "advisor": "advisor1@bench.example",
    "officer": "officer1@bench.example",
    "co-director": "director1@bench.example",
    "evaluator": "evaluator1@bench.example",
    "no post": "nobody1@bench.example",
}
VISITOR = "visitor"
LIST = "consultations:list"
LISTS: dict[str, dict[str, str]] = {
    "open": {},
    "mine": {"state": "mine"},
    "others": {"state": "others"},
    "answered": {"state": "answered"},
    "ended": {"state": "ended"},
    "all": {"state": "all"},
    "by due time": {"order": "due"},
    "overdue": {"due": "late"},
    "due this week": {"due": "week", "order": "due"},
    "mine, overdue": {"state": "mine", "due": "late"},
    "type": {"state": "all", "type": "peer_review"},
    "country": {"state": "all", "country": "BY"},
    "country, open": {"country": "BY"},
    "common word": {"state": "all", "q": words.COMMON},
    "common word, open": {"q": words.COMMON},
    "two words": {"state": "all", "q": "archive ministry"},
    "middling word": {"state": "all", "q": words.MIDDLING},
    "rare word": {"state": "all", "q": words.RARE},
    "no such word": {"state": "all", "q": "zzyzx"},
    "Korean": {"state": "all", "q": words.KOREAN},
}
SEARCHES = {"common word": words.COMMON, "rare word": words.RARE, "Korean": words.KOREAN}


@dataclass(frozen=True)
class Page:
    """One page for one reader. `is_reckoned`: it counts or searches all there is, so it may grow, up to the bound."""

    reader: str
    name: str
    url: str
    is_reckoned: bool = False


def pages() -> Iterator[Page]:
    """All of them, for the database of this process."""
    yield Page(VISITOR, "home", reverse("home"), is_reckoned=True)
    yield from (Page(VISITOR, name, reverse(name)) for name in ("consultations:start", "account_login"))
    for reader, email in READERS.items():
        user = User.objects.get(email=email)
        yield Page(reader, "desk", reverse("desk"))
        yield Page(reader, "inbox", reverse("notifications:inbox"))
        for name, query in {**LISTS, **_more_lists(user)}.items():
            yield Page(reader, f"list: {name}", f"{reverse(LIST)}?{urlencode(query)}")
        for name, text in {**SEARCHES, "number": _number()}.items():
            yield Page(reader, f"search: {name}", f"{reverse('search')}?{urlencode({'q': text})}", is_reckoned=True)
        for name, count in (("10 messages", 10), ("200 messages", 200)):
            if found := _request(user, count):
                yield Page(reader, f"request: {name}", found.get_absolute_url())
        for state in (Status.DRAFT, Status.REGISTERED, Status.WAITING, Status.ANSWERED, Status.CLOSED):
            if row := Consultation.objects.visible_to(user).filter(status=state).order_by("-pk").first():
                yield Page(reader, f"request: {state.name.lower().replace('_', ' ')}", row.get_absolute_url())
    yield from _written()


def _more_lists(user: User) -> dict[str, dict[str, str]]:
    """A subject, a number, and the middle of the whole list, as the pager would link to it."""
    found = {
        "subject": {"state": "all", "topic": str(Topic.objects.values_list("pk", flat=True).first())},
        "number": {"state": "all", "q": _number()},
    }
    seen = Consultation.objects.visible_to(user).order_by("-updated_at", "-pk")
    if row := seen[seen.count() // 2 :].values_list("updated_at", "pk").first():
        found["middle of all"] = {"state": "all", "older": mark("-updated_at", *row)}
    return found


def _number() -> str:
    found = Consultation.objects.filter(status=Status.REGISTERED).order_by("-pk").values_list("reference", flat=True)
    return str(found.first())


def _request(user: User, messages: int) -> Consultation | None:
    """The newest request with an advisor at work and so many messages."""
    at_work = Consultation.objects.visible_to(user).filter(status=Status.IN_PROGRESS).order_by("-pk")[:200]
    return next((row for row in at_work if row.messages.count() == messages), None)


def _written() -> Iterator[Page]:
    """The screens on which something is decided or written: each for whoever has the move."""
    in_progress = {"status": Status.IN_PROGRESS}
    wanted: tuple[tuple[str, str, dict[str, Any], list[str]], ...] = (
        ("official", "edit", {"status": Status.DRAFT}, ["questions"]),
        ("official", "check", {"status": Status.DRAFT}, []),
        ("official", "reply", {"status": Status.WAITING}, []),
        ("official", "accept_answer", {"status": Status.ANSWERED}, []),
        ("contact point", "forward", {"status": Status.SUBMITTED}, []),
        ("co-director", "decide", {"status": Status.REGISTERED}, []),
        ("officer", "assign", {"status": Status.ACCEPTED}, []),
        ("officer", "check_answer", {**in_progress, "answer_state": AnswerState.CHECK}, []),
        ("officer", "translate_request", in_progress, []),
        ("advisor", "write_answer", {**in_progress, "answer_state": AnswerState.DRAFT}, []),
        ("advisor", "ask_back", in_progress, []),
        ("advisor", "write_message", in_progress, []),
        ("advisor", "write_note", in_progress, []),
    )
    for reader, name, match, more in wanted:
        user = User.objects.get(email=READERS[reader])
        if row := Consultation.objects.visible_to(user).filter(**match).order_by("-pk").first():
            yield Page(reader, f"screen: {name}", reverse(f"consultations:{name}", args=[row.handle, *more]))
