"""What happened in the library. Sent inside the transaction of the act, with the row and `by` (None: the clock).

Receivers write rows, or nothing happened; slow work waits for the commit. `reasons` is a text per language that has the
author's among them.
"""

from django.dispatch import Signal

# --- An entry on its way: practice, by ---
practice_proposed = Signal()  # told: who checks the facts
facts_confirmed = Signal()  # told: the author, the centre's officers
practice_returned = Signal()  # reasons; told: the author, the owner's focal points
review_asked = Signal()  # review; told: the reviewer
review_given = Signal()  # review; told: the officer who asked
review_refused = Signal()  # review; told: the officer who asked
review_cancelled = Signal()  # review; told: the reviewer
review_due_soon = Signal()  # review; told: the reviewer
review_overdue = Signal()  # review; told: the reviewer, the officer who asked
reviews_closed = Signal()  # told: both co-directors, the author
key_turned = Signal()  # side, accepts: bool; told: the co-director of the other side
practice_published = (
    Signal()
)  # version; told: the author, the owner's focal points, the reviewers, translators of what is missing
practice_declined = Signal()  # reasons; told: the author, the owner's focal points
practice_withdrawn = Signal()  # reasons; told: who had it before them
recheck_asked = Signal()  # told: who answers for the facts
recheck_reminded = Signal()  # told: who answers for the facts, the officers
practice_confirmed = Signal()  # told: the officers
practice_retired = Signal()  # reasons; told: the owner, the officers, the adopters

# --- A change to it: version, by ---
change_proposed = Signal()  # told: who checks the facts
change_checked = Signal()  # told: the officers, the author of the change
change_accepted = Signal()  # told: the author of the change, the owner, the adopters, translators of what is outdated
change_declined = Signal()  # reasons; told: the author of the change

# --- A language of it: translation, by ---
translation_handed_over = Signal()  # told: who checks the language
translation_checked = Signal()  # told: the translator
translation_sent_back = Signal()  # reason; told: the translator

# --- Its adoption: adoption or report, by ---
adoption_filed = Signal()  # report; told: who signs for the owner
adoption_returned = Signal()  # report, reason; told: who wrote the report
adoption_confirmed = Signal()  # report; told: who wrote the report, the officers
adoption_asked = Signal()  # answer; told: who speaks for that side
adoption_reminded = Signal()  # answer; told: who speaks for that side
adoption_answered = Signal()  # answer; told: the officers when it is not "yes"

# --- What readers see has changed: practice; the index listens ---
entry_changed = Signal()
