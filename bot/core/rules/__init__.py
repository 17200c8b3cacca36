"""The street's numbers and tables, as config.yaml gives them; every one has the trade's default."""

from datetime import timedelta

from pydantic import Field

from bot.core.rules.base import Level, Rule
from bot.core.rules.clocks import Clocks, Raised
from bot.core.rules.duty import Days, Duty
from bot.core.rules.learning import Learning
from bot.core.rules.quiet import Quiet
from bot.core.rules.reminders import Addressee, Reminders

__all__ = [
    "Addressee",
    "Clocks",
    "Days",
    "Duty",
    "Judging",
    "Learning",
    "Quiet",
    "Raised",
    "Reminders",
    "Rule",
    "Rules",
]


class Joining(Rule):
    """When messages of one courier are one report."""

    join_seconds: int = Field(default=90, ge=0, le=600, description="先图后字，多少秒内算同一件")
    answer_minutes: int = Field(default=30, ge=1, le=240, description="问了没回，多少分钟后交给人")
    category_answer_minutes: int = Field(default=10, ge=1, le=240, description="问类别没回，多少分钟后交给人")

    @property
    def join(self) -> timedelta:
        """How long words and pictures of one courier still belong together."""
        return timedelta(seconds=self.join_seconds)

    def wait_for(self, question: str) -> timedelta:
        """How long an answer to this question is waited for."""
        minutes = self.category_answer_minutes if question == "category" else self.answer_minutes
        return timedelta(minutes=minutes)


class Points(Rule):
    """What a valid report is worth, and the caps (DOMAIN 4.2)."""

    by_level: dict[Level, int] = {"L0": 15, "L1": 10, "L2": 5, "L3": 3}
    addition: int = Field(default=1, ge=0, le=100, description="一起报的带来新情况，得几分")
    day_cap: int = Field(default=30, ge=0)
    month_cap: int = Field(default=200, ge=0)


class Numbers(Rule):
    """Telephone numbers that the safety replies name."""

    gas_hotline: str | None = Field(default=None, description="燃气公司抢修电话；没有就只报119")


class Notice(Rule):
    """The notice a courier agrees to: version, keeper, how long."""

    version: str = Field(default="2026-12", max_length=16)
    keeper: str = Field(default="街道办事处", max_length=40)
    contact: str = Field(default="社区工作人员", max_length=40)
    photo_days: int = Field(default=180, ge=1, description="办结后原图保留几天")


class Likeness(Rule):
    """When two reports are one matter, and when a matter comes back (DOMAIN 7.2, 7.3, 3.4)."""

    metres: int = Field(default=50, ge=1, le=500, description="多少米内算同一处")
    hours: int = Field(default=72, ge=1, le=720, description="多少小时内报的算同一件")
    burst_minutes: int = Field(default=30, ge=0, le=1440, description="多少分钟内，类别说法不同也可能是同一件")
    words_percent: int = Field(default=25, ge=1, le=100, description="这时说的话至少要有百分之多少一样")
    recurs_days: int = Field(default=90, ge=1, le=366, description="办结后多少天内又有算复发")
    ask_level_at: tuple[int, ...] = Field(default=(3, 10), description="到几个人报时问要不要提级")


class Judging(Rule):
    """How sure the bot must be of what words mean, chosen from the curves in decisions 0016 and 0017."""

    file_percent: int = Field(default=80, ge=1, le=100, description="有几成把握就直接登记")
    ask_percent: int = Field(default=30, ge=1, le=100, description="有几成把握就给几个选项让人点；再没把握就交给人看")
    emergency_percent: int = Field(default=20, ge=1, le=100, description="像险情的可能加起来有几成，就先按险情")
    urgent_percent: int = Field(default=30, ge=1, le=100, description="像险情或急件的加起来有几成，就先按急的")
    photo_percent: int = Field(default=90, ge=50, le=100, description="看照片有几成把握，才拿来帮着判断")


class Rules(Rule):
    """All of them."""

    joining: Joining = Joining()
    clocks: Clocks = Clocks()
    reminders: Reminders = Reminders()
    likeness: Likeness = Likeness()
    judging: Judging = Judging()
    learning: Learning = Learning()
    quiet: Quiet = Quiet()
    reopen_days: int = Field(default=7, ge=0, le=90, description="办结后几天内算同一件重开")
    return_needs_characters: int = Field(default=2, ge=1, description="退单、不予受理的原因至少几个字")
    points: Points = Points()
    numbers: Numbers = Numbers()
    notice: Notice = Notice()
    duty: Duty = Duty()
    outside_hotline: str = Field(default="12345", max_length=20, description="街道外的事转到哪里")
