"""Documents of a request: put to the draft, read by whoever sees the request, and by nobody else."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.documents import MOST, add_document
from consultations.enums import Audience
from consultations.models import Consultation
from core.refusal import RefusedError
from files.actions import store
from files.models import StoredFile
from files.policies import files_of, readable_by
from tests.cast import PEOPLE, cost, sign_in
from tests.consultations import builders as build
from tests.consultations.conftest import doors, words
from tests.factories import appoint, make_user
from tests.files.builders import upload

NAME = "Тайныйчертёж.pdf"


def add(row, person, name=NAME, **options):
    return add_document(row, by=person, document=store(upload(name=name), by=person), **options)


def readers(cast, file):
    return {who for who in PEOPLE if readable_by(cast.people[who], file)}


def test_it_belongs_to_the_request(draft, official_by, told):
    before = draft.updated_at
    document = add(draft, official_by, language="ru")
    assert files_of(draft, official_by) == [document]
    assert (document.name, document.language, document.permission) == (NAME, "ru", "consultations.view")
    assert told(draft)[-1] == ("add_document", "", "", "official@by.example", "")
    assert build.fresh(draft).updated_at > before


def test_it_is_read_by_whoever_sees_the_request(cast, draft, official_by, contact_by):
    document = add(draft, official_by)
    assert readers(cast, document) == {"official_by"}
    row = build.drafting.submit(draft, by=official_by)
    assert readers(cast, document) == {"official_by", "contact_by"}
    build.drafting.forward(row, by=contact_by)
    assert readers(cast, document) == {"official_by", "contact_by", "officer", "director_by", "director_kr"}


def test_one_of_a_confidential_request_is_not_the_colleagues(cast, official_by):
    row, open_one = build.draft(cast, is_confidential=True), build.draft(cast)
    colleague = make_user()
    appoint(colleague, "member", row.organisation)
    assert [readable_by(colleague, add(one, official_by)) for one in (row, open_one)] == [False, True]


def test_after_it_was_sent_none_is_added(submitted, official_by):
    with pytest.raises(RefusedError, match="Only a draft is edited"):
        add(submitted, official_by)
    assert files_of(submitted, official_by) == []


def test_a_returned_one_takes_more(returned, official_by):
    document = add(returned, official_by)
    assert files_of(returned, official_by) == [document]


def test_twenty_at_most(draft, official_by):
    for number in range(MOST):
        add(draft, official_by, f"{number}.pdf")
    with pytest.raises(RefusedError, match="20 files are the most"):
        add(draft, official_by)
    assert len(files_of(draft, official_by)) == MOST


def test_only_the_requester_adds(cast, draft, submitted, official_ge, contact_by):
    colleague = make_user()
    appoint(colleague, "member", draft.organisation)
    for person, row in ((official_ge, draft), (colleague, draft), (contact_by, submitted)):
        with pytest.raises(PermissionDenied):
            add(row, person)
    assert StoredFile.objects.exclude(object_id=None).count() == 0


def test_a_file_of_somebody_else_is_not_added(draft, official_by, officer):
    with pytest.raises(PermissionDenied):
        add_document(draft, by=official_by, document=store(upload(), by=officer))


# --- The screens -----------------------------------------------------------------------------------------------------


def test_the_screen(draft, submitted, knock, screen):
    assert knock("add_document", draft) == doors(official_by=200)
    assert knock("add_document", submitted) == doors(official_by=409, contact_by=403)
    answer = screen("official_by", "add_document", draft, document=upload(name=NAME), language="ru")
    assert answer["Location"] == draft.get_absolute_url()
    assert [(one.name, one.language) for one in StoredFile.objects.about(draft)] == [(NAME, "ru")]


def test_from_the_last_check_and_back_to_it(draft, official_by, client):
    url = f"/consultations/{draft.handle}/documents/add/?check"
    assert url in sign_in(official_by, client=client).get(f"/consultations/{draft.handle}/check/").content.decode()
    answer = client.post(url, {"document": upload(name=NAME), "language": ""})
    assert answer["Location"] == f"/consultations/{draft.handle}/check/"
    assert NAME in client.get(answer["Location"]).content.decode()


def test_a_refused_file_is_told_at_its_field(draft, screen):
    answer = screen("official_by", "add_document", draft, document=upload(b"MZ", "a.pdf"), language="ru")
    assert (list(answer.context["form"].errors), answer.context["form"]["language"].value()) == (["document"], "ru")
    assert "is something else inside, or is damaged" in words(answer)


def test_a_good_file_outlives_a_mistake(draft, screen):
    answer = screen("official_by", "add_document", draft, document=upload(name=NAME), language="xx")
    assert list(answer.context["form"].errors) == ["language"]
    token = re.search(r'name="document-token" value="([^"]+)"', answer.content.decode())[1]
    assert NAME in words(answer)
    screen("official_by", "add_document", draft, **{"document-token": token, "language": "ru"})
    assert [one.name for one in StoredFile.objects.about(draft)] == [NAME]


def test_a_request_that_was_sent_meanwhile_takes_none(draft, screen, official_by):
    """The page was open when a colleague sent the request: a sentence, and nothing is attached."""
    build.drafting.submit(draft, by=official_by)
    answer = screen("official_by", "add_document", draft, document=upload(), language="ru")
    assert (answer.status_code, StoredFile.objects.about(draft).count()) == (409, 0)


def test_the_record_shows_them_at_one_cost(draft, official_by, client):
    sign_in(official_by, client=client)
    url = draft.get_absolute_url()
    add(draft, official_by)
    cost(client, url)
    one = cost(client, url)
    add(draft, official_by, "annex.docx.pdf")
    add(draft, official_by)
    page = client.get(url)
    assert (cost(client, url), one <= 12) == (one, True)
    assert [file.name for file in page.context["documents"]] == [NAME, "annex.docx.pdf", NAME]
    assert page.content.decode().count("/remove/") == 3


def test_those_who_only_read_may_not_remove(submitted, draft, official_by, contact_by, client):
    add(draft, official_by)
    row = build.drafting.submit(draft, by=official_by)
    page = sign_in(contact_by, client=client).get(row.get_absolute_url()).content.decode()
    assert (NAME in page, "/remove/" in page, "/documents/add/" in page) == (True, False, False)


# --- With messages ---------------------------------------------------------------------------------------------------


def attached(row, write, person, **options):
    write(row, by=person, text="x", language="ru", attachment=store(upload(name=NAME), by=person), **options)
    return StoredFile.objects.kept().latest("pk")


def test_what_goes_with_a_message_is_read_with_it(cast, in_progress, official_by):
    file = attached(in_progress, build.corresponding.write_message, official_by)
    everybody = {"official_by", "contact_by", "officer", "director_by", "director_kr", "advisor_kr"}
    assert (file.permission, readers(cast, file)) == ("consultations.read_message", everybody)


def test_questions_and_replies_too(cast, in_progress, advisor_kr, official_by):
    asked = attached(in_progress, build.corresponding.ask_back, advisor_kr)
    replied = attached(build.fresh(in_progress), build.corresponding.reply, official_by)
    assert readers(cast, asked) == readers(cast, replied) >= {"official_by", "advisor_kr"}


@pytest.mark.parametrize(
    ("who", "audience", "read_by"),
    [
        ("contact_by", Audience.SIDE, {"contact_by", "director_by"}),
        ("advisor_kr", Audience.SIDE, {"advisor_kr", "director_kr"}),
        ("officer", Audience.CENTRE, {"officer", "director_by", "director_kr", "advisor_kr"}),
    ],
)
def test_what_goes_with_a_note_leaks_nowhere(cast, in_progress, who, audience, read_by, client):
    """Not to those who may read notes elsewhere, but do not see this request; not by its address, not by its name."""
    person = cast.people[who]
    outsider = make_user()
    appoint(outsider, "contact_point", make_body_of(cast))
    file = attached(in_progress, build.corresponding.write_note, person, audience=audience)
    assert readers(cast, file) == read_by
    assert (Consultation.objects.visible_to(outsider).count(), readable_by(outsider, file)) == (0, False)
    pages = (in_progress.get_absolute_url(), "/desk/", "/inbox/", "/consultations/?state=all", "/search/?q=чертёж")
    shown, opened = set(), set()
    for one in PEOPLE:
        sign_in(cast.people[one], client=client)
        if any(NAME in client.get(url).content.decode() for url in pages):
            shown.add(one)
        answer = client.get(file.get_absolute_url())
        if answer.status_code == 200 and b"".join(answer.streaming_content):
            opened.add(one)
    assert (shown, opened) == (read_by, read_by)


def make_body_of(cast):
    """A contact point of another country."""
    return cast.organisations["agency_ge"]


def test_the_screen_of_a_message_takes_a_file(in_progress, screen):
    screen("advisor_kr", "write_message", in_progress, text="안녕하세요.", language="ko", attachment=upload(name=NAME))
    message = in_progress.messages.get()
    assert [one.name for one in StoredFile.objects.about(message)] == [NAME]
    lost = screen(
        "advisor_kr", "write_message", in_progress, text=" ", language="ko", attachment=upload(name="two.pdf")
    )
    assert (list(lost.context["form"].errors), "two.pdf" in words(lost)) == (["text"], True)
    assert NAME in words(screen("official_by", "detail", in_progress))


def test_the_thread_with_files_costs_no_more(cast, in_progress, official_by, client):
    build.corresponding.write_message(in_progress, by=official_by, text="x", language="ru")
    sign_in(official_by, client=client)
    url = in_progress.get_absolute_url()
    cost(client, url)
    without = cost(client, url)
    for _number in range(3):
        attached(in_progress, build.corresponding.write_message, official_by)
    assert cost(client, url) == without
