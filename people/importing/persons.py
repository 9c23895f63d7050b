"""Rows of people: whoever has the post, or a letter that offers it, is left alone; everybody else is offered it."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from core import policies
from core.localised import LocalisedText
from people.enums import NEED_CENTRE, Function, RowState
from people.importing.checking import Bodies, Checked, a_day, an_address, expect_short, one_body, one_of
from people.models import AccessRequest, Appointment, Invitation, Organisation, User

LONGEST_NAME = 80
LONGEST_TITLE = 200
# Who works for a centre is appointed one by one, by an administrator: the post says which centre, and which side.
FUNCTIONS = [(code, label) for code, label in Function.choices if code not in {*NEED_CENTRE, Function.ADMINISTRATOR}]

Post = tuple[str, int, str]  # address, organisation, function


def check(rows: Iterable[tuple[int, dict[str, str]]], *, by: User) -> list[Checked]:
    """What each row would do, in the order of the file. Nine queries at most, however many rows."""
    return list(_Check(by, list(rows)).all())


class _Check:
    def __init__(self, by: User, rows: list[tuple[int, dict[str, str]]]) -> None:
        self.rows = rows
        self.bodies = Bodies()
        self.may_appoint = by.standing.is_administrator
        self.mine = set(
            Organisation.objects.filter(policies.q("people.import_people", by)).values_list("pk", flat=True)
        )
        addresses = {cells["email"].lower() for _number, cells in rows if "email" in cells}
        self.accounts = dict(User.objects.filter(email__in=addresses).values_list("email", "is_active"))
        held = Appointment.objects.current().filter(user__email__in=addresses)
        offered = Invitation.objects.open().filter(email__in=addresses)
        asked = AccessRequest.objects.waiting().filter(email__in=addresses)
        self.held: set[Post] = set(held.values_list("user__email", "organisation", "function"))
        self.offered: set[Post] = set(offered.values_list("email", "organisation", "function"))
        self.asked: set[Post] = set(asked.values_list("email", "organisation", "function"))
        self.known = {post[:2] for post in self.held | self.offered | self.asked}
        self.taken = self.held | self.offered
        self.seen: dict[Post, int] = {}

    def all(self) -> Iterable[Checked]:
        for number, cells in self.rows:
            checked = Checked(number)
            self._check(checked, cells)
            yield checked.ended()

    def _check(self, checked: Checked, cells: dict[str, str]) -> None:
        for column in ("email", "given_name", "family_name", "organisation"):
            if column not in cells:
                checked.errors[column] = _("This cell is empty.")
        for column in ("given_name", "family_name"):
            expect_short(checked, column, cells.get(column, ""), LONGEST_NAME)
        expect_short(checked, "title", cells.get("title", ""), LONGEST_TITLE)
        function = one_of(checked, "function", cells.get("function") or Function.MEMBER, FUNCTIONS)
        language = one_of(checked, "language", cells.get("language") or "en", list(settings.LANGUAGES))
        ends_on = a_day(checked, "ends_on", cells["ends_on"]) if "ends_on" in cells else None
        if ends_on and ends_on < timezone.localdate():
            checked.errors["ends_on"] = _("This day is over.")
        if not self.may_appoint and function not in {"", Function.MEMBER}:
            checked.errors["function"] = _("Members of staff are let in this way. Ask the administrator for others.")
        if "email" in checked.errors or "organisation" in checked.errors:
            return
        email = an_address(checked, "email", cells["email"])
        country = cells.get("country", "").upper()
        body = one_body(self.bodies, checked, "organisation", cells["organisation"], country)
        if body is None or body.row is None or checked.errors:
            return
        if body.row.pk not in self.mine:
            checked.errors["organisation"] = _(
                "You let people into organisations of the countries of your centre only."
            )
            return
        checked.values = {
            "email": email,
            "given_name": cells["given_name"],
            "family_name": cells["family_name"],
            "organisation": body.row,
            "function": function,
            "language": language,
            "title": LocalisedText({language: cells["title"]}) if "title" in cells else None,
            "ends_on": ends_on,
        }
        self._place(checked, (email, body.row.pk, function), str(body))

    def _place(self, checked: Checked, post: Post, body: str) -> None:
        email = post[0]
        if not self.accounts.get(email, True):
            checked.errors["email"] = _("The account of this person is closed.")
        elif post in self.seen:
            checked.errors["email"] = _("Row %(number)s is about the same person and post.") % {
                "number": self.seen[post]
            }
        elif post in self.taken or self._is_asked_for(post):
            checked.state = RowState.UNCHANGED
        elif email in self.accounts:
            checked.state, checked.changes = RowState.CHANGED, [["organisation", "", body]]
        self.seen.setdefault(post, checked.number)

    def _is_asked_for(self, post: Post) -> bool:
        """An officer's row asks the focal point, who need not be asked twice; an administrator's offers the post."""
        if self.may_appoint:
            return False
        return post[:2] in self.known
