"""The refusals of what somebody typed or named: no such category, community or colleague, no contact, not the same."""

from bot.core.refusals import BadInput


class BadCategory(BadInput):
    """没看出是哪一类。"""

    text_id = "refusal-bad-category"


class BadCommunity(BadInput):
    """没有这个社区。"""

    text_id = "refusal-bad-community"


class BadPerson(BadInput):
    """转交不到这个人。"""

    text_id = "refusal-bad-person"


class ContactMissing(BadInput):
    """没写联系谁、回执号多少。"""

    text_id = "refusal-contact-missing"


class BadNumber(BadInput):
    """没有这个编号的工单。"""

    text_id = "refusal-bad-number"


class CannotMerge(BadInput):
    """这两件并不到一起。"""

    text_id = "refusal-cannot-merge"
