"""Programmes and events, those who come to them, and what comes of it."""

from events.models.certificates import Certificate, CertificateRun
from events.models.delegations import (
    Delegation,
    DelegationPaper,
    ListEntry,
    NomineeCheck,
    Participant,
    ParticipantList,
    TravelFile,
)
from events.models.editions import Event, EventBody, EventOfficer, EventSeries, Programme, Room, Stop, Track
from events.models.evaluation import Ballot, BankQuestion, Question, Questionnaire, Response
from events.models.followup import ActionPlan, PlanActivity, PlanCheck, TripReport
from events.models.materials import Material
from events.models.practices import SessionPractice
from events.models.presence import Attendance, RegistrationField, Seat
from events.models.timetable import Contributor, Release, Session, SessionPart
from events.models.visits import Visit, VisitGroup, VisitNote
from events.models.wrapup import Minutes, Outcome

__all__ = (
    "ActionPlan",
    "Attendance",
    "Ballot",
    "BankQuestion",
    "Certificate",
    "CertificateRun",
    "Contributor",
    "Delegation",
    "DelegationPaper",
    "Event",
    "EventBody",
    "EventOfficer",
    "EventSeries",
    "ListEntry",
    "Material",
    "Minutes",
    "NomineeCheck",
    "Outcome",
    "Participant",
    "ParticipantList",
    "PlanActivity",
    "PlanCheck",
    "Programme",
    "Question",
    "Questionnaire",
    "RegistrationField",
    "Release",
    "Response",
    "Room",
    "Seat",
    "Session",
    "SessionPart",
    "SessionPractice",
    "Stop",
    "Track",
    "TravelFile",
    "TripReport",
    "Visit",
    "VisitGroup",
    "VisitNote",
)
