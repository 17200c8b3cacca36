"""The world itself: who is in it and in which group, who blocks whom, what time it is."""

import pytest

from tests.sandbox.street import Json, Street

GROUP = -1001000000001
WANG = 700000002


async def test_the_world_lists_people_chats_and_the_bot(street: Street):
    world = (await street.http.get("/world")).json()

    assert world["people"][1] == {"username": "wang", "id": WANG, "name": "小王", "trade": "外卖"}
    assert world["chats"] == [
        {
            "id": GROUP,
            "type": "supergroup",
            "title": "汇嘉移动网格群",
            "members": ["li", "wang"],
            "bots": ["street_bot"],
        }
    ]
    assert world["bot"]["username"] == "street_bot"


async def test_joining_and_leaving_are_service_messages(street: Street):
    await street.do(GROUP, "members", add=["zhao"])
    await street.do(GROUP, "members", remove=["zhao"])

    joined, left = [update["message"] for update in await street.updates()]

    assert [user["username"] for user in joined["new_chat_members"]] == ["zhao"]
    assert left["left_chat_member"]["username"] == "zhao"
    assert [message["service"] for message in await street.sees("li", GROUP)] == ["小赵 加入了群聊", "小赵 退出了群聊"]
    assert (await street.bot("getChatMember", chat_id=GROUP, user_id=700000003))["status"] == "left"


async def test_the_bot_is_told_when_it_is_thrown_out_and_let_in(street: Street):
    await street.do(GROUP, "members", remove=["bot"], by="li")
    await street.do(GROUP, "members", add=["bot"], by="li")

    changes = [each["my_chat_member"] for each in await street.updates() if "my_chat_member" in each]

    statuses = [(each["old_chat_member"]["status"], each["new_chat_member"]["status"]) for each in changes]
    assert statuses == [("administrator", "kicked"), ("kicked", "member")]


async def test_blocking_the_bot_is_told_and_can_be_undone(street: Street):
    await street.send("@bot", "wang", text="/start")
    await street.http.post("/world/block", json={"from": "wang"})
    refused = await street.http.post("/world/chats/@bot/send", data={"from": "wang", "text": "x"})
    await street.http.post("/world/block", json={"from": "wang", "blocked": False})

    changes = [each["my_chat_member"] for each in await street.updates() if "my_chat_member" in each]

    assert refused.status_code == 403
    assert [each["new_chat_member"]["status"] for each in changes] == ["kicked", "member"]
    await street.bot("sendMessage", chat_id=WANG, text="欢迎回来")


async def test_new_people_and_groups_can_come_at_any_time(street: Street):
    await street.http.post("/world/people", json={"username": "sun", "name": "小孙", "trade": "快递"})
    made = await street.http.post("/world/chats", json={"type": "supergroup", "title": "新群", "members": ["sun"]})

    await street.send(made.json()["id"], "sun", text="到了")

    assert (await street.updates())[0]["message"]["chat"]["title"] == "新群"


async def test_a_post_in_a_channel_is_a_channel_post(street: Street):
    channel = street.world.add_group("公告", ["li", "wang"], type="channel")
    await street.send(channel.id, "li", text="通知")
    reader = await street.http.post(f"/world/chats/{channel.id}/send", data={"from": "wang", "text": "x"})

    [update] = await street.updates()

    assert update["channel_post"]["sender_chat"]["title"] == "公告"
    assert reader.status_code == 403


@pytest.mark.parametrize("step", [{"now": "2026-11-23T10:00:00+08:00"}, {"advance": "2h"}])
async def test_the_clock_can_be_moved(street: Street, step: Json):
    before = street.world.clock.now()

    answer = await street.http.post("/world/clock", json=step)

    assert answer.status_code == 200
    assert street.world.clock.now() != before
    assert answer.json()["now"][:13] == (await street.http.get("/world")).json()["now"][:13]


@pytest.mark.parametrize("step", [{"now": "2026-11-23T10:00:00"}, {"now": "gestern"}, {}, {"advance": "bald"}])
async def test_a_time_without_a_zone_is_refused(street: Street, step: Json):
    answer = await street.http.post("/world/clock", json=step)

    assert (answer.status_code, list(answer.json())) == (400, ["error"])
