"""The memory of a process that serves: what it has loaded stays to its end."""

import gc

from django.urls import get_resolver

# Objects made since the last look, then looks at the youngest for one at the next, and so on.
THRESHOLDS = (50_000, 20, 50)


def settle() -> None:
    """Load the pages, then keep the collector from looking through all that is loaded; call it once, at the start.

    A million objects of code, models and templates live as long as the process. To look through them takes a fifth of
    a second, which falls upon one reader in a few hundred. Rubbish of the requests themselves is found as before.
    """
    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
