"""How uploads arrive: in a temporary file from the first byte, and never more of them than is taken."""

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Counts what is too large instead of writing it, so that the form can say so and loses nothing else.

    Such an upload has the size that was sent, and fewer bytes: `look` refuses it by its size before anything is read.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start <= settings.FILE_MAX_BYTES:
            self.file.write(raw_data)
