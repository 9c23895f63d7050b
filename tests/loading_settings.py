"""Settings of the process that loads the sample centre for tests: a password that both they and the portal can read.

Tests hash by MD5 and the portal by Argon2, so neither reads what the other writes; both read this one and write it
anew, each in its own way, when somebody signs in.
"""

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from tests.portal_settings import *  # noqa: F403


class Quick(PBKDF2PasswordHasher):
    """The usual one with fewer rounds."""

    iterations = 1000


PASSWORD_HASHERS = [f"{__name__}.Quick"]
