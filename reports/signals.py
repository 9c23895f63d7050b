"""What happened to reports. Each carries `report` (or `job`) and `by`; None is the clock."""

from django.dispatch import Signal

report_made = Signal()  # also: languages, formats drawn
report_proposed = Signal()
report_published = Signal()
report_returned = Signal()  # also: reason
job_done = Signal()
job_failed = Signal()
