"""Forms of the reviews: whom to ask, what a reviewer says, what the officer adds."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import LineField, LocalisedField, LongField
from core.localised import LANGUAGE_NAMES, LocalisedText
from people.models import Country, User
from practices.enums import Confidence, Verdict
from practices.models import Review, ReviewCriterion, ReviewScore
from practices.reasons import LONGEST
from practices.reviewers import ReviewerLabels

SCORES = [("", "–"), *((str(score), str(score)) for score in range(6))]


class FindReviewersForm(forms.Form):
    """Narrows the list of those who can be asked."""

    q = LineField(label=gettext_lazy("Name or body"), max_length=100, required=False)
    country = forms.ModelChoiceField(
        Country.objects.none(),
        label=gettext_lazy("Country"),
        required=False,
        empty_label=gettext_lazy("All countries"),
    )

    def __init__(self, *args: Any, countries: QuerySet[Country], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].queryset = countries.order_by("name__en")  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """What was asked for, as far as it makes sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class AskReviewersForm(forms.Form):
    """The people on the page, to be ticked."""

    reviewers = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=gettext_lazy("Reviewers"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "One a country. Each has fifteen working days, counted on the calendar of that country."
        ),
        error_messages={
            "required": gettext_lazy("Choose at least one reviewer."),
            "invalid_choice": gettext_lazy("Somebody you chose can no longer be asked. Choose anew."),
        },
    )

    def __init__(self, *args: Any, able: QuerySet[User], shown: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["reviewers"]
        field.queryset = able
        label = ReviewerLabels(shown)
        field.choices = [(person.pk, label(person)) for person in shown]


class ReviewForm(forms.Form):
    """Declaration, rubric, advice and reasons. What is only saved may have gaps; what is given has none."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    has_no_conflict = forms.BooleanField(
        label=gettext_lazy("I have no interest of my own in this practice, its owner or its suppliers."),
        required=False,
    )
    verdict = forms.ChoiceField(
        label=gettext_lazy("Your advice"), choices=Verdict.choices, widget=forms.RadioSelect, required=False
    )
    comment = LocalisedField(long=True, label=gettext_lazy("Reasons for the author"), required=False)

    def __init__(self, *args: Any, review: Review, is_final: bool, **kwargs: Any) -> None:
        given = {one.criterion_id: one for one in ReviewScore.objects.filter(review=review)}
        initial = {"seen": review.lock, "verdict": review.verdict, "comment": review.comment}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.is_final = is_final
        self.criteria = list(ReviewCriterion.objects.filter(is_active=True))
        for criterion in self.criteria:
            one = given.get(criterion.pk)
            self.fields[f"s{criterion.pk}"] = forms.ChoiceField(
                label=_("Score, 0 to 5"), choices=SCORES, required=False, initial=one.score if one else ""
            )
            self.fields[f"c{criterion.pk}"] = forms.ChoiceField(
                label=_("How sure you are"),
                choices=Confidence.choices,
                required=False,
                initial=one.confidence if one else Confidence.MEDIUM,
            )
        self.fields["comment"].help_text = self._hint(review)
        self._expect_all(is_final=is_final)

    @staticmethod
    def _hint(review: Review) -> str:
        language = LANGUAGE_NAMES[review.practice.author.language]
        return _(
            "Write in the language you write best; in %(language)s too, if you can: the author reads it. "
            "Your name is not shown to the author."
        ) % {"language": language}

    def rubric(self) -> list[tuple[ReviewCriterion, list[forms.BoundField]]]:
        """Each criterion with its two fields."""
        return [(one, [self[f"s{one.pk}"], self[f"c{one.pk}"]]) for one in self.criteria]

    def clean_comment(self) -> LocalisedText:
        """Not a book in any language."""
        comment: LocalisedText = self.cleaned_data["comment"]
        for language, text in comment.items():
            if len(text) > 2 * LONGEST:
                raise forms.ValidationError(
                    _("%(language)s: this is %(count)d characters long. Shorten it to %(most)d.")
                    % {"language": LANGUAGE_NAMES[language], "count": len(text), "most": 2 * LONGEST}
                )
        return comment

    def _expect_all(self, *, is_final: bool) -> None:
        """Each gap of a review that is to be given is told at its own field; one that is only saved may have gaps."""
        gaps = {
            "has_no_conflict": _("Declare that you have no interest of your own, or decline the review."),
            "verdict": _("Say what you advise."),
            "comment": _("Give the reasons of your advice: the author learns from them."),
        }
        for criterion in self.criteria:
            gaps[f"s{criterion.pk}"] = _("Give a score for “%(criterion)s”.") % {"criterion": criterion}
        for name, sentence in gaps.items():
            self.fields[name].required = is_final
            self.fields[name].error_messages["required"] = sentence

    def seen_now(self, lock: int) -> None:
        """What is stored meanwhile stands on the page: the next try is made in its knowledge."""
        self.data = {**self.data.dict(), "seen": str(lock)}  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """The arguments of `give_review`, or of `save_review`."""
        cleaned = self.cleaned_data
        scores = {
            one: (int(cleaned[f"s{one.pk}"]), int(cleaned[f"c{one.pk}"] or Confidence.MEDIUM))
            for one in self.criteria
            if cleaned[f"s{one.pk}"]
        }
        values = {"seen": cleaned["seen"], "scores": scores}
        values |= {"verdict": cleaned["verdict"], "comment": cleaned["comment"]}
        return values | ({"has_no_conflict": cleaned["has_no_conflict"]} if self.is_final else {})


class OpinionForm(forms.Form):
    """What the officer adds for the co-directors."""

    opinion = LongField(
        label=gettext_lazy("Opinion of the officer"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("Both co-directors and the author read it. It stands in the history."),
    )
