"""Bad weather on order, and the record of calls that proves what happened."""

import logging

import httpx
import pytest

from tests.sandbox.street import TOKEN, Json, Street

GROUP = -1001000000001


async def order(street: Street, **fault: object) -> None:
    answer = await street.http.post("/world/faults", json=fault)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("fault", "body"),
    [
        (
            {"status": 429, "retry_after": 3},
            {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 3",
                "parameters": {"retry_after": 3},
            },
        ),
        ({"status": 500}, {"ok": False, "error_code": 500, "description": "Internal Server Error"}),
        ({"status": 403}, {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}),
        ({"status": 400, "description": "嗯"}, {"ok": False, "error_code": 400, "description": "嗯"}),
    ],
)
async def test_an_ordered_refusal_strikes_once(street: Street, fault: Json, body: Json):
    await order(street, method="sendmessage", **fault)

    struck = await street.call("sendMessage", chat_id=GROUP, text="一")
    next_one = await street.call("sendMessage", chat_id=GROUP, text="二")

    assert struck == body
    assert next_one["ok"]


async def test_a_gateway_may_answer_with_a_web_page(street: Street):
    await order(street, method="sendMessage", html=True)

    answer = await street.http.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": GROUP, "text": "x"})

    assert answer.status_code == 502
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("drop", "done"),
    [
        ("before", 0),  # nothing was done
        ("after", 1),  # done, but nobody was told
    ],
)
async def test_a_cut_line_gives_no_answer(street: Street, caplog: pytest.LogCaptureFixture, drop: str, done: int):
    caplog.set_level(logging.WARNING)
    await order(street, method="sendMessage", drop=drop)

    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        await street.call("sendMessage", chat_id=GROUP, text="x")

    assert len(await street.sees("li", GROUP)) == done
    assert caplog.messages == []


async def test_a_fault_strikes_as_often_as_asked_and_can_be_called_off(street: Street):
    await order(street, method="*", status=500, times=5)
    struck = [(await street.call("getMe"))["ok"] for _ in range(2)]

    left = (await street.http.get("/world/faults")).json()["faults"]
    await street.http.delete("/world/faults")

    assert struck == [False, False]
    assert left[0]["times"] == 3
    assert (await street.call("getMe"))["ok"]


async def test_faults_of_one_method_leave_the_others_alone(street: Street):
    await order(street, method="sendPhoto", status=500)

    assert (await street.call("getMe"))["ok"]


async def test_every_call_is_on_record_with_its_end(street: Street):
    await street.bot("sendMessage", chat_id=GROUP, text="一")
    await street.call("sendMessage", chat_id=5, text="二")
    await order(street, method="sendMessage", drop="after")
    with pytest.raises(httpx.TransportError):
        await street.call("sendMessage", chat_id=GROUP, text="三")

    calls = (await street.http.get("/world/calls")).json()["calls"]

    assert [call["method"] for call in calls] == ["sendMessage"] * 3
    assert [call["params"]["text"] for call in calls] == ["一", "二", "三"]
    assert calls[0]["result"]["text"] == "一"
    assert calls[1]["error"]["description"] == "Bad Request: chat not found"
    assert (calls[2]["dropped"], calls[2]["result"]["text"]) == ("after", "三")


async def test_the_record_names_uploads_without_their_bytes(street: Street):
    await street.upload("sendDocument", {"document": ("a.txt", b"secret")}, chat_id=GROUP)

    [call] = (await street.http.get("/world/calls", params={"after": 0})).json()["calls"]

    assert call["params"] == {"chat_id": str(GROUP), "document": {"file_name": "a.txt", "size": 6}}
