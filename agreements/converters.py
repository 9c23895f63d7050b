"""How the numbers of agreements, sessions and decisions stand in an address."""

from django.urls import register_converter


class _Number:
    regex = ""

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class AgreementNumber(_Number):
    """`AG-2016-01`."""

    regex = r"AG-\d{4}-\d{2,6}"


class SessionNumber(_Number):
    """`JSC-4`: the committee's code and the number of the session."""

    regex = r"[A-Z][A-Z0-9]{1,11}-\d{1,4}"


class DecisionNumber(_Number):
    """`JSC-4-07`: the session and the number of the decision."""

    regex = r"[A-Z][A-Z0-9]{1,11}-\d{1,4}-\d{2,4}"


register_converter(AgreementNumber, "agreement")
register_converter(SessionNumber, "committee_session")
register_converter(DecisionNumber, "decision")
