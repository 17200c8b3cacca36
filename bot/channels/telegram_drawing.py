"""How a note or a card looks on Telegram: lines with entities (never a parse mode), and the keyboards."""

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    User,
)
from aiogram.utils.formatting import Bold, Text, TextMention, as_list

from bot.core.notes import Card, Note
from bot.core.texts import Texts

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply


def lines(what: Note | Card) -> Text:
    """The words with their entities; what couriers typed is never read as markup."""
    if isinstance(what, Note):
        return Text(_mention(what), what.text)
    fields = [Text(Bold(name), f"  {value}") for name, value in what.fields]
    return as_list(Bold(what.title), what.body, "", *fields)


def _mention(note: Note) -> Text:
    if note.mention is None:
        return Text()
    name, account = note.mention
    return Text(TextMention(name, user=User(id=int(account), is_bot=False, first_name=name)), " ")


def markup(what: Note | Card, texts: Texts) -> Markup | None:
    """The keyboard under the message; None when there is none."""
    if what.buttons:
        rows = [[InlineKeyboardButton(text=b.label, callback_data=b.id) for b in row] for row in what.buttons]
        return InlineKeyboardMarkup(inline_keyboard=rows)
    if isinstance(what, Card) or what.ask is None:
        return None
    if what.ask == "reply":
        return ForceReply(selective=True)
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=texts("keyboard-location"), request_location=True)]],
        resize_keyboard=True,
        one_time_keyboard=True,
        input_field_placeholder=texts("keyboard-hint"),
    )
