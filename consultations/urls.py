"""Where the screens of requests are. `handle` is the number, CR-2026-014, or the draft's, D-31."""

from django.urls import path

from consultations.views import answering, corresponding, documents, drafting, linked, reading, steps
from practices import converters  # noqa: F401  registers the number of an entry

app_name = "consultations"
urlpatterns = [
    path("", reading.list_requests, name="list"),
    path("start/", drafting.start, name="start"),
    path("new/", drafting.create, name="create"),
    path("about/<practice:reference>/", linked.about_practice, name="about_practice"),
    path("<str:handle>/", reading.detail, name="detail"),
    path("<str:handle>/edit/<slug:page>/", drafting.edit, name="edit"),
    path("<str:handle>/check/", drafting.check, name="check"),
    path("<str:handle>/documents/add/", documents.add_document, name="add_document"),
    path("<str:handle>/documents/<uuid:public_id>/remove/", documents.remove_document, name="remove_document"),
    path("<str:handle>/sent/", drafting.sent, name="sent"),
    path("<str:handle>/translate/", drafting.choose_translation, name="translate_request"),
    path("<str:handle>/translate/<slug:language>/", drafting.translate_request, name="translate_request_into"),
    path("<str:handle>/return/", steps.return_request, name="return"),
    path("<str:handle>/forward/", steps.forward, name="forward"),
    path("<str:handle>/decide/", steps.decide, name="decide"),
    path("<str:handle>/assign/", steps.assign, name="assign"),
    path("<str:handle>/people/", steps.change_people, name="change_people"),
    path("<str:handle>/accept/", steps.accept_answer, name="accept_answer"),
    path("<str:handle>/reopen/", steps.reopen, name="reopen"),
    path("<str:handle>/withdraw/", steps.withdraw, name="withdraw"),
    path("<str:handle>/use/", steps.report_use, name="report_use"),
    path("<str:handle>/message/", corresponding.write_message, name="write_message"),
    path("<str:handle>/note/", corresponding.write_note, name="write_note"),
    path("<str:handle>/ask/", corresponding.ask_back, name="ask_back"),
    path("<str:handle>/reply/", corresponding.reply, name="reply"),
    path("<str:handle>/message/<int:pk>/translate/", corresponding.translate_message, name="translate_message"),
    path("<str:handle>/message/<int:pk>/correct/", corresponding.correct_message, name="correct_message"),
    path("<str:handle>/answer/", answering.write_answer, name="write_answer"),
    path("<str:handle>/answer/files/<uuid:public_id>/remove/", documents.remove_answer_file, name="remove_answer_file"),
    path("<str:handle>/answer/hand-over/", answering.hand_over, name="hand_over"),
    path("<str:handle>/answer/translate/", answering.translate_answer, name="translate_answer"),
    path("<str:handle>/answer/check/", answering.check_answer, name="check_answer"),
    path("<str:handle>/answer/send-back/", answering.send_back_answer, name="send_back_answer"),
]
