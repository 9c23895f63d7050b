"""Consent: asked in published words, answered by the person alone, withdrawn at any time."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from people.consents import unanswered
from people.enums import Channel, ConsentAnswer, Purpose
from people.models import Consent, ConsentText, ExpertProfile, User


@transaction.atomic
def publish_consent_text(
    *, by: User | None, purpose: str, text: LocalisedText, is_required: bool = False
) -> ConsentText:
    """Ask in these words from now on. Who agreed to earlier words is asked anew, and that consent stands till then."""
    if by is not None and not by.standing.is_administrator:
        raise PermissionDenied("people.publish_consent_text")
    last = ConsentText.objects.select_for_update().filter(purpose=purpose).order_by("-version").first()
    version = last.version + 1 if last else 1
    published = ConsentText.objects.create(purpose=purpose, version=version, text=text, is_required=is_required)
    journal.write(published, "publish_consent_text", by=by)
    return published


@transaction.atomic
def answer_consent(user: User, text: ConsentText, *, by: User, answer: str, channel: str = Channel.PROFILE) -> Consent:
    """Agree, disagree or withdraw, oneself. A listing begins and ends in the same moment.

    Refused for words that are no longer in force, and for a withdrawal of what comes with the account: who does not
    want it any more has the account closed.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    policies.require(by, "people.edit_profile", user)
    last = Consent.objects.last_of(user).filter(text__purpose=text.purpose).first()
    is_given = last is not None and last.answer == ConsentAnswer.GIVEN
    if answer != ConsentAnswer.GIVEN and text.is_required:
        raise RefusedError(_("This comes with the account. To have the account closed, write to the administrator."))
    if answer == ConsentAnswer.WITHDRAWN:
        if last is None or not is_given:
            raise RefusedError(_("You have not agreed to this, so there is nothing to withdraw."))
        return _record(user, last.text, answer, channel)
    if text not in ConsentText.objects.current():
        raise RefusedError(_("This text has been replaced by a newer one. Read that one first."))
    if last is not None and is_given and last.text_id == text.pk:
        raise RefusedError(_("You have agreed to this already."))
    return _record(user, text, answer, channel)


def answer_on_invitation(user: User, answers: Mapping[ConsentText, bool]) -> None:
    """What was answered to the texts under an invitation. Refused while one that comes with the account is missing."""
    due = unanswered(user)
    if any(text.is_required and not answers.get(text) for text in due):
        raise RefusedError(_("Read and accept first what comes with the account."))
    for text in due:
        if text in answers:
            answer = ConsentAnswer.GIVEN if answers[text] else ConsentAnswer.REFUSED
            _record(user, text, answer, Channel.INVITATION)


def set_listing(user: User, *, by: User, is_listed: bool) -> None:
    """Give or withdraw the consent to be listed, where the expert profile says other than the log."""
    last = Consent.objects.last_of(user).filter(text__purpose=Purpose.LISTING).first()
    if is_listed == (last is not None and last.answer == ConsentAnswer.GIVEN):
        return
    text = ConsentText.objects.current().filter(purpose=Purpose.LISTING).first()
    if text is None:
        raise RefusedError(_("The centre has not yet published the words of this consent."))
    answer_consent(user, text, by=by, answer=ConsentAnswer.GIVEN if is_listed else ConsentAnswer.WITHDRAWN)


def _record(user: User, text: ConsentText, answer: str, channel: str) -> Consent:
    language = text.text.best().lang  # the words that were on the screen
    consent = Consent.objects.create(user=user, text=text, answer=answer, language=language, channel=channel)
    journal.write(user, f"{answer}_consent", by=user, data={"purpose": text.purpose, "version": text.version})
    if text.purpose == Purpose.LISTING:
        is_listed = answer == ConsentAnswer.GIVEN
        ExpertProfile.objects.filter(user=user).update(consent_to_be_listed=is_listed)
    return consent
