"""The rows, one noun a file; importing this package registers every table."""

from models.card_message import CardMessage
from models.checklist_step import ChecklistStep
from models.consent import Consent
from models.deadline import Deadline
from models.example import Example
from models.inbox import InboxItem
from models.learned_model import LearnedModel
from models.nudge import Nudge
from models.outbox import OutboxItem
from models.person import Account, Person
from models.photo import Photo
from models.points_entry import PointsEntry
from models.prompt import Prompt
from models.report import Report, ReportPart
from models.request import Request
from models.role import Role
from models.shift import Shift
from models.shift_swap import ShiftSwap
from models.staff_group import StaffGroup
from models.ticket import Ticket, TicketEvent, TicketReporter

__all__ = [
    "Account",
    "CardMessage",
    "ChecklistStep",
    "Consent",
    "Deadline",
    "Example",
    "InboxItem",
    "LearnedModel",
    "Nudge",
    "OutboxItem",
    "Person",
    "Photo",
    "PointsEntry",
    "Prompt",
    "Report",
    "ReportPart",
    "Request",
    "Role",
    "Shift",
    "ShiftSwap",
    "StaffGroup",
    "Ticket",
    "TicketEvent",
    "TicketReporter",
]
