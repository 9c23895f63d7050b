"""What happened to agreements and in committees. Sent inside the transaction, with the row and `by` (None: the clock).

Receivers write rows, or nothing happened; slow work waits for the commit.
"""

from django.dispatch import Signal

# --- The register: agreement, by ---
agreement_proposed = Signal()  # told: both co-directors
agreement_key_turned = Signal()  # side; told: the co-director of the other side
agreement_recorded = Signal()  # told: the officer who wrote it, people of the bodies that signed
agreement_returned = Signal()  # reason; told: the officer who wrote it
agreement_end_proposed = Signal()  # reason; told: both co-directors
agreement_ended = Signal()  # told: officers, both co-directors, focal points of the bodies that signed
agreement_kept = Signal()  # reason; told: officers, the other co-director (an end that was proposed is not confirmed)
agreement_prolonged = Signal()  # told: officers, both co-directors
agreement_alert = Signal()  # alert; told: officers, both co-directors

# --- Commitments: commitment, by ---
commitment_reported = Signal()  # told: the co-director of the other side
commitment_confirmed = Signal()  # told: the co-director of the side that owed it
commitment_refused = Signal()  # reason; told: the co-director of the side that owes it, the body's focal points
commitment_key_turned = Signal()  # side; told: the co-director of the other side (one side would drop it)
commitment_dropped = Signal()  # told: officers, both co-directors
commitment_due = Signal()  # told: the co-directors of the side that owes it, the body's focal points

# --- Sessions: session, by ---
session_convened = Signal()  # told: members with an account, both co-directors
session_moved = Signal()  # told: members with an account (days, place or hours changed after it was convened)
agenda_changed = Signal()  # told: members with an account, once a day (items after it was convened)
session_called_off = Signal()  # reason; told: members with an account, both co-directors
papers_due = Signal()  # told: the officers (papers due soon and not there)
paper_added = Signal()  # paper; told: members with an account, once convened

# --- Minutes: minutes, by ---
minutes_proposed = Signal()  # told: both co-directors, members with an account
minutes_key_turned = Signal()  # side; told: the co-director of the other side
minutes_agreed = Signal()  # told: members with an account, officers
minutes_sent_back = Signal()  # reason; told: the officer who wrote them

# --- Decisions and actions: decision or action, by ---
decision_proposed = Signal()  # told: both co-directors
decision_key_turned = Signal()  # side, accepts: bool; told: the co-director of the other side
decision_adopted = Signal()  # told: officers, members with an account; projects listen
decision_rejected = Signal()  # told: officers
decision_returned = Signal()  # reason; told: the officer who wrote it
action_given = Signal()  # told: the co-director of the side that owes it, focal points of the body
action_due = Signal()  # told: as above (three working days before, and each week once it is late)
action_settled = Signal()  # told: officers, the other side's co-director
