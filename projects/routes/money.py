"""Money: the overview, the budget, the books, the reconciliations."""

from django.urls import path

from projects.views import budget, entries, money, reconciliations

OF = "<project:reference>/money/"
LINE = f"{OF}budget/<int:number>/"
ENTRY = f"{OF}entries/<int:number>/"
QUARTER = f"{OF}reconciliations/<int:pk>/"

urlpatterns = [
    path(OF, money.money, name="money"),
    path(f"{OF}budget/", budget.lines, name="lines"),
    path(f"{OF}budget/new/", budget.add_line, name="add_line"),
    path(f"{OF}budget/approve/", budget.approve_lines, name="approve_lines"),
    path(LINE, budget.line, name="line"),
    path(f"{LINE}edit/", budget.edit_line, name="edit_line"),
    path(f"{LINE}replace/", budget.replace_line, name="replace_line"),
    path(f"{LINE}discard/", budget.discard_line, name="discard_line"),
    path(f"{OF}entries/", entries.entries, name="entries"),
    path(f"{OF}entries.csv", entries.entries_csv, name="entries_csv"),
    path(f"{OF}entries/new/", entries.add_entry, name="add_entry"),
    path(f"{OF}entries/approve/", entries.approve_entries, name="approve_entries"),
    path(ENTRY, entries.entry, name="entry"),
    path(f"{ENTRY}edit/", entries.edit_entry, name="edit_entry"),
    path(f"{ENTRY}discard/", entries.discard_entry, name="discard_entry"),
    path(f"{ENTRY}reverse/", entries.reverse_entry, name="reverse_entry"),
    path(f"{ENTRY}received/", entries.answer_payment, name="answer_payment"),
    path(f"{ENTRY}papers/", entries.add_entry_paper, name="add_entry_paper"),
    path(f"{ENTRY}papers/<uuid:public_id>/", entries.remove_entry_paper, name="remove_entry_paper"),
    path(f"{OF}reconciliations/", reconciliations.reconciliations, name="reconciliations"),
    path(f"{OF}reconciliations/new/", reconciliations.begin_reconciliation, name="begin_reconciliation"),
    path(QUARTER, reconciliations.reconciliation, name="reconciliation"),
    path(f"{QUARTER}explain/", reconciliations.explain_difference, name="explain_difference"),
    path(f"{QUARTER}propose/", reconciliations.propose_reconciliation, name="propose_reconciliation"),
    path(f"{QUARTER}sign/", reconciliations.sign_reconciliation, name="sign_reconciliation"),
    path(f"{QUARTER}return/", reconciliations.send_back_reconciliation, name="send_back_reconciliation"),
]
