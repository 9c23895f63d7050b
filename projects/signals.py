"""What happened to projects. Sent inside the transaction of the act, with the row and `by` (None: the clock).

Receivers write rows, or nothing happened; slow work waits for the commit.
"""

from django.dispatch import Signal

# --- A project on its way: project, by ---
project_submitted = Signal()  # told: both co-directors, officers
project_returned = Signal()  # reason; told: the author, focal points of the leading bodies
opinion_given = Signal()  # opinion; told: officers, the other side's co-director
project_laid = Signal()  # told: both co-directors, the author
project_approved = Signal()  # told: the author, both leaders, focal points of the leading bodies, officers
project_declined = Signal()  # told: the author, focal points of the leading bodies
project_withdrawn = Signal()  # told: officers, both co-directors
leader_named = Signal()  # side; told: the leader, the other side's leader
project_key_turned = Signal()  # step, side; told: who holds the other side's key
project_started = Signal()  # told: both sides' leaders, co-directors, officers
project_suspended = Signal()  # reason; told: as above
project_resumed = Signal()  # told: as above
project_finished = Signal()  # told: both co-directors, officers
project_closed = Signal()  # told: both leaders, officers
project_cancelled = Signal()  # reason; told: as above
registration_moved = Signal()  # registration; told: both leaders, officers
registration_missing = Signal()  # told: leaders, officers (approved for a month, not registered)

# --- Money: entry, line or reconciliation, by ---
entry_written = Signal()  # entry; told: who approves in these books
lines_approved = Signal()  # project, lines; told: both leaders
money_lapses = Signal()  # line, left; told: leader and co-director of its side, officers
reconciliation_proposed = Signal()  # reconciliation; told: both leaders
reconciliation_key_turned = Signal()  # reconciliation, side; told: who holds the other key
reconciliation_signed = Signal()  # reconciliation; told: both leaders, officers
reconciliation_sent_back = Signal()  # reconciliation, reason; told: who wrote it

# --- Work: version or deliverable or baseline, by ---
version_submitted = Signal()  # version; told: both leaders
version_key_turned = Signal()  # version, side; told: who holds the other key
version_accepted = Signal()  # version; told: who submitted it, both leaders, officers
version_returned = Signal()  # version, reason; told: who submitted it, the leader of that side
version_commented = Signal()  # comment, version; told: who submitted it
deliverable_due = Signal()  # deliverable; told: the leader of its side (soon, then weekly when late)
baseline_taken = Signal()  # baseline; told: both leaders

# --- Results: value or period, by ---
value_submitted = Signal()  # value; told: officers
value_checked = Signal()  # value; told: both leaders
value_returned = Signal()  # value, reason; told: who wrote it
value_key_turned = Signal()  # value, side; told: who holds the other key
value_approved = Signal()  # value; told: who wrote it
period_unlocked = Signal()  # period, reason; told: both leaders
values_missing = Signal()  # project, period, side; told: the leader of that side

# --- Reports: report, by ---
report_due = Signal()  # told: both leaders (when the quarter is over, soon before, weekly when late)
report_submitted = Signal()  # told: officers
report_returned = Signal()  # reason; told: both leaders
report_verified = Signal()  # told: both leaders
report_key_turned = Signal()  # side; told: who holds the other key
report_signed = Signal()  # told: both leaders, co-directors, officers

# --- Risks and what follows: by ---
risk_raised = Signal()  # risk; told: leaders, its owners
risk_moved = Signal()  # risk; told: both leaders and co-directors, when its score rose to high
check_asked = Signal()  # check; told: the leader of that side, focal points of its body (then once more)
check_answered = Signal()  # check; told: officers, the other side's leader
