"""The portal's own settings for its processes in a test: what is handed in lies in a folder of the test's own."""

import os

from cooperation_center.settings import *  # noqa: F403

MEDIA_ROOT = os.environ["TEST_MEDIA"]
