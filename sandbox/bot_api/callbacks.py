"""answerCallbackQuery: the toast or the alert on the phone of whoever pressed."""

from sandbox import presses
from sandbox.bot_api import errors
from sandbox.bot_api.registry import Call, method

# Characters of a toast (Bot API).
MAX_TOAST = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """Answers a press; the second answer and the late one are refused alike."""
    row = call.world.presses.get(call.params.text("callback_query_id"))
    if row is None or row.bot != call.bot.id:
        raise errors.bad_request(TOO_OLD)
    toast = call.params.text("text") or None
    if toast and len(toast) > MAX_TOAST:
        raise errors.bad_request("MESSAGE_TOO_LONG")
    alert = call.params.is_true("show_alert")
    if not presses.answer(call.world, row, toast=toast, alert=alert, url=call.params.text("url") or None):
        raise errors.bad_request(TOO_OLD)
    return True
