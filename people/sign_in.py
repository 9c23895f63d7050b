"""allauth's pages under our frame."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView


class OurFrame:
    """allauth hands its templates a `site` of its own, which would hide the one that the frame of every page reads."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        context.pop("site", None)
        return context


class OurLoginView(OurFrame, LoginView):
    pass


class OurAuthenticateView(OurFrame, AuthenticateView):
    pass


login = OurLoginView.as_view()
authenticate = OurAuthenticateView.as_view()
