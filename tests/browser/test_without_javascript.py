"""No script, no pointer: everything still works."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Open, Portal
from tests.browser.letters import Post

GUEST = "guest@forum.example"


def test_a_request_is_begun_and_kept_without_javascript(open_as: Open) -> None:
    page = open_as("official@ge.example", java_script_enabled=False)
    page.goto("/consultations/start/")
    page.click("main form button[type=submit]")
    page.fill("input[name=signatory_name]", "Nino Beridze")
    page.click("text=Save and continue")
    page.fill("input[name=title]", "Order of moving the data centres")
    page.fill("textarea[name=q1]", "x" * 501)
    page.click("text=Save and continue")
    expect(page.locator(".error-summary")).to_contain_text("501 characters")
    expect(page.locator("input[name=title]")).to_have_value("Order of moving the data centres")
    page.fill("textarea[name=q1]", "Which ministries move first?")
    page.click("text=Save for later")
    expect(page.locator("h1")).to_contain_text("Order of moving the data centres")
    expect(page.locator(".questions")).to_contain_text("Which ministries move first?")


def test_a_visitor_reads_the_programme_and_registers_without_javascript(portal: Portal, open_as: Open) -> None:
    page, post = open_as("", java_script_enabled=False), Post(portal)
    page.goto("/events/?kind=forum")
    page.locator("main .ledger h2 a").first.click()
    forum = page.url.removeprefix(portal.url)
    page.locator(f"main a[href='{forum}programme/']").first.click()
    sessions = page.locator(f"main a[href^='{forum}sessions/']")
    title = sessions.first.inner_text()
    sessions.first.click()
    expect(page.locator("h1")).to_contain_text(title)
    page.goto(forum)
    page.locator(f"main a[href='{forum}register/']").first.click()
    page.fill("input[name=email]", GUEST)
    page.click("main form button.btn-primary")
    expect(page.locator(".error-summary li a").first).to_have_attribute("href", "#id_given_name")
    expect(page.locator("input[name=email]")).to_have_value(GUEST)
    page.fill("input[name=given_name]", "Alba")
    page.select_option("select[name=country]", "AL")
    for group in page.locator("main fieldset").all():
        group.locator("input[type=radio], input[type=checkbox]").first.check()
    page.click("main form button.btn-primary")
    page.wait_for_url(f"**{forum}register/done/")
    letter = post.wait(page, GUEST, "en", r"/events/r/[^/]+/")
    page.goto(letter.path(r"/events/r/[^/]+/"))
    expect(page.locator("dl.facts").first).to_contain_text(GUEST)
    page.goto(letter.path(r"/events/r/[^/]+/cancel/"))
    page.click("main form button.btn-primary")
    expect(page.locator(".record-head .status")).to_have_class(re.compile("is-stopped"))


def test_the_desk_is_reached_by_keyboard_alone(open_as: Open) -> None:
    page = open_as("")
    page.goto("/account/login/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#main")
    page.keyboard.press("Enter")
    page.locator("input[name=login]").focus()
    page.keyboard.type("official@by.example")
    page.keyboard.press("Tab")
    page.keyboard.type("two-keys-two-clocks")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/")


def test_an_error_summary_takes_the_focus_and_leads_to_the_field(open_as: Open) -> None:
    page = open_as("officer@centre.example")
    page.goto("/consultations/?state=mine")
    page.locator("tbody a").first.click()
    page.goto(page.url + "note/")
    page.click("main form button[type=submit]")
    expect(page.locator(".error-summary")).to_be_focused()
    assert page.title().startswith(page.locator("title").inner_text()[:6])
    page.locator(".error-summary a").first.click()
    expect(page.locator("textarea[name=text]")).to_be_focused()
