"""The register of agreements with their commitments; committees, sessions, decisions, actions."""

from agreements.models.agreements import Agreement, AgreementText, Alert, Article, Commitment, Party
from agreements.models.committees import (
    Action,
    AgendaItem,
    Committee,
    CommitteePaper,
    CommitteeSession,
    Decision,
    SessionMember,
    SessionMinutes,
)

__all__ = (
    "Action",
    "AgendaItem",
    "Agreement",
    "AgreementText",
    "Alert",
    "Article",
    "Commitment",
    "Committee",
    "CommitteePaper",
    "CommitteeSession",
    "Decision",
    "Party",
    "SessionMember",
    "SessionMinutes",
)
