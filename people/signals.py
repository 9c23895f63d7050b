"""What happened here, for the apps above. Each is sent inside the transaction of the act."""

from django.dispatch import Signal

# With `invitation`, `url` (the path of the accept page, token included) and `by`. Sent anew on "send again".
invitation_sent = Signal()
# With `invitation`, `user` and `appointment`.
invitation_accepted = Signal()
# With `access_request` and `audience`, the queryset of those who may decide it.
access_requested = Signal()
# With `access_request` and `by`. An approved one is accompanied by invitation_sent.
access_decided = Signal()
# With `appointment` and `by`, who may be None.
appointment_started = Signal()
appointment_ended = Signal()
# With `leaver`, `successor`, `appointments` (the successor's new ones) and `by`.
work_reassigned = Signal()
# With `user` and `by`, before an account is anonymised: whoever still counts on the person raises RefusedError.
account_closing = Signal()
# With `user`, `address` (the e-mail address it had) and `by`: copies of name and address above are to go too.
account_anonymised = Signal()
