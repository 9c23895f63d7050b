"""The pages of an account, gone through as people do: in two languages, link by link, with the letters as sent."""

import re
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from people.models import User
from tests.cast import PASSWORD

NEW = "a sentence to remember"
WORDS = {
    "be": {
        "sign_in": "Увайсці",
        "sign_out": "Выйсці",
        "reset": "Задаць новы пароль",
        "sent": "Праверце пошту",
        "changed": "Ваш пароль зменены",
        "change": "Змяніць мой пароль",
        "set": "Задаць пароль",
        "closed": "Гэты ўліковы запіс закрыты",
        "dead": "Гэтая спасылка больш не дзейнічае",
        "letter": "Калі гэта зрабілі не вы, нічога не рабіце: ваш пароль застаецца ранейшым.",
    },
    "ko": {
        "sign_in": "로그인",
        "sign_out": "로그아웃",
        "reset": "새 비밀번호 설정",
        "sent": "전자우편을 확인하십시오",
        "changed": "비밀번호를 변경했습니다",
        "change": "내 비밀번호 변경",
        "set": "비밀번호 설정",
        "closed": "이 계정은 닫혀 있습니다",
        "dead": "이 링크는 더 이상 쓸 수 없습니다",
        "letter": "본인이 요청하지 않았다면 아무것도 하지 않아도 됩니다. 비밀번호는 그대로 유지됩니다.",
    },
}
OWNERS = {"be": "contact_by", "ko": "advisor_kr"}


class Reading(HTMLParser):
    """The language of a page, its heading, the forms with what they send, and the links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lang, self.heading, self.links = "", "", set()
        self.forms: dict[str, set[str]] = {}
        self._form, self._in_heading = None, False
        self.feed(text)
        self.heading = " ".join(self.heading.split())

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "html":
            self.lang = found["lang"]
        elif tag == "h1":
            self._in_heading = True
        elif tag == "a":
            self.links.add(found.get("href"))
        elif tag == "form":
            self._form = self.forms.setdefault(found.get("action", ""), set())
        elif tag in ("input", "select", "textarea") and self._form is not None and "name" in found:
            self._form.add(found["name"])

    def handle_endtag(self, tag):
        if tag == "h1":
            self._in_heading = False
        elif tag == "form":
            self._form = None

    def handle_data(self, data):
        if self._in_heading:
            self.heading += data


def read(page, template: str = "") -> Reading:
    assert page.status_code == 200
    if template:
        assert template in [one.name for one in page.templates]
    return Reading(page.content.decode())


@pytest.fixture(params=sorted(WORDS))
def language(request) -> str:
    return request.param


@pytest.fixture
def words(language) -> dict[str, str]:
    return WORDS[language]


@pytest.fixture
def owner(language, cast) -> User:
    return cast.people[OWNERS[language]]


@pytest.fixture
def browser(language) -> Client:
    """Of a visitor who reads that language."""
    return Client(headers={"accept-language": language})


def enter(browser: Client, owner: User, password: str):
    return browser.post("/account/login/", {"login": owner.email, "password": password}, follow=True)


def link_in(letter: EmailMessage) -> str:
    """The path that the letter leads to: the same in its text and in its page."""
    [text] = re.findall(rf"{re.escape(settings.SITE_URL)}(/account/\S+)", letter.body)
    [page] = letter.alternatives
    shown = Reading(page.content)
    assert f"{settings.SITE_URL}{text}" in shown.links
    return text


def test_a_forgotten_password(language, words, owner, browser):
    sign_in = read(browser.get("/account/login/"), "account/login.html")
    assert (sign_in.lang, sign_in.heading) == (language, words["sign_in"])
    assert {"login", "password"} <= sign_in.forms["/account/login/"]
    assert "/account/password/reset/" in sign_in.links
    asking = read(browser.get("/account/password/reset/"), "account/password_reset.html")
    assert (asking.lang, asking.heading) == (language, words["reset"])
    [(_action, asked)] = [(action, sent) for action, sent in asking.forms.items() if "email" in sent]
    assert "csrfmiddlewaretoken" in asked
    sent = read(
        browser.post("/account/password/reset/", {"email": owner.email}, follow=True),
        "account/password_reset_done.html",
    )
    assert (sent.lang, sent.heading) == (language, words["sent"])
    [letter] = mail.outbox
    assert (letter.subject, letter.to) == (words["reset"], [owner.email])
    assert words["letter"] in letter.body
    assert f'<html lang="{language}">' in letter.alternatives[0].content
    assert words["letter"] in letter.alternatives[0].content
    link = link_in(letter)
    opened = browser.get(link, follow=True)
    setting, action = read(opened), opened.redirect_chain[-1][0]
    assert (setting.lang, setting.heading) == (language, words["reset"])
    assert {"password1", "password2"} <= setting.forms[action]
    done = read(
        browser.post(action, {"password1": NEW, "password2": NEW}, follow=True),
        "account/password_reset_from_key_done.html",
    )
    assert (done.heading, "/account/login/" in done.links) == (words["changed"], True)
    assert read(enter(browser, owner, PASSWORD)).heading == words["sign_in"]  # the old one opens nothing
    assert enter(browser, owner, NEW).redirect_chain == [("/desk/", 302)]
    dead = read(
        Client(headers={"accept-language": language}).get(link, follow=True), "account/password_reset_from_key.html"
    )
    assert (dead.heading, "/account/password/reset/" in dead.links) == (words["dead"], True)


def test_an_older_letter_opens_nothing_once_the_password_is_set(words, owner, browser):
    for _ in range(2):
        asked = browser.post("/account/password/reset/", {"email": owner.email})
        assert "account/email/password_reset_key_message.html" in [one.name for one in asked.templates]
    first, second = (link_in(letter) for letter in mail.outbox)
    opened = browser.get(second, follow=True)
    browser.post(opened.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert read(browser.get(first, follow=True)).heading == words["dead"]
    assert enter(browser, owner, NEW).redirect_chain == [("/desk/", 302)]


def test_leaving(language, words, owner, browser):
    enter(browser, owner, PASSWORD)
    leaving = read(browser.get("/account/logout/"), "account/logout.html")
    assert (leaving.lang, leaving.heading, "/account/logout/" in leaving.forms) == (language, words["sign_out"], True)
    assert browser.get("/profile/").status_code == 200  # asked, not done
    gone = browser.post("/account/logout/", follow=True)
    assert gone.redirect_chain == [("/", 302)]
    assert browser.get("/profile/").url == "/account/login/?next=/profile/"


def test_another_password(language, words, owner, browser):
    enter(browser, owner, PASSWORD)
    elsewhere = Client()
    enter(elsewhere, owner, PASSWORD)
    changing = read(browser.get("/account/password/change/"), "account/password_change.html")
    assert (changing.lang, changing.heading) == (language, words["change"])
    assert any({"oldpassword", "password1", "password2"} <= sent for sent in changing.forms.values())
    browser.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert [one.get("/profile/").status_code for one in (browser, elsewhere)] == [302, 302]
    assert read(enter(browser, owner, PASSWORD)).heading == words["sign_in"]
    assert enter(browser, owner, NEW).redirect_chain == [("/desk/", 302)]
    [letter] = mail.outbox
    assert letter.to == [owner.email]


def test_a_first_password(language, words, owner, browser):
    """Who came in by a passkey or an administrator has none; who has one is led to the page that asks for it."""
    owner.set_unusable_password()
    owner.save()
    browser.force_login(owner)
    setting = read(browser.get("/account/password/set/"), "account/password_set.html")
    assert (setting.lang, setting.heading) == (language, words["set"])
    browser.post("/account/password/set/", {"password1": NEW, "password2": NEW})
    owner.refresh_from_db()
    assert owner.check_password(NEW)
    assert enter(Client(), owner, NEW).redirect_chain == [("/desk/", 302)]
    browser.force_login(owner)
    assert browser.get("/account/password/set/").url == "/account/password/change/"


def test_a_closed_account(language, words, owner, browser):
    owner.is_active = False
    owner.save()
    closed = enter(browser, owner, PASSWORD)
    assert closed.redirect_chain == [("/account/inactive/", 302)]
    shown = read(closed, "account/account_inactive.html")
    assert (shown.lang, shown.heading) == (language, words["closed"])
    browser.post("/account/password/reset/", {"email": owner.email})
    assert mail.outbox == []
    assert browser.get("/profile/").url == "/account/login/?next=/profile/"
