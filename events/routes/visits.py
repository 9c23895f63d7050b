"""Site visits, their groups and lists for the gate; seats of any session."""

from django.urls import path

from events.views import booking, gate_lists, visits

VISIT = "<event:reference>/visits/<int:pk>"
SESSION = "<event:reference>/sessions/<int:pk>"

urlpatterns = [
    path("<event:reference>/visits/", visits.visits, name="visits"),
    path(f"{VISIT}/", visits.visit, name="visit"),
    path(f"{VISIT}/edit/", visits.edit_visit, name="edit_visit"),
    path(f"{VISIT}/groups/", booking.visit_groups, name="visit_groups"),
    path(f"{VISIT}/groups/balance/", booking.balance_groups, name="balance_groups"),
    path(f"{VISIT}/groups/new/", visits.save_group, name="add_group"),
    path(f"{VISIT}/groups/<int:group>/", visits.save_group, name="edit_group"),
    path(f"{VISIT}/groups/<int:group>/remove/", visits.remove_group, name="remove_group"),
    path(f"{VISIT}/notes/write/", visits.write_visit_note, name="write_visit_note"),
    path(f"{VISIT}/notes/<int:note>/remove/", visits.remove_visit_note, name="remove_visit_note"),
    path(f"{VISIT}/gate-list/", gate_lists.gate_list, name="gate_list"),
    path(f"{VISIT}/gate-list.pdf", gate_lists.gate_list_file, {"form": "pdf"}, name="gate_list_pdf"),
    path(f"{VISIT}/gate-list.csv", gate_lists.gate_list_file, {"form": "csv"}, name="gate_list_csv"),
    path(f"{VISIT}/gate-list/sent/", gate_lists.mark_gate_list_sent, name="mark_gate_list_sent"),
    path(f"{SESSION}/seat/", booking.book_seat, name="book_seat"),
    path(f"{SESSION}/seat/give-back/", booking.give_back_seat, name="give_back_seat"),
]
