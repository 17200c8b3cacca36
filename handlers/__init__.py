"""What happens when something arrives on Telegram: plain aiogram routers, one behaviour a file."""

from aiogram import Dispatcher

from handlers import (
    answer_buttons,
    category_buttons,
    corrections,
    couriers,
    decisions,
    duty,
    help,
    join,
    late,
    lists,
    membership,
    my,
    prompt_answers,
    set_up,
    staff_words,
    steps,
    swap_buttons,
    ticket_buttons,
    tiers,
)

# Note: order matters, the first handler whose filters pass takes the message.
ROUTERS = (
    # who is in the group decides over everything else
    membership.router,
    # commands are never part of a report
    join.router,
    my.router,
    set_up.router,
    lists.router,
    late.router,
    duty.router,
    tiers.router,
    help.router,
    # buttons; the ticket's come last, for they also take those that nobody made
    answer_buttons.router,
    category_buttons.router,
    decisions.router,
    swap_buttons.router,
    steps.router,
    ticket_buttons.router,
    # an asked member of staff answers; only then is a message looked at as words about a ticket
    prompt_answers.router,
    staff_words.router,
    corrections.router,
    # everything else that a courier sends is a report
    couriers.router,
)

# One for the process: aiogram attaches a router once. Everything it works with is handed in per update.
dispatcher = Dispatcher(disable_fsm=True)
dispatcher.include_routers(*ROUTERS)
