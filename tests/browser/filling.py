"""Forms as people fill them in: under the names of their fields, and sent with their one main button."""

from collections.abc import Mapping

from playwright.sync_api import Page


def send(page: Page, button: str = "main form button.btn-primary") -> None:
    """Press the one main button of the page, and wait for what comes of it; nothing may be refused."""
    with page.expect_navigation() as answer:
        page.locator(button).first.click()
    assert answer.value.ok, (page.url, answer.value.status, page.locator("main").inner_text())
    summary = page.locator(".error-summary")
    assert not summary.count(), summary.inner_text()


def fill(page: Page, path: str, **values: object) -> None:
    """Open a form, write what is said under the names of its fields, and send it. No path: the page that is open."""
    if path:
        page.goto(path)
    for name, value in values.items():
        if isinstance(value, Mapping):
            for language, text in value.items():
                page.fill(f"[name={name}_{language}]", text)
        elif page.locator(f"input[type=radio][name={name}]").count():
            page.check(f"input[name={name}][value='{value}']")
        elif page.locator(f"select[name={name}]").count():
            page.select_option(f"select[name={name}]", str(value))
        else:
            page.fill(f"[name={name}]", str(value))
    send(page)


def send_to(page: Page, path: str) -> None:
    page.goto(path)
    send(page)


def fetched(page: Page, address: str) -> bytes:
    """What an address gives to the reader of the page, fetched from within it."""
    content = page.evaluate(
        """async address => {
            const answer = await fetch(address)
            if (!answer.ok) throw new Error(`${answer.status} ${address}`)
            return Array.from(new Uint8Array(await answer.arrayBuffer()))
        }""",
        address,
    )
    return bytes(content)
