"""The map of letters. What is fixed stands before the numbers of letters."""

from django.urls import path

from letters.views import beside, letters, listing, runs, templates

urlpatterns = [
    path("", listing.list_letters, name="list"),
    path("runs/", listing.list_runs, name="runs"),
    path("runs/<int:pk>/", runs.run, name="run"),
    path("runs/<int:pk>/issue/", runs.issue, name="issue"),
    path("runs/<int:pk>/discard/", runs.discard, name="discard"),
    path("runs/<int:pk>/<slug:language>.pdf", runs.run_pdf, name="run_pdf"),
    path("new/", runs.start, name="start"),
    path("new/<int:pk>/", runs.prepare, name="prepare"),
    path("templates/", templates.templates, name="templates"),
    path("templates/new/", templates.start_template, name="start_template"),
    path("templates/new/<int:centre>/<slug:kind>/", templates.create_template, name="create_template"),
    path("templates/<int:pk>/", templates.template, name="template"),
    path("templates/<int:pk>/edit/", templates.edit_template, name="edit_template"),
    path("templates/<int:pk>/retire/", templates.retire_template, name="retire_template"),
    path("templates/<int:pk>/restore/", templates.restore_template, name="restore_template"),
    path("about/<slug:kind>/<str:reference>/", beside.beside, name="beside"),
    path("<str:handle>/", letters.letter, name="letter"),
    path("<str:handle>/edit/", letters.edit_letter, name="edit_letter"),
    path("<str:handle>/leave-out/", letters.leave_out, name="leave_out"),
    path("<str:handle>/put-back/", letters.put_back, name="put_back"),
    path("<str:handle>/withdraw/", letters.withdraw, name="withdraw"),
    path("<str:handle>/letter.pdf", letters.letter_pdf, name="letter_pdf"),
]
