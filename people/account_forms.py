"""allauth's forms in our words: a label above each field, no placeholder, a hint where one helps."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm as BaseActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm as BaseAddWebAuthnForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm as BaseAuthenticateWebAuthnForm
from allauth.mfa.webauthn.forms import EditWebAuthnForm as BaseEditWebAuthnForm
from allauth.mfa.webauthn.forms import LoginWebAuthnForm as BaseLoginWebAuthnForm
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm as BaseReauthenticateWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PASSWORD_HINT = _("At least 12 characters, not a password in common use. A sentence is easy to keep in mind.")
WORDS: dict[str, tuple[Any, Any]] = {
    "login": (_("E-mail address"), ""),
    "email": (_("E-mail address"), _("The one that your account was opened for.")),
    "password": (_("Password"), ""),
    "oldpassword": (_("Current password"), ""),
    "password1": (_("New password"), PASSWORD_HINT),
    "password2": (_("New password once more"), ""),
    "code": (_("Code"), _("Six digits from the authenticator app, or one of your recovery codes.")),
    "name": (_("Name of the passkey"), _("For example, the device that it is on.")),
    "passwordless": (
        _("Sign in with this passkey alone, without a password"),
        _("The device then asks for a fingerprint, your face or its own code."),
    ),
}


class OurWords(forms.BaseForm):
    """Labels and hints by field name; a form may say otherwise in `words`."""

    words: dict[str, tuple[Any, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in (words := {**WORDS, **self.words}):
                field.label, field.help_text = words[name]

    def clean(self) -> Any:
        """Say in our words that two passwords differ: allauth's sentence has no Belarusian."""
        cleaned = super().clean()
        if "password2" in self.errors and self.data.get("password1") != self.data.get("password2"):
            del self.errors["password2"]
            self.add_error("password2", _("The two passwords are not the same."))
        return cleaned


class LoginForm(OurWords, account.LoginForm):
    pass


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    pass


class SetPasswordForm(OurWords, account.SetPasswordForm):
    pass


class ResetPasswordForm(OurWords, account.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(OurWords, account.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    pass


class AuthenticateForm(OurWords, mfa.AuthenticateForm):
    pass


class ReauthenticateByCodeForm(OurWords, mfa.ReauthenticateForm):
    pass


class ActivateTOTPForm(OurWords, BaseActivateTOTPForm):
    words = {"code": (_("Code"), _("The six digits that the app shows now."))}


class AddWebAuthnForm(OurWords, BaseAddWebAuthnForm):
    pass


class EditWebAuthnForm(OurWords, BaseEditWebAuthnForm):
    pass


class CredentialField(forms.JSONField):
    """What no browser sends is no credential, rather than an error of ours: visitors may post here."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as error:  # a number or a nesting without end
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class OurCredential(forms.Form):
    credential = CredentialField(widget=forms.HiddenInput)

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]  # allauth's form, which comes next
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            invalid = self.fields["credential"].error_messages["required"]
            raise ValidationError(invalid, code="invalid") from error


class LoginWebAuthnForm(OurCredential, BaseLoginWebAuthnForm):
    pass


class AuthenticateWebAuthnForm(OurCredential, BaseAuthenticateWebAuthnForm):
    pass


class ReauthenticateWebAuthnForm(OurCredential, BaseReauthenticateWebAuthnForm):
    pass
