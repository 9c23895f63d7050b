"""A code that a telephone reads, as SVG: for pages and for papers alike."""

from itertools import groupby

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString

from papers.errors import PaperError

QUIET = 4  # white modules around the code, as its standard asks


def svg(text: str, *, label: str = "") -> SafeString:
    """The text as a QR code that survives a crease (level M). `label` is what those hear who do not see it."""
    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError as error:
        raise PaperError(f"{len(text)} characters are too many for a code.") from error
    rows = [[bool(module) for module in row] for row in code.matrix]
    size = len(rows) + 2 * QUIET
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" class="qr" role="img" aria-label="{1}" '
        'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{2}"/></svg>',
        size,
        label or text,
        "".join(_bars(rows)),
    )


def _bars(rows: list[list[bool]]) -> list[str]:
    """Neighbours in a row as one bar; all bars are one path, so that no hairline shows between them."""
    bars = []
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                bars.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return bars
