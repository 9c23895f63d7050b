"""Invitations, nominations, papers, the list of participants, and the page of a participant."""

from django.urls import path

from events.views import accepting, delegations, nominating

ONE = "<event:reference>/delegations/<int:pk>"
PERSON = "<event:reference>/participants/<int:pk>"
LIST = "<event:reference>/lists/<int:number>"

urlpatterns = [
    path("r/<str:secret>/confirm/", accepting.confirm_by_letter, name="confirm_by_letter"),
    path("<event:reference>/delegations/", delegations.delegations, name="delegations"),
    path("<event:reference>/delegations.csv", delegations.delegations_csv, name="delegations_csv"),
    path("<event:reference>/delegations/invite/", delegations.invite_bodies, name="invite_bodies"),
    path("<event:reference>/delegations/remind/", delegations.remind_delegations, name="remind_delegations"),
    path(f"{ONE}/", delegations.delegation, name="delegation"),
    path(f"{ONE}/invite/", delegations.invite_delegation, name="invite_delegation"),
    path(f"{ONE}/edit/", delegations.edit_delegation, name="edit_delegation"),
    path(f"{ONE}/cancel/", delegations.cancel_delegation, name="cancel_delegation"),
    path(f"{ONE}/decline/", delegations.decline_invitation, name="decline_invitation"),
    path(f"{ONE}/invitation.pdf", delegations.invitation_letter, name="invitation_letter"),
    path(f"{ONE}/acknowledgement.pdf", delegations.acknowledgement_letter, name="acknowledgement_letter"),
    path(f"{ONE}/nominate/", nominating.nominate, name="nominate"),
    path(f"{ONE}/head/", nominating.name_head, name="name_head"),
    path(f"{ONE}/letter/", nominating.write_nomination_letter, name="write_nomination_letter"),
    path(f"{ONE}/submit/", nominating.submit_nomination, name="submit_nomination"),
    path(f"{ONE}/forward/", nominating.forward_nomination, name="forward_nomination"),
    path(f"{ONE}/return/", nominating.return_nomination, name="return_nomination"),
    path(f"{ONE}/papers/add/", nominating.hand_in_paper, name="hand_in_paper"),
    path(f"{PERSON}/", accepting.participant, name="participant"),
    path(f"{PERSON}/edit/", nominating.edit_nominee, name="edit_nominee"),
    path(f"{PERSON}/remove/", nominating.remove_nominee, name="remove_nominee"),
    path(f"{PERSON}/check/", accepting.check_participant, name="check_participant"),
    path(f"{PERSON}/uncheck/", accepting.uncheck_participant, name="uncheck_participant"),
    path(f"{PERSON}/confirm/", accepting.confirm_participation, name="confirm_participation"),
    path(f"{PERSON}/withdraw/", accepting.withdraw_participant, name="withdraw_participant"),
    path(f"{PERSON}/replace/", accepting.replace_participant, name="replace_participant"),
    path("<event:reference>/lists/propose/", accepting.propose_list, name="propose_list"),
    path(f"{LIST}/", accepting.participant_list, name="participant_list"),
    path(f"{LIST}/accept/", accepting.accept_list, name="accept_list"),
    path(f"{LIST}/withdraw/", accepting.withdraw_list, name="withdraw_list"),
]
