"""Every write of this app, as verbs."""

from people.actions.account import PROFILE_FIELDS, edit_profile, save_account, set_language, set_view
from people.actions.consents import answer_consent, publish_consent_text
from people.actions.entry import (
    accept_invitation,
    approve_access_request,
    deciders,
    refuse_access_request,
    request_access,
    resend_invitation,
    revoke_invitation,
    send_invitation,
)
from people.actions.experts import edit_expert_profile
from people.actions.posts import edit_appointment, end_appointment, reassign_work, start_appointment, today_at
from people.actions.privacy import anonymise, export_data

__all__ = (
    "PROFILE_FIELDS",
    "accept_invitation",
    "anonymise",
    "answer_consent",
    "approve_access_request",
    "deciders",
    "edit_appointment",
    "edit_expert_profile",
    "edit_profile",
    "end_appointment",
    "export_data",
    "publish_consent_text",
    "reassign_work",
    "refuse_access_request",
    "request_access",
    "resend_invitation",
    "revoke_invitation",
    "save_account",
    "send_invitation",
    "set_language",
    "set_view",
    "start_appointment",
    "today_at",
)
