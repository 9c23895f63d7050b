"""Forms that ask for nothing but the word."""

from django import forms


class ConfirmForm(forms.Form):
    """A confirmation: it carries the refusal, should there be one."""
