"""Typst in a process of its own: `pdf.py` gives it a job on its input and reads the paper from its output.

Typst remembers what its last ten papers were made of, some 100 MB for a run of badges, and gives nothing back. A
process that ends gives all of it back, can be stopped, and knows no secret: it starts with an empty environment. It
imports nothing of ours, so that it starts in a moment.
"""

import base64
import json
import sys
from typing import Any

import typst


def make(job: dict[str, Any]) -> dict[str, Any]:
    """`{"pages": […]}`, one for a PDF, or `{"fault": …}` with what typst says is wrong."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[job["fonts"]])
    try:
        made: Any = typst.compile(
            job["template"],
            root=job["root"],
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"paper": job["paper"]},
            **job["options"],
        )
    except typst.TypstError as error:
        return {"fault": f"{error.message}\n{error.diagnostic}"}
    return {"pages": [base64.b64encode(page).decode() for page in (made if isinstance(made, list) else [made])]}


if __name__ == "__main__":
    json.dump(make(json.load(sys.stdin)), sys.stdout)
