"""Joint projects: concept to close, registration, money, work, results, risks, reports, what stays behind, IATI."""

from projects.models.legacy import PostCheck, Replication, ServiceEffect, Transfer
from projects.models.money import BudgetLine, Entry, ExchangeRate, Reconciliation
from projects.models.projects import CONCEPT, Opinion, Partner, Project, SideNote
from projects.models.publication import IatiIdentity, Publication
from projects.models.registration import Registration, RegistrationItem, RegistrationPaper, RegistrationRule
from projects.models.reports import QuarterReport, ReportPart
from projects.models.results import (
    Category,
    Dimension,
    Indicator,
    Measure,
    Period,
    ReportedValue,
    Result,
    Target,
    ValuePart,
)
from projects.models.risks import Issue, Risk, RiskReview
from projects.models.work import Baseline, Deliverable, DeliverableComment, DeliverableVersion, Dependency, Task

__all__ = (
    "CONCEPT",
    "Baseline",
    "BudgetLine",
    "Category",
    "Deliverable",
    "DeliverableComment",
    "DeliverableVersion",
    "Dependency",
    "Dimension",
    "Entry",
    "ExchangeRate",
    "IatiIdentity",
    "Indicator",
    "Issue",
    "Measure",
    "Opinion",
    "Partner",
    "Period",
    "PostCheck",
    "Project",
    "Publication",
    "QuarterReport",
    "Reconciliation",
    "Registration",
    "RegistrationItem",
    "RegistrationPaper",
    "RegistrationRule",
    "Replication",
    "ReportPart",
    "ReportedValue",
    "Result",
    "Risk",
    "RiskReview",
    "ServiceEffect",
    "SideNote",
    "Target",
    "Task",
    "Transfer",
    "ValuePart",
)
