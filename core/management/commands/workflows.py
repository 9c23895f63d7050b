"""Draw every workflow table as a diagram for the documentation."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from core.workflow import Workflow, workflows


def draw(workflow: Workflow[Any]) -> str:
    """One table as a Mermaid state diagram; a step with keys names them, a step with silence says so."""
    lines = ["```mermaid", "stateDiagram-v2"]
    for step in workflow.steps.values():
        keys = f" [{' + '.join(step.keys.names)}]" if step.keys else ""
        silence = " or silence" if step.silence else ""
        lines += [f"    {source} --> {step.target}: {step.name}{keys}{silence}" for source in step.sources]
    return "\n".join([*lines, "```"])


class Command(BaseCommand):
    """Writes docs/workflows.md; with --check only says whether it is up to date."""

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("en"):
            parts = [
                f"## {model._meta.verbose_name}\n\n{draw(workflow)}\n"
                for model, workflow in sorted(workflows.items(), key=lambda pair: pair[0]._meta.label)
            ]
        text = "# Workflows\n\nDrawn from the tables in each app's `workflow.py` by `make workflows`.\n\n" + "\n".join(
            parts
        )
        path = settings.BASE_DIR / "docs" / "workflows.md"
        if not options["check"]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            raise SystemExit("docs/workflows.md is out of date: run make workflows")
