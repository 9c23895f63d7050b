"""One request from draft to accepted answer, as each of the cast, Russian on one side and Korean on the other.

Everybody acts through the screens, and every act waits for the mail that it causes, in the reader's own language.
"""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

QUESTIONS = (
    "Какие сведения о подписи передаются получателю в другой стране?",
    "Кто отвечает за отзыв сертификата?",
)
ANSWERS = ("서명자와 인증기관의 정보를 전달합니다.", "발급한 인증기관이 책임집니다.")
IN_RUSSIAN = ("Передаются сведения о подписавшем и об удостоверяющем центре.", "Отвечает выдавший его центр.")


def letter(page: Page, address: str, words: str) -> str:
    """Wait for a letter to this address whose subject holds the words; give its text."""
    for _ in range(60):
        page.goto("/mail/")
        row = page.locator("main tr, main li").filter(has_text=address).filter(has_text=words).first
        if row.count():
            row.locator("a").first.click()
            return page.locator("main").inner_text()
        page.wait_for_timeout(500)
    raise AssertionError(f"No letter to {address} with {words!r}:\n{page.locator('main').inner_text()[:2000]}")


def send(page: Page) -> None:
    """The one main button of the page."""
    page.locator("main form button.btn-primary").first.click()


def test_russian_on_one_side_korean_on_the_other(open_as: Open) -> None:  # noqa: PLR0915  one story
    official, contact = open_as("official@by.example"), open_as("contact@by.example")
    by, kr = open_as("director@by.example"), open_as("director@kr.example")
    officer, advisor, mail = open_as("officer@centre.example"), open_as("advisor@kr.example"), open_as("")

    official.goto("/consultations/start/")
    send(official)
    official.fill("input[name=signatory_name]", "Волкава Алена")
    send(official)
    official.fill("input[name=title]", "Электронная подпись иностранных заявителей")
    official.select_option("select[name=topic]", index=1)
    official.fill("textarea[name=state_of_play]", "Иностранные подписи сегодня не принимаются.")
    for number, question in enumerate(QUESTIONS, 1):
        official.fill(f"textarea[name=q{number}]", question)
    official.fill("textarea[name=expected_result]", "Проект указа.")
    send(official)
    send(official)
    send(official)
    expect(official.locator(".check-answers")).to_contain_text(QUESTIONS[0])
    send(official)
    draft = official.locator(".happens-next .ref").inner_text()
    assert re.fullmatch(r"D-\d+", draft)

    assert "Цэнтр супрацоўніцтва ў сферы ІТ" in letter(mail, "contact@by.example", draft)
    contact.goto(f"/consultations/{draft}/")
    contact.locator(".ask a.btn").click()
    contact.fill("textarea[name=opinion]", "Падтрымліваем.")
    send(contact)
    reference = contact.locator(".record-head .ref strong").inner_text()
    assert re.fullmatch(r"CR-\d{4}-\d{3}", reference)
    record = f"/consultations/{reference}/"
    letter(mail, "official@by.example", f"{reference}: Запрос зарегистрирован")

    assert "승인하거나 반려하십시오" in letter(mail, "director@kr.example", reference)
    for page in (by, kr):
        page.goto(record)
        page.locator(".ask a.btn").click()
        page.check("input[name=verdict][value=accept]")
        send(page)
    expect(kr.locator(".key.is-signed")).to_have_count(2)
    letter(mail, "officer@centre.example", reference)

    officer.goto(record)
    officer.locator(".ask a.btn").click()
    named = officer.locator("select[name=lead] option").filter(has_text="Kim Seoyeon")
    officer.select_option("select[name=lead]", named.get_attribute("value"))
    send(officer)
    letter(mail, "advisor@kr.example", reference)

    advisor.goto(f"{record}ask/")
    advisor.fill("textarea[name=text]", "어떤 서명 형식을 사용합니까?")
    advisor.select_option("select[name=language]", "ko")
    send(advisor)
    assert "어떤 서명 형식을 사용합니까?" in letter(mail, "official@by.example", "Вопрос")
    official.goto(record)
    expect(official.locator("aside")).to_contain_text("Срок")
    official.locator(".ask a.btn").click()
    official.fill("textarea[name=text]", "Формат CAdES.")
    send(official)
    letter(mail, "advisor@kr.example", reference)

    advisor.goto(f"{record}answer/")
    advisor.select_option("select[name=language]", "ko")
    for number, text in enumerate(ANSWERS, 1):
        advisor.fill(f"textarea[name=t{number}]", text)
    send(advisor)
    expect(advisor.locator(".record-head .status").first).to_have_class(re.compile("is-going"))
    official.goto(record)
    expect(official.locator("main")).not_to_contain_text(ANSWERS[0])

    officer.goto(f"{record}answer/translate/")
    for number, text in enumerate(IN_RUSSIAN, 1):
        officer.fill(f"textarea[name=t{number}]", text)
    send(officer)
    officer.goto(f"{record}answer/check/")
    expect(officer.locator("main")).to_contain_text(ANSWERS[1])
    send(officer)

    letter(mail, "official@by.example", f"{reference}: Получен ответ")
    official.goto(record)
    for text in (*ANSWERS, *IN_RUSSIAN):
        expect(official.locator(".questions")).to_contain_text(text)
    official.locator(".ask a.btn").click()
    official.check("input[name=usefulness][value='5']")
    send(official)
    expect(official.locator(".record-head .status").first).to_have_class(re.compile("is-done"))
    letter(mail, "advisor@kr.example", reference)
    kr.goto(record)
    expect(kr.locator(".timeline li").first).to_contain_text("Sergei Dubovik")
    assert kr.get_attribute("html", "lang") == "ko"
