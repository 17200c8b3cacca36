"""How a call may arrive: four forms, any case of letters, and the wrong ones."""

import json
from typing import Any

import pytest

from tests.sandbox.street import TOKEN, Street

MARKUP = {"inline_keyboard": [[{"text": "认领", "callback_data": "x"}]]}


@pytest.mark.parametrize(
    ("verb", "how"),
    [
        ("GET", "params"),
        ("POST", "params"),
        ("POST", "data"),  # urlencoded
        ("POST", "json"),
        ("POST", "files"),  # multipart
    ],
)
async def test_every_form_of_a_call_is_understood(street: Street, verb: str, how: str):
    fields = {
        "chat_id": str(street.group.id),
        "text": "您好 & 再见",
        "reply_markup": json.dumps(MARKUP),
        "disable_notification": "True",
    }
    given: dict[str, Any] = {how: fields}
    if how == "files":
        given["files"] = {name: (None, value) for name, value in fields.items()}

    answer = await street.http.request(verb, f"/bot{TOKEN}/sendMessage", **given)

    assert answer.json()["result"]["text"] == "您好 & 再见"
    assert answer.json()["result"]["reply_markup"] == MARKUP


async def test_nested_objects_may_be_objects_in_json(street: Street):
    sent = await street.bot("sendMessage", chat_id=street.group.id, text="x", reply_markup=MARKUP)

    assert sent["reply_markup"] == MARKUP


async def test_method_names_are_understood_in_any_case(street: Street):
    answer = await street.http.get(f"/bot{TOKEN}/GETME")

    assert answer.json()["result"]["username"] == "street_bot"


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        (f"/bot{TOKEN}/noSuchMethod", 404, "Not Found: method not found"),
        (f"/file/bot{TOKEN}/photos/none.jpg", 404, "Not Found"),
    ],
)
async def test_wrong_addresses_are_refused(street: Street, path: str, code: int, words: str):
    answer = await street.http.get(path)

    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": words}


@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff"])
async def test_a_body_that_is_no_json_object_is_refused(street: Street, body: bytes):
    headers = {"content-type": "application/json"}

    answer = await street.http.post(f"/bot{TOKEN}/sendMessage", content=body, headers=headers)

    assert answer.status_code == 400


async def test_half_a_surrogate_pair_does_no_harm(street: Street):
    headers = {"content-type": "application/json"}
    body = json.dumps({"chat_id": street.group.id, "text": "坏\ud83d"})

    answer = await street.http.post(f"/bot{TOKEN}/sendMessage", content=body, headers=headers)

    assert answer.json()["result"]["text"] == "坏\ufffd"
