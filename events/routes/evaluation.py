"""Questionnaires: building them, answering them, reading what was answered."""

from django.urls import path

from events.views import answering, evaluation, results

ONE = "<event:reference>/questionnaires/<int:pk>/"

urlpatterns = [
    path("<event:reference>/questionnaires/", evaluation.questionnaires, name="questionnaires"),
    path(
        "<event:reference>/questionnaires/new/<slug:subject>/",
        evaluation.create_questionnaires,
        name="create_questionnaires",
    ),
    path("<event:reference>/questionnaires/open/", evaluation.open_questionnaires, name="open_questionnaires"),
    path("<event:reference>/questionnaires/answer/", answering.answer_questionnaires, name="answer_questionnaires"),
    path(ONE, evaluation.questionnaire, name="questionnaire"),
    path(f"{ONE}rename/", evaluation.rename_questionnaire, name="rename_questionnaire"),
    path(f"{ONE}delete/", evaluation.delete_questionnaire, name="delete_questionnaire"),
    path(f"{ONE}close/", evaluation.close_questionnaire, name="close_questionnaire"),
    path(f"{ONE}reopen/", evaluation.reopen_questionnaire, name="reopen_questionnaire"),
    path(f"{ONE}standard/", evaluation.add_standard_questions, name="add_standard_questions"),
    path(f"{ONE}items/new/", evaluation.add_item, name="add_item"),
    path(f"{ONE}items/<int:question>/", evaluation.edit_item, name="edit_item"),
    path(f"{ONE}items/<int:question>/move/", evaluation.move_item, name="move_item"),
    path(f"{ONE}items/<int:question>/delete/", evaluation.delete_item, name="delete_item"),
    path(f"{ONE}answer/", answering.answer_questionnaire, name="answer_questionnaire"),
    path("r/<str:secret>/questionnaires/", answering.questionnaires_by_link, name="questionnaires_by_link"),
    path("r/<str:secret>/questionnaires/<int:pk>/", answering.questionnaire_by_link, name="questionnaire_by_link"),
    path("<event:reference>/results/", results.results, name="results"),
    path("<event:reference>/results/<int:pk>/", results.questionnaire_results, name="questionnaire_results"),
]
