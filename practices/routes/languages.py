"""The languages of entries: what is missing, who works on which, and each text beside its original."""

from django.urls import path

from practices.views import languages, translating

urlpatterns = [
    path("languages/", languages.overview, name="languages"),
    path("languages/list.csv", languages.languages_csv, name="languages_csv"),
    path("languages/rights/", languages.language_rights, name="language_rights"),
    path("languages/rights/give/", languages.give_language, name="give_language"),
    path("languages/rights/<int:pk>/take/", languages.take_language, name="take_language"),
    path("<practice:reference>/languages/<slug:language>/", translating.translate, name="translate"),
    path("<practice:reference>/languages/<slug:language>/save/", translating.save_translation, name="save_translation"),
    path(
        "<practice:reference>/languages/<slug:language>/hand-over/",
        translating.hand_over_translation,
        name="hand_over_translation",
    ),
    path(
        "<practice:reference>/languages/<slug:language>/check/",
        translating.check_translation,
        name="check_translation",
    ),
    path(
        "<practice:reference>/languages/<slug:language>/send-back/",
        translating.send_back_translation,
        name="send_back_translation",
    ),
    path("<practice:reference>/languages/<slug:language>/changes/", translating.changes_since, name="changes_since"),
]
