"""Mail for a machine without a mail server: one `.eml` file a message, which any mail program opens."""

import os
import re
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmlFileBackend(BaseEmailBackend):
    """Writes to `EMAIL_FILE_PATH`. A file is named by date and Message-ID, so a repeat replaces what it repeats."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.EMAIL_FILE_PATH)  # type: ignore[misc]  # set together with this backend
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            write(folder, message)
        return len(email_messages)


def write(folder: Path, message: EmailMessage) -> Path:
    """Write one message; it is complete from the moment it has its name."""
    mail = message.message()
    sent_at = parsedate_to_datetime(str(mail["Date"])).astimezone(UTC) if mail["Date"] else datetime.now(UTC)
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", str(mail["Message-ID"]).strip("<>"))[:100].strip("-.")
    path = folder / f"{sent_at:%Y%m%dT%H%M%S}-{name}.eml"
    handle, unfinished = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(mail.as_bytes(linesep="\r\n"))  # type: ignore[call-arg]  # Django's own message takes it
    Path(unfinished).replace(path)
    return path
