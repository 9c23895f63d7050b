"""The way into the library, and the yearly question."""

from django.urls import path

from practices.views import checking, deciding, progress, reviewing

urlpatterns = [
    path("<practice:reference>/progress/", progress.progress, name="progress"),
    path("<practice:reference>/facts/", checking.confirm_facts, name="confirm_facts"),
    path("<practice:reference>/return/", checking.return_practice, name="return"),
    path("<practice:reference>/withdraw/", checking.withdraw, name="withdraw"),
    path("<practice:reference>/reviewers/", reviewing.ask_reviewers, name="ask_reviewers"),
    path("<practice:reference>/reviews/<int:pk>/", reviewing.review, name="review"),
    path("<practice:reference>/reviews/<int:pk>/decline/", reviewing.refuse_review, name="refuse_review"),
    path("<practice:reference>/reviews/<int:pk>/take-back/", reviewing.cancel_review, name="cancel_review"),
    path("<practice:reference>/reviews/close/", reviewing.close_reviews, name="close_reviews"),
    path("<practice:reference>/decision/", deciding.decide, name="decide"),
    path("<practice:reference>/confirm/", deciding.confirm, name="confirm"),
    path("<practice:reference>/contact/", checking.name_contact, name="name_contact"),
    path("<practice:reference>/retire/", deciding.retire, name="retire"),
]
