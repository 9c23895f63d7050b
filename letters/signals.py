"""What happened to letters. Sent inside the transaction of the act, with `by`."""

from django.dispatch import Signal

letters_issued = Signal()  # run, letters, by; told: each recipient, with the letter
letter_withdrawn = Signal()  # letter, by, reason; told: its recipient
