from core import desk
from core.desk import Desk, DeskItem, DeskSource


def test_apps_register_what_lies_on_a_desk(monkeypatch):
    monkeypatch.setattr(desk, "sources", {})
    item = DeskItem("Protocol", "/", "D-1", "Sign", "is-waiting")
    source = DeskSource(
        "toy", "Toys", lambda _user, limit: Desk([item][:limit], []), lambda: "/?mine", lambda: "/?others"
    )
    desk.register(source)
    assert desk.sources == {"toy": source}
    assert desk.sources["toy"].lay(None, 5) == Desk(mine=[item], others=[], mine_more=False, others_more=False)
    assert (item.due_at, item.organisation, item.country) == (None, "", None)


def test_the_requests_and_the_inbox_are_registered():
    assert ("consultations" in desk.sources, list(desk.panels) != []) == (True, True)
