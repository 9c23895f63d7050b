"""Static files with the hash of their content in their name, compressed once by `collectstatic`."""

from typing import ClassVar

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ManifestStorage(CompressedManifestStaticFilesStorage):
    """Rewrites `url()` and `@import` in stylesheets, and nothing else.

    Vendored files name source maps that are not shipped; looking for them would abort `collectstatic`.
    """

    patterns: ClassVar = (
        (
            "*.css",
            (
                r"""(?P<matched>url\(['"]{0,1}\s*(?P<url>.*?)["']{0,1}\))""",
                (r"""(?P<matched>@import\s*["']\s*(?P<url>.*?)["'])""", '@import url("%(url)s")'),
            ),
        ),
    )
