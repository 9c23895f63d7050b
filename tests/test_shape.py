"""Asks of the code what the house style promises: has each step an act, a rule, a test; has each screen its page?"""

import ast
import inspect
import re
import textwrap
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.dispatch import Signal
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import URLResolver, get_resolver

from core import policies
from core.workflow import Step, Workflow, workflows
from tests.core.toy.models import Paper

BASE = Path(settings.BASE_DIR)
HOUSE = (
    "core",
    "calendars",
    "people",
    "files",
    "papers",
    "agreements",
    "events",
    "practices",
    "consultations",
    "projects",
    "reports",
    "pages",
    "letters",
    "notifications",
    "cooperation_center",
)
TAKING = {"take", "_take", "turn_key", "turn", "_turn", "_decide", "_leave", "_move"}  # how acts take a step
TABLES = [workflow for model, workflow in workflows.items() if model is not Paper]
STEPS = [(workflow, step) for workflow in TABLES for step in workflow.steps.values()]


def named(pair):
    return pair.name if isinstance(pair, Step) else pair.model.__name__


def sources(*folders):
    """Every source file of the apps, by path."""
    return {
        path: path.read_text(encoding="utf-8") for folder in folders for path in sorted((BASE / folder).rglob("*.py"))
    }


def functions(app, room):
    """The functions in a room of an app, be it a file or a folder."""
    for path, text in sources(app).items():
        if room in path.relative_to(BASE / app).with_suffix("").parts:
            yield from ((path, node) for node in ast.parse(text).body if isinstance(node, ast.FunctionDef))


def called(node):
    return {
        getattr(one.func, "attr", getattr(one.func, "id", "")) for one in ast.walk(node) if isinstance(one, ast.Call)
    }


def strings(node):
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def acts_under_test(app):
    """The acts of an app that have a file of their name, or in a large app are called by the tests of their part."""
    files = [*(BASE / "tests" / app).rglob("test_*.py")]
    found = {path.stem.removeprefix("test_") for path in files}
    parts = [path.read_text(encoding="utf-8") for path in files if path.parent.name != app]
    return found | {name for text in parts for name in re.findall(r"[.\b ]([a-z_]+)[(,]", text)}


UNDER_TEST = {
    app: acts_under_test(app)
    for app in ("agreements", "consultations", "events", "letters", "pages", "practices", "projects", "reports")
}


# --- Workflows -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("workflow", "step"), STEPS, ids=named)
def test_each_step_has_an_act_and_the_act_a_test(workflow: Workflow, step: Step):
    app = workflow.model._meta.app_label
    acts = [
        node.name
        for _path, node in functions(app, "actions")
        if not node.name.startswith("_") and step.name in strings(node) and called(node) & TAKING
    ]
    assert acts, f"no act takes {step.name}"
    assert [act for act in acts if act not in UNDER_TEST[app]] == []


@pytest.mark.parametrize(("workflow", "step"), STEPS, ids=named)
def test_each_step_has_a_rule_and_states_that_there_are(workflow: Workflow, step: Step):
    states = set(dict(workflow.model._meta.get_field(workflow.state).flatchoices))
    asked = {step.permission, step.awaits or step.permission}
    assert asked <= set(policies.rules())
    assert {*step.sources, step.target} <= states
    assert (str(step.label) != "", len(step.sources) > 0) == (True, True)


# States that no step of their own enters: somebody who registers is not nominated; what was read is put aside when
# another version becomes what is read.
ENTERED = {"Participant": {"applied"}, "Version": {"past"}}


@pytest.mark.parametrize("workflow", TABLES, ids=named)
def test_every_state_is_reached_and_left_or_an_end(workflow: Workflow):
    """A state that no step enters is a typing error, or a way that was forgotten."""
    states = set(dict(workflow.model._meta.get_field(workflow.state).flatchoices))
    first = workflow.model._meta.get_field(workflow.state).default
    entered = ENTERED.get(workflow.model.__name__, set())
    assert states == {first, *entered} | {step.target for step in workflow.steps.values()}


def test_every_act_has_a_test_of_its_name():
    """An act is what writes in one transaction and says by whom."""
    missing = []
    acts = [(app, *found) for app in UNDER_TEST for found in functions(app, "actions")]
    for app, path, node in acts:
        is_act = "atomic" in " ".join(ast.unparse(one) for one in node.decorator_list)
        if is_act and "by" in {one.arg for one in node.args.kwonlyargs} and not node.name.startswith("_"):
            missing += [] if node.name in UNDER_TEST[app] else [f"{path.name}: {node.name}"]
    assert missing == []


# --- Rules -----------------------------------------------------------------------------------------------------------


def test_every_rule_says_who_in_words():
    assert [rule.name for rule in policies.rules().values() if not rule.why.endswith(".")] == []


def test_every_rule_belongs_to_an_app_and_is_asked():
    """A permission that nobody asks for is a door painted on a wall."""
    labels = {config.label for config in apps.get_app_configs()}
    rules = [name for name in policies.rules() if not name.startswith("toy.")]
    assert [name for name in rules if name.partition(".")[0] not in labels] == []
    texts = "\n".join(text for path, text in sources(*HOUSE).items() if "policies" not in path.with_suffix("").parts)
    texts += "\n".join(path.read_text(encoding="utf-8") for path in (BASE / "templates").rglob("*.html"))
    assert [name for name in rules if f'"{name}"' not in texts] == []


def test_every_permission_asked_for_is_a_rule():
    """A misspelt name would be found by whoever opens the page."""
    labels = "|".join(app for app in HOUSE if app != "cooperation_center")
    asked = re.compile(rf'(?:require|allows|granted|\.q|expect|can)\([^)]*?"((?:{labels})\.[a-z_]+)"')
    found = {name for text in sources(*HOUSE).values() for name in asked.findall(text)}
    templates = [path.read_text(encoding="utf-8") for path in (BASE / "templates").rglob("*.html")]
    found |= {name for text in templates for name in re.findall(r'\{% can "([^"]+)"', text)}
    assert found - set(policies.rules()) == set()
    assert len(found) > 5


# --- Screens ---------------------------------------------------------------------------------------------------------


def views():
    """Route → view function, of our own screens."""

    def walk(resolver, names=()):
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern, (*names, pattern.namespace) if pattern.namespace else names)
            elif inspect.isfunction(view := inspect.unwrap(pattern.callback)) and is_own(view) and "admin" not in names:
                yield ":".join([*names, pattern.name or ""]), view

    def is_own(view):
        """A function of ours; sign-in and the second factor are allauth's classes in our clothes."""
        return view.__module__.startswith(HOUSE) and "." not in view.__qualname__

    return dict(walk(get_resolver()))


ROUTES = views()
OWN_PAGES = (*(f"{app}/" for app in (*UNDER_TEST, "files", "people")), "pages/", "components/")


ANSWERS = {
    "redirect",
    "HttpResponse",
    "StreamingHttpResponse",
    "FileResponse",
    "JsonResponse",
    "pdf_response",
    "docx_response",
    "csv_response",
    "as_csv",
    "_to",
}


def answers(view, seen=()):
    """The pages of a view and of the helpers in the rooms of views that it calls, and whether it answers at all."""
    source = inspect.getsource(inspect.unwrap(view))
    pages, names = set(re.findall(r'"([\w/]+\.html)"', source)), called(ast.parse(textwrap.dedent(source)))
    is_answered = bool(pages or names & ANSWERS)
    for name in names - ANSWERS:
        helper = inspect.unwrap(vars(inspect.getmodule(inspect.unwrap(view))).get(name, None))
        if inspect.isfunction(helper) and helper not in seen and ".views" in helper.__module__:
            more, also = answers(helper, (*seen, helper))
            pages, is_answered = pages | more, is_answered or also
    return pages, is_answered


@pytest.mark.parametrize("route", sorted(ROUTES))
def test_every_route_has_a_page_or_leads_on(route):
    pages, is_answered = answers(ROUTES[route])
    assert is_answered
    for page in pages:
        get_template(page)


def test_every_view_has_a_route():
    routed = {view.__name__ for view in ROUTES.values()}
    lost = []
    for app in HOUSE:
        for path, node in functions(app, "views"):
            takes_request = node.args.args and node.args.args[0].arg == "request"
            is_screen = (
                takes_request
                and path.stem != "stepping"
                and "HttpResponse" in ast.unparse(node.returns or ast.Constant(""))
            )
            if is_screen and not node.name.startswith("_") and node.name not in routed:
                lost.append(f"{path.relative_to(BASE)}: {node.name}")
    assert lost == []


def test_no_page_is_left_over():
    """Every template of an app is named by a view or by another template."""
    texts = "\n".join(sources(*HOUSE).values())
    pages = {path.relative_to(BASE / "templates").as_posix(): path for path in (BASE / "templates").rglob("*.html")}
    texts += "\n".join(path.read_text(encoding="utf-8") for path in pages.values())
    own = [name for name in pages if name.startswith(OWN_PAGES)]
    assert [name for name in own if f'"{name}"' not in texts] == []


def test_every_page_named_in_a_template_exists():
    missing = []
    for path in (BASE / "templates").rglob("*.html"):
        for name in re.findall(r'\{% (?:include|extends) "([^"]+)"', path.read_text(encoding="utf-8")):
            try:
                get_template(name)
            except TemplateDoesNotExist:
                missing.append((path.name, name))
    assert missing == []


# --- Signals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("app", ["calendars", "people", *UNDER_TEST])
def test_every_signal_is_sent(app):
    module = __import__(f"{app}.signals", fromlist=["signals"])
    declared = [name for name, value in vars(module).items() if isinstance(value, Signal)]
    texts = "\n".join(text for path, text in sources(app).items() if path.name != "signals.py")
    assert [name for name in declared if not re.search(rf"\b{name}\b", texts)] == []


def test_no_sentence_hides_from_the_translators_in_an_f_string():
    """The reader of sources does not look into f-strings: what is asked for there is in no catalogue."""
    asking = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
    hidden = [
        f"{path.relative_to(BASE)}:{node.lineno}"
        for path, text in sources(*HOUSE).items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.JoinedStr) and called(node) & asking
    ]
    assert hidden == []
