"""The screens of a language: who opens them, what they show, and that nothing typed is lost."""

import json

import pytest
from django.urls import reverse

from practices.actions.translating import hand_over_translation, send_back_translation, translate
from practices.enums import TranslationState
from practices.models import LanguageRight
from tests.cast import cost
from tests.practices.builders import make_translation, sections_in
from tests.practices.languages.conftest import address, change, form_of, in_russian

SCREENS = ("translate", "check_translation", "send_back_translation")


def posted(page, **typed):
    """What a browser would send of the form on a page."""
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value is not None and value is not False} | typed


def whole(practice, by):
    row = in_russian(practice)
    return translate(row, by=by, **form_of(row, **sections_in("ru")))


# --- Who -------------------------------------------------------------------------------------------------------------


def test_who_opens_which(published, translator, checker, of_english, elsewhere, officer, advisor_kr, client_of):
    hand_over_translation(whole(published, translator), by=translator)

    def knock(user):
        return [client_of(user).get(address(name, published)).status_code for name in SCREENS]

    assert knock(None) == [302, 302, 302]
    assert knock(translator) == [409, 403, 403]
    assert knock(checker) == [409, 200, 200]
    assert knock(officer) == knock(advisor_kr) == [403, 403, 403]
    assert knock(of_english) == knock(elsewhere) == [404, 404, 404]


def test_who_writes(published, translator, checker, of_english, elsewhere, officer, client_of):
    users = (None, translator, checker, of_english, elsewhere, officer)
    assert [client_of(user).get(address("translate", published)).status_code for user in users] == [
        302,
        200,
        200,
        404,
        404,
        403,
    ]


def test_a_translator_sees_what_is_proposed_and_nobody_else(proposed, translator, elsewhere, official_ge, client_of):
    pages = [client_of(user).get(address("translate", proposed)).status_code for user in (translator, elsewhere)]
    assert pages == [200, 404]
    assert client_of(translator).get(proposed.get_absolute_url()).status_code == 200
    assert client_of(official_ge).get(proposed.get_absolute_url()).status_code == 404


def test_a_language_that_there_is_not(published, translator, client_of):
    client = client_of(translator)
    assert [client.get(address("translate", published, code)).status_code for code in ("ko", "xx")] == [404, 404]


# --- Writing ---------------------------------------------------------------------------------------------------------


def test_all_sections_stand_beside_their_original(published, translator, client_of):
    page = client_of(translator).get(address("translate", published))
    shown = page.context["sections"]
    assert len(shown) == 16
    assert {one.state.words for one in shown} == {"Not translated yet"}
    assert shown[11].original == published.versions.get().sections["lessons"]
    assert page.context["meter"] == {"done": 0, "total": 16, "percent": 0}
    assert 'lang="ko"' in page.content.decode()


def test_saved_shown_and_handed_over(published, translator, client_of):
    client, url = client_of(translator), address("translate", published)
    answer = client.post(url, posted(client.get(url), lessons="Уроки"))
    assert answer["Location"] == url
    page = client.get(url)
    assert {one.section.key: one.state.words for one in page.context["sections"]}["lessons"] == "Draft, not checked yet"
    gap = client.post(url, posted(page, problem="Вопрос", hand_over="1"))
    assert gap.context["form"].non_field_errors()[0].startswith("Every section of the original is translated")
    assert in_russian(published).draft == {"lessons": "Уроки", "problem": "Вопрос"}
    done = client.post(url, {**posted(gap, **sections_in("ru")), "hand_over": "1"})
    assert done["Location"] == published.get_absolute_url()
    assert in_russian(published).handed_at


def test_what_changed_in_the_original_is_shown_until_the_text_follows_it(
    published, translator, checker, advisor_kr, client_of
):
    make_translation(published, "ru", translator, checker)
    change(published, advisor_kr, lessons="gateway lessons 달라졌다.")
    client, url = client_of(translator), address("translate", published)
    page = client.get(url)
    lessons = {one.section.key: one for one in page.context["sections"]}["lessons"]
    assert lessons.state.words == "The original has changed"
    assert [kind for kind, _words in lessons.change.pieces] == ["removed", "added", "same", "removed", "added"]
    assert lessons.follows is not None
    client.post(url, posted(page, lessons="Иначе", **{"follows-lessons": "on"}))
    after = {one.section.key: one for one in client.get(url).context["sections"]}["lessons"]
    assert (after.state.words, after.change, after.follows) == ("Draft, not checked yet", None, None)


def test_what_changed_before_the_publication_is_shown_too(proposed, translator, advisor_kr, client_of):
    row = in_russian(proposed)
    translate(row, by=translator, **form_of(row, lessons="Уроки"))
    version = proposed.versions.get()
    version.sections["lessons"] += " 더."
    version.save()
    page = client_of(translator).get(address("translate", proposed))
    lessons = {one.section.key: one for one in page.context["sections"]}["lessons"]
    assert lessons.change.pieces[-1] == ("added", " 더.")
    assert "This practice is not published yet." in page.content.decode()


def test_two_at_once_see_both_texts(published, translator, checker, client_of):
    url = address("translate", published)
    one, other = client_of(translator), client_of(checker)
    mine, theirs = one.get(url), other.get(url)
    one.post(url, posted(mine, lessons="Один", problem="Вопрос"))
    page = other.post(url, posted(theirs, lessons="Другой", adapt="Изменить"))
    assert page.context["form"].non_field_errors()[0].startswith("A colleague has changed the same text")
    shown = {one.section.key: one for one in page.context["sections"]}
    assert (shown["lessons"].theirs, shown["lessons"].field.value()) == ("Один", "Другой")
    assert (shown["problem"].theirs, shown["problem"].field.value()) == (None, "Вопрос")
    assert in_russian(published).draft == {"lessons": "Один", "problem": "Вопрос"}
    joined = other.post(url, posted(page, lessons="Один и другой"))
    assert joined.status_code == 302
    assert in_russian(published).draft == {"lessons": "Один и другой", "problem": "Вопрос", "adapt": "Изменить"}


def test_the_colleagues_text_can_be_taken(published, translator, checker, client_of):
    url = address("translate", published)
    one, other = client_of(translator), client_of(checker)
    mine, theirs = one.get(url), other.get(url)
    one.post(url, posted(mine, lessons="Один"))
    page = other.post(url, posted(theirs, lessons="Другой"))
    assert other.post(url, posted(page, **{"take-lessons": "1"})).status_code == 302
    assert in_russian(published).draft == {"lessons": "Один"}


def test_too_long_a_title_is_told_and_kept(published, translator, client_of):
    client, url = client_of(translator), address("translate", published)
    page = client.post(url, posted(client.get(url), title="Ш" * 151))
    assert list(page.context["form"].errors) == ["title"]
    assert page.context["form"]["title"].value() == "Ш" * 151
    assert in_russian(published).state == TranslationState.MISSING


def test_the_script_saves_what_is_sound(published, translator, checker, of_english, client_of):
    client, url = client_of(translator), address("save_translation", published)
    page = client.get(address("translate", published))
    sent = posted(page, title="Ш" * 151, lessons="Уроки")
    answer = client.post(url, sent)
    said = json.loads(answer.content)
    assert (said["done"], said["total"]) == (1, 16)
    assert said["said"].endswith("Not saved yet, because something is wrong there: Title.")
    assert client.post(url, {**sent, "title": "Шлюз", "read": said["read"]}).status_code == 200
    assert in_russian(published).draft == {"title": "Шлюз", "lessons": "Уроки"}
    assert client_of(checker).post(url, {**sent, "lessons": "Другой"}).status_code == 409
    assert client_of(of_english).post(url, sent).status_code == 404
    assert client.get(url).status_code == 405


def test_the_script_undoes_nothing_that_the_page_does_not_show(published, translator, checker, client_of):
    url, script = address("translate", published), address("save_translation", published)
    one, other = client_of(translator), client_of(checker)
    mine, theirs = posted(one.get(url)), posted(other.get(url))
    one.post(url, {**mine, "lessons": "Один"})
    for text in ("Ш", "Шлюз"):
        said = json.loads(other.post(script, {**theirs, "title": text}).content)
        theirs["read"] = said["read"]
    assert other.post(url, {**theirs, "title": "Шлюз данных"}).status_code == 302
    assert in_russian(published).draft == {"lessons": "Один", "title": "Шлюз данных"}


def test_what_is_no_form_of_ours_does_no_harm(published, translator, client_of):
    client, url = client_of(translator), address("translate", published)
    for hidden in ("[1]", "{", '{"lessons": "x", "cost": 1, "title": true}', ""):
        client.post(url, {"seen": "0", "read": hidden, "shown": hidden, "lessons": "Уроки"})
    assert in_russian(published).draft_of == {"lessons": 1}


def test_why_it_was_sent_back_is_read_where_one_writes_on(published, translator, checker, client_of):
    row = hand_over_translation(whole(published, translator), by=translator)
    send_back_translation(row, by=checker, reason="Числа в итогах другие.")
    assert "Числа в итогах другие." in client_of(translator).get(address("translate", published)).content.decode()


# --- Handing over, checking, sending back ----------------------------------------------------------------------------


def test_handed_over_as_it_stands(published, translator, of_english, officer, client_of):
    whole(published, translator)
    url = address("hand_over_translation", published)
    assert [client_of(user).post(url).status_code for user in (of_english, officer, translator, translator)] == [
        404,
        403,
        302,
        409,
    ]


def test_the_checker_reads_both_and_what_changes(published, translator, checker, advisor_kr, client_of):
    make_translation(published, "ru", translator, checker)
    change(published, advisor_kr, lessons="달라졌다.", adapt="달라졌다.")
    row = in_russian(published)
    LanguageRight.objects.filter(user=translator).update(duty="check")
    row = translate(row, by=checker, followed={"lessons"}, **form_of(row, lessons="Иначе"))
    hand_over_translation(row, by=checker)
    client, url = client_of(translator), address("check_translation", published)
    page = client.get(url)
    shown = {one.section.key: one for one in page.context["sections"]}
    assert (shown["lessons"].is_as_read, shown["lessons"].change) == (False, None)
    assert shown["lessons"].pieces == [("removed", "gateway lessons ru."), ("added", "Иначе")]
    assert (shown["problem"].is_as_read, shown["problem"].pieces) == (True, None)
    assert shown["adapt"].change is not None
    assert client.post(url, {"seen": "0"}).status_code == 409
    assert client.post(url, {"seen": "x"}).status_code == 409
    assert client.post(url, {"seen": in_russian(published).lock})["Location"] == published.get_absolute_url()
    assert (in_russian(published).sections["lessons"], in_russian(published).outdated) == ("Иначе", 1)


def test_sent_back_with_reasons(published, translator, checker, client_of):
    hand_over_translation(whole(published, translator), by=translator)
    client, url = client_of(checker), address("send_back_translation", published)
    assert "reason" in client.post(url, {"reason": " "}).context["form"].errors
    assert client.post(url, {"reason": "Числа"})["Location"] == published.get_absolute_url()
    assert in_russian(published).handed_at is None
    assert client.post(url, {"reason": "Числа"}).status_code == 409


# --- What readers get ------------------------------------------------------------------------------------------------


def test_a_reader_is_told_what_has_changed_since(published, translator, checker, advisor_kr, client):
    make_translation(published, "ru", translator, checker)
    url = address("changes_since", published)
    assert "Nothing has changed" in client.get(url).content.decode()
    change(published, advisor_kr, lessons="gateway lessons 달라졌다.")
    page = client.get(url)
    (lessons,) = page.context["sections"]
    assert lessons.text == "gateway lessons ru."
    assert "".join(words for kind, words in lessons.change.pieces if kind != "removed") == "gateway lessons 달라졌다."
    assert "gateway lessons ru." in page.content.decode()
    record = client.get(published.get_absolute_url(), HTTP_ACCEPT_LANGUAGE="ru")
    assert url in record.content.decode()
    assert [(one.code, one.is_current, one.outdated) for one in record.context["tongues"]] == [
        ("ru", True, 1),
        ("ko", False, 0),
    ]


def test_what_was_never_checked_is_nobodys_to_read(published, proposed, translator, checker, client, client_of):
    assert client.get(address("changes_since", published)).status_code == 404
    assert client.get(address("changes_since", proposed)).status_code == 404
    assert client_of(translator).get(address("changes_since", published)).status_code == 404


def test_the_record_leads_translators_on(published, translator, checker, client_of):
    def acts(user):
        tongues = client_of(user).get(published.get_absolute_url()).context["tongues"]
        return [(one.code, one.act_url, one.is_there) for one in tongues]

    original = ("ko", "", True)
    assert acts(translator) == [("ru", address("translate", published), False), original]
    hand_over_translation(whole(published, translator), by=translator)
    assert acts(checker) == [("ru", address("check_translation", published), False), original]
    assert acts(translator) == [original]


# --- The price -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sections", [1, 16])
def test_a_page_costs_no_more_however_much_has_changed(published, translator, checker, advisor_kr, client_of, sections):
    make_translation(published, "ru", translator, checker)
    keys = list(sections_in("ko"))[:sections]
    change(published, advisor_kr, **{key: f"달라졌다 {key}." for key in keys})
    reader, visitor = client_of(translator), client_of()
    record = reverse("practices:detail", args=[published.reference])
    pages = [(reader, address("translate", published)), (visitor, address("changes_since", published))]
    for client, url in [*pages, (reader, record)]:  # what a process reads once
        client.get(url)
    assert [cost(client, url) for client, url in pages] == [9, 4]
    assert cost(reader, record) <= 12
