"""What happened to an event. Sent inside the transaction of the act; `by` is None for the clock.

Receivers write rows, or nothing happened; slow work waits for the commit. Beside `by` every signal carries what it is
about under the name in its comment.
"""

from django.dispatch import Signal

# --- Programmes and events ---
event_announced = Signal()  # event; told: contact points of the invited countries, co-directors
event_changed = Signal()  # event, fields: list[str], days: first and last before; told: those who come, send or speak
event_cancelled = Signal()  # event, reason; told: participants, delegations, contributors, co-directors
event_closed = Signal()  # event; told: co-directors, focal points of its delegations

# --- Timetable ---
release_proposed = Signal()  # release; told: both co-directors
release_key_turned = Signal()  # release, side; told: the co-director of the other side
release_withdrawn = Signal()  # release, reason; told: officers, co-directors
programme_released = Signal()  # release, changed: bool; told: participants, contributors, focal points
slides_missing = Signal()  # session, contributor, stage: working days left; told: the contributor, by letter

# --- Delegations ---
delegation_invited = Signal()  # delegation; told: focal points of the body, contact point of the country
delegation_cancelled = Signal()  # delegation, reason; told: focal points, contact point
invitation_declined = Signal()  # delegation, reason; told: officers
nomination_submitted = Signal()  # delegation; told: contact point
nomination_forwarded = Signal()  # delegation; told: officers
nomination_returned = Signal()  # delegation, reason; told: focal points
delegation_reminded = Signal()  # delegation, items: list[str]; told: focal points, contact point
paper_handed_in = Signal()  # delegation, paper; told: officers
nomination_due_soon = Signal()  # delegation; told: focal points, contact point
papers_due_soon = Signal()  # delegation, items: list[str]; told: focal points

# --- Participants ---
list_proposed = Signal()  # list; told: both co-directors
list_key_turned = Signal()  # list, side; told: the co-director of the other side
list_withdrawn = Signal()  # list, reason; told: officers, both co-directors
list_accepted = Signal()  # list; told: officers
participant_accepted = Signal()  # participant; told: the person by letter, focal points
participant_reserved = Signal()  # participant; told: focal points
participant_declined = Signal()  # participant, reason; told: focal points
participation_confirmed = Signal()  # participant; told: officers
participant_withdrawn = Signal()  # participant, reason; told: officers, focal points, the person by letter
participant_replaced = Signal()  # participant (who comes), replaced; told: officers, focal points, both persons
travel_missing = Signal()  # event, participants: list; told: each person, by letter where no account

# --- Registration ---
registration_received = Signal()  # participant (accepted, applied or waiting); told: the person by letter
registration_repeated = Signal()  # participant, entered already; told: the person by letter
registration_approved = Signal()  # participant; told: the person by letter, with the invitation of the calendar
registration_refused = Signal()  # participant, reason; told: the person by letter
registration_promoted = Signal()  # participant; told: the person by letter
registration_cancelled = Signal()  # participant; told: the person by letter, with the cancellation of the calendar
links_renewed = Signal()  # participant; told: the person, by letter with the new link
event_near = Signal()  # participant; told: the person by letter, some days before

# --- Visits ---
gate_list_due = Signal()  # session; told: officers of the travel desk

# --- Evaluation ---
questionnaire_opened = Signal()  # questionnaire (the first of those opened), event; told: those who came
answers_missing = Signal()  # questionnaire, participants: list; told: each person, by letter where no account

# --- Wrap-up ---
minutes_proposed = Signal()  # minutes; told: both co-directors
minutes_key_turned = Signal()  # minutes, side; told: the co-director of the other side
minutes_sent_back = Signal()  # minutes, reason; told: officers, the other co-director
minutes_agreed = Signal()  # minutes; told: participants, focal points
outcome_due_soon = Signal()  # outcome; told: contact point of the country, focal points of the body
outcome_overdue = Signal()  # outcome; told: the same, and the officers
outcome_settled = Signal()  # outcome; told: officers, co-directors

# --- Follow-up ---
plan_wanted = Signal()  # plan (still empty), participant; told: the person by letter
plan_submitted = Signal()  # plan; told: focal points who may endorse it, and the superior by letter
plan_endorsed = Signal()  # plan; told: its author, officers
plan_returned = Signal()  # plan, reason; told: its author
plan_progress_asked = Signal()  # plan, check; told: its author
plan_progress_reported = Signal()  # plan, check; told: officers, focal points
trip_report_due_soon = Signal()  # report; told: its author
trip_report_overdue = Signal()  # report; told: its author, focal points
trip_report_submitted = Signal()  # report; told: officers, focal points
follow_up_reminded = Signal()  # event, people: list of (participant, what is owed); told: each by letter

# --- Certificates ---
certificates_proposed = Signal()  # run; told: both co-directors
certificates_key_turned = Signal()  # run, side; told: the co-director of the other side
certificates_withdrawn = Signal()  # run, reason; told: both co-directors
certificates_issued = Signal()  # run, certificates; told: each holder by letter
certificate_revoked = Signal()  # certificate, reason; told: its holder by letter
