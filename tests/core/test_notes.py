"""What may be said to a chat: notes that survive their row, buttons that come back, texts that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.notes import Button, Note, clip, rows_of


@given(text=st.text(), limit=st.integers(1, 200))
def test_a_clipped_text_fits_and_says_that_something_is_left_out(text: str, limit: int):
    clipped = clip(text, limit)

    assert len(clipped) <= limit
    assert clipped == text or (clipped.endswith("…") and text.startswith(clipped[:-1]))


@given(count=st.integers(0, 30), width=st.integers(1, 8))
def test_buttons_keep_their_order_in_rows_of_a_width(count: int, width: int):
    buttons = [Button(str(number), f"b:{number}") for number in range(count)]

    rows = rows_of(buttons, width=width)

    assert [button for row in rows for button in row] == buttons
    assert all(len(row) == width for row in rows[:-1])


@pytest.mark.parametrize("button_id", ["b" * 65, "认领", "t:1:claim:café"])
def test_a_button_that_telegram_would_not_bring_back_cannot_be_made(button_id: str):
    with pytest.raises(ValueError, match="ASCII"):
        Button("认领", button_id)


def test_the_longest_button_can_be_made():
    assert Button("认领", "b" * 64).id == "b" * 64


@pytest.mark.parametrize(
    "note",
    [
        Note(""),
        Note("收到", reply_to="12"),
        Note("在哪儿", ask="location"),
        Note("看一眼", ((Button("好了", "t:1:pass"), Button("还没好", "t:1:fail")),), photo="after:1"),
        Note("接手了", silent=True),
        Note("小王", mention=("小王", "7"), ask="reply"),
    ],
)
def test_a_note_comes_back_from_its_row_as_it_was(note: Note):
    assert Note.from_payload(note.to_payload()) == note
