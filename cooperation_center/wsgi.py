"""The door of the web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cooperation_center.settings")
application = get_wsgi_application()

from cooperation_center.memory import settle  # noqa: E402  when the apps are there

settle()
