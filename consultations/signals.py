"""What happened to a request. Sent inside the transaction of the act, with `consultation` and `by` (None: the clock).

Receivers write rows, or nothing happened; slow work waits for the commit.
"""

from django.dispatch import Signal

consultation_submitted = Signal()  # told: contact points of the country
consultation_returned = Signal()  # reason; told: requester
consultation_registered = Signal()  # told: requester, co-directors of both sides, the desk's officer
key_turned = Signal()  # side, accepts: bool; told: the co-directors of the other side
consultation_accepted = Signal()  # by_silence: bool; told: requester, contact points, officer, co-directors
consultation_declined = Signal()  # told: requester, contact points, officer, co-directors
advisor_assigned = Signal()  # participants: list[Participant], the new ones; told: each of them, and the requester
message_written = Signal()  # message; told: the parties of the thread but its author
note_written = Signal()  # message; told: its readers who work on the request
message_translated = Signal()  # message, language; told: nobody
requester_asked = Signal()  # message; told: requester
requester_replied = Signal()  # message; told: advisors
answer_handed_over = Signal()  # answer (state: translation or check); told: translators or the officer
answer_sent_back = Signal()  # answer, reason; told: its author
answer_sent = Signal()  # answer; told: requester, contact points, co-directors
answer_accepted = Signal()  # told: advisors, officer, co-directors
answer_reopened = Signal()  # reason; told: advisors, officer
consultation_withdrawn = Signal()  # reason; told: everybody who had it before them
due_soon = Signal()  # clock; told: those who must act
overdue = Signal()  # clock; told: those who must act, officer
due_moved = Signal()  # clock, before; told: those who must act
use_asked = Signal()  # told: requester
use_reported = Signal()  # told: advisors, officer
