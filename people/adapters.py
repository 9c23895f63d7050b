"""Where allauth meets this house: no public sign-up, our words, mail in the language of whoever gets it."""

from base64 import urlsafe_b64encode
from typing import Any
from urllib.parse import urlsplit

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from people.models import User

log = structlog.get_logger("portal")


def _box() -> MultiFernet:
    """Closed with the secret key; a key that was replaced still opens, as it does for signatures."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (salted_hmac("people.second_factor", "", secret=key, algorithm="sha256").digest() for key in keys)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from invitations alone. allauth speaks no Belarusian, so every sentence shown is ours."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("This code is not right."),
        "incorrect_password": _("The password is not right."),
        "invalid_or_expired_key": _("This link no longer works."),
        "invalid_password_reset": _("This link no longer works."),
        "rate_limited": _("Too many attempts. Wait a few minutes and try again."),
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes and try again."),
        "unknown_email": _("The e-mail address or the password is not right."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # allauth's signature
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters about the account speak the language of its owner, whoever's browser asked for them.

        They are sent at once, without a row in the inbox: a link that sets a password is kept nowhere. When the mail
        server is away, the page answers the same, and the person asks again.
        """
        user = context.get("user") or User.objects.filter(email=email.lower()).first()
        with override(user.language if user else None):
            words = {**context, "email": email, "user": user, "site_url": settings.SITE_URL}
            if link := context.get("password_reset_url"):  # made of the address that whoever asked had typed
                words["password_reset_url"] = settings.SITE_URL + urlsplit(link).path
            letter = self.render_mail(template_prefix, email, words)
        try:
            letter.send()
        except OSError:  # SMTPException is one
            log.exception("account letter not sent", letter=template_prefix)


class MFAAdapter(DefaultMFAAdapter):
    """The second factor. Who must have one may change it, but not be left without."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Your function needs a second step. Set up another one before removing this."),
        "cannot_generate_recovery_codes": _("Recovery codes belong to a second step. Set that up first."),
        "incorrect_code": _("This code is not right."),
    }

    def encrypt(self, text: str) -> str:
        """Keys of authenticator apps and recovery codes are worth nothing to whoever reads a copy of the database."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Refused for the last factor of an officer, a co-director or an administrator."""
        user = authenticator.user
        if settings.SAMPLE_CENTRE or not user.needs_second_factor:
            return True
        others = Authenticator.objects.filter(user=user).exclude(pk=authenticator.pk)
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002  # allauth's name
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return str(_("Passkey %(number)d") % {"number": count + 1})
