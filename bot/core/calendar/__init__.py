"""The working and the continuous clock of the street, in Asia/Shanghai; it never reads the wall clock."""

from bot.core.calendar.clocks import Calendar
from bot.core.calendar.due import Clock, Due, Step
from bot.core.calendar.section import BadCalendar, Fault
from bot.core.calendar.zone import SHANGHAI

__all__ = ["SHANGHAI", "BadCalendar", "Calendar", "Clock", "Due", "Fault", "Step"]
