from pathlib import Path

import pytest

from bot.commands import doctor
from sandbox import membership
from tests.commands.clinic import TOKEN, Clinic, execute, told, wrong


async def test_a_healthy_street_has_nothing_wrong(healthy: Clinic):
    findings = await healthy.examine()

    assert wrong(findings) == []
    assert told(findings, "令牌").what == "令牌：是机器人 @street_bot"
    assert len([finding for finding in findings if "在群里，是管理员" in finding.what]) == 7


async def test_whatever_is_wrong_comes_with_a_remedy(clinic: Clinic):
    findings = await clinic.examine()

    assert wrong(findings)
    assert [finding for finding in findings if finding.mark == "✗" and not finding.remedy] == []


def test_the_exit_code_says_whether_anything_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    config = tmp_path / "config.yaml"
    config.write_text("web: {port: x}\n", encoding="utf-8")

    code = doctor.run(config, {})

    assert code == 1
    assert "✗ 设置：第 1 行 web.port：要写成整数" in capsys.readouterr().out


async def test_without_a_token_the_rest_is_looked_at_all_the_same(healthy: Clinic):
    findings = await healthy.examine(token="")

    assert wrong(findings) == []
    assert told(findings, "令牌").mark == "–"
    assert told(findings, "人员").mark == "✓"


async def test_a_token_that_is_nobody_s_is_told(healthy: Clinic):
    findings = await healthy.examine(token="999:nobody")

    assert wrong(findings) == ["令牌：不对，或已经作废"]


async def test_nobody_at_the_address_is_told_without_the_token(healthy: Clinic, closed_port: int):
    config = healthy.configure(api_base=f"http://127.0.0.1:{closed_port}")

    findings = await healthy.examine(config)

    (what,) = wrong(findings)
    assert "连不上" in what
    assert TOKEN not in "".join(map(str, findings))


async def test_something_else_at_the_address_is_told(healthy: Clinic):
    # The chat page answers there, in HTML.
    findings = await healthy.examine(healthy.configure(api_base=f"{healthy.api_base}/page"))

    (what,) = wrong(findings)
    assert "令牌" in what


async def test_in_privacy_mode_the_bot_must_be_administrator(healthy: Clinic):
    world, chat = healthy.world, healthy.group("hj")
    membership.set_status(world, chat, world.bot.id, "member", by=world.person("li").id)

    findings = await healthy.examine()

    assert wrong(findings) == ["工作群 hj 移动网格群：不是管理员，群里的话读不全"]
    assert told(findings, "群消息").mark == "–"


async def test_without_privacy_mode_membership_is_enough(healthy: Clinic):
    world, chat = healthy.world, healthy.group("hj")
    membership.set_status(world, chat, world.bot.id, "member", by=world.person("li").id)
    world.add_bot(TOKEN, "street_bot", "随手拍", privacy=False)

    findings = await healthy.examine()

    assert wrong(findings) == []
    assert told(findings, "工作群 hj").mark == "✓"


async def test_a_group_that_the_bot_was_removed_from_is_told(healthy: Clinic):
    world, chat = healthy.world, healthy.group("hj")
    membership.leave(world, chat, world.bot.id, by=world.person("li").id)

    findings = await healthy.examine()

    (what,) = wrong(findings)
    assert what.startswith("工作群 hj 移动网格群：")


async def test_a_group_that_was_given_up_counts_as_none(healthy: Clinic):
    await execute(healthy.database_url, "UPDATE staff_group SET active = false WHERE community = 'hj'")

    findings = await healthy.examine()

    assert wrong(findings) == ["工作群 hj 移动网格群：机器人被移出去了", "工作群：汇嘉 还没有群"]


async def test_a_group_of_a_community_that_is_gone_is_told(healthy: Clinic):
    # The street drew its communities anew and the group still has the old code.
    await execute(healthy.database_url, "UPDATE staff_group SET community = 'old' WHERE community = 'hj'")

    findings = await healthy.examine()

    assert wrong(findings) == ["工作群：汇嘉 还没有群", "工作群：登记的社区 old 不在设置里"]


async def test_a_community_without_group_and_people_is_named(clinic: Clinic):
    await clinic.register(without="wj")

    findings = await clinic.examine()

    assert wrong(findings) == ["工作群：望江 还没有群", "人员：望江 缺社区工作者或网格员、网格长"]


async def test_a_street_without_group_and_people_is_told(clinic: Clinic):
    await clinic.register(without=None)

    findings = await clinic.examine()

    assert wrong(findings) == ["工作群：街道还没有群", "人员：缺街道调度、街道值班"]


async def test_a_post_that_ended_is_held_by_nobody(healthy: Clinic):
    await execute(healthy.database_url, "UPDATE role SET until = since WHERE role = 'duty'")

    findings = await healthy.examine()

    assert wrong(findings) == ["人员：缺街道值班"]


WEBHOOK = "https://street.example/telegram/webhook"


@pytest.mark.parametrize(
    ("registered", "expected"),
    [
        ({"url": WEBHOOK}, []),
        # The bot was never started in this mode.
        ({}, ["webhook：Telegram 那边登记的是 没有地址"]),
        ({"url": "https://elsewhere.example/"}, ["webhook：Telegram 那边登记的是 https://elsewhere.example/"]),
        ({"url": WEBHOOK, "pending_update_count": 300}, ["webhook：有 300 条消息还没送到"]),
        ({"url": WEBHOOK, "last_error_message": "Connection refused"}, ["webhook：最近一次没送到"]),
    ],
)
async def test_the_webhook_is_looked_at_where_it_is_used(
    healthy: Clinic, registered: dict[str, str | int], expected: list[str]
):
    healthy.webhook_url = WEBHOOK
    healthy.world.bot.webhook = dict(registered)

    findings = await healthy.examine()

    assert [what.startswith(start) for what, start in zip(wrong(findings), expected, strict=True)] == [True] * len(
        expected
    )
