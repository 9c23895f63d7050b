"""What may go wrong with a paper."""


class PaperError(Exception):
    """A paper could not be made; the message says what is wrong with its template or data: our fault, no person's."""
