"""What happened here, for the apps above."""

from django.dispatch import Signal

# code: str. Sent after the commit, once `directory.calendar_of` answers by the new days in every process: what was
# computed from the calendar, such as due times, is to be computed again. One act sends it once a calendar.
calendar_changed = Signal()
