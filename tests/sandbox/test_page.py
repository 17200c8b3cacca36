"""The chat page in a real browser, against the real server, with a bot of a few lines played by the test."""

import json
import shutil
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from PIL import Image

from tests.sandbox.street import Street

async_api = pytest.importorskip("playwright.async_api", reason="playwright is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt install chromium fonts-noto-cjk")
# No sandbox: tests also run as root in a container. The rest keeps Chromium from calling home.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SAMPLES = Path(__file__).parents[2] / "sandbox" / "samples"
STREET = Path(__file__).parents[2] / "bot" / "demo" / "street.yaml"
expect = async_api.expect


class Pocket:
    """The page with wang's phone (his chat with the bot) on the left and li's (the group) on the right."""

    def __init__(self, page: Any, street: Street) -> None:
        self.page = page
        self.courier = page.get_by_test_id("phone-1")
        self.worker = page.get_by_test_id("phone-2")
        self.group = street.group.id

    async def say(self, phone: Any, text: str) -> None:
        await phone.get_by_test_id("composer").fill(text)
        await phone.get_by_test_id("composer").press("Enter")

    def message(self, phone: Any, text: str) -> Any:
        return phone.get_by_test_id("message").filter(has_text=text)


@pytest.fixture
async def pocket(street: Street) -> AsyncIterator[Pocket]:
    faults: list[str] = []
    async with async_api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = await browser.new_page(locale="zh-CN", viewport={"width": 1440, "height": 900})
        page.on("pageerror", lambda error: faults.append(str(error)))
        seats = [f"wang~{quote('@bot')}", f"li~{street.group.id}"]
        await page.goto(f"{street.url}/#" + "&".join(f"phone={seat}" for seat in seats))
        yield Pocket(page, street)
        await browser.close()
    assert faults == []


@needs_chromium
async def test_a_courier_s_sample_photo_becomes_a_card_that_staff_claim(pocket: Pocket, street: Street) -> None:
    await pocket.courier.get_by_test_id("start").click()
    await pocket.courier.get_by_test_id("attach").click()
    await pocket.courier.get_by_test_id("attach-sample").click()
    await pocket.courier.get_by_test_id("sample-bin_tipped").click()
    await pocket.courier.get_by_test_id("send").click()
    await expect(pocket.message(pocket.courier, "垃圾箱让风刮翻了").locator("img")).to_be_visible()

    report = (await street.updates())[-1]["message"]
    keys = {"inline_keyboard": [[{"text": "认领", "callback_data": "claim:1"}]]}
    photo = report["photo"][-1]["file_id"]
    card = await street.bot("sendPhoto", chat_id=pocket.group, photo=photo, caption="#1 待认领", reply_markup=keys)
    await pocket.worker.get_by_role("button", name="认领").click()
    press = (await street.updates(offset=-1, timeout=10))[-1]["callback_query"]
    await street.bot("answerCallbackQuery", callback_query_id=press["id"], text="归您了")
    place = {"chat_id": pocket.group, "message_id": card["message_id"]}
    await street.bot("editMessageCaption", **place, caption="#1 李姐 处理中")

    assert report["caption"] == "2幢门口垃圾箱让风刮翻了"
    assert press["data"] == "claim:1"
    await expect(pocket.worker.get_by_test_id("toast")).to_have_text("归您了")
    await expect(pocket.message(pocket.worker, "李姐 处理中")).to_contain_text("已编辑")
    await expect(pocket.worker.get_by_role("button", name="认领")).to_have_count(0)


@needs_chromium
async def test_an_alert_stays_until_it_is_acknowledged(pocket: Pocket, street: Street) -> None:
    keys = {"inline_keyboard": [[{"text": "已处理", "callback_data": "done"}]]}
    await street.bot("sendMessage", chat_id=pocket.group, text="#2", reply_markup=keys)

    await pocket.worker.get_by_role("button", name="已处理").click()
    press = (await street.updates(offset=-1, timeout=10))[-1]["callback_query"]
    await street.bot("answerCallbackQuery", callback_query_id=press["id"], text="还缺处置照片", show_alert=True)

    alert = pocket.worker.get_by_role("alertdialog")
    await expect(alert).to_contain_text("还缺处置照片")
    await alert.get_by_role("button", name="知道了").click()
    await expect(alert).to_have_count(0)


@needs_chromium
async def test_markup_that_somebody_types_is_only_text(pocket: Pocket) -> None:
    typed = '<img src="x" onerror="window.broken = 1"> <b>重</b> javascript:alert(1)'

    await pocket.say(pocket.worker, typed)

    shown = pocket.message(pocket.worker, "onerror").locator(".words")
    await expect(shown).to_have_text(typed)
    await expect(shown.locator("img, b, a")).to_have_count(0)
    assert await pocket.page.evaluate("window.broken") is None


@needs_chromium
async def test_photos_sent_together_stand_in_one_grid(pocket: Pocket, street: Street) -> None:
    shots = [("photo", (f"{name}.jpg", (SAMPLES / f"{name}.jpg").read_bytes())) for name in ("puddle", "fire_lane")]

    await street.send(pocket.group, "wang", files=shots, caption="两处")

    album = pocket.worker.get_by_test_id("message").filter(has_text="两处")
    await expect(album.locator("img")).to_have_count(2)
    await expect(pocket.worker.get_by_test_id("message")).to_have_count(1)


@needs_chromium
async def test_one_s_own_message_can_be_edited_and_taken_back(pocket: Pocket) -> None:
    await pocket.say(pocket.worker, "7幢门口")
    await pocket.message(pocket.worker, "7幢门口").get_by_text("7幢门口").click(button="right")
    await pocket.worker.get_by_role("menuitem", name="编辑").click()
    await pocket.say(pocket.worker, "9幢门口")
    edited = pocket.message(pocket.worker, "9幢门口")
    await expect(edited).to_contain_text("已编辑")

    await edited.get_by_text("9幢门口").click(button="right")
    await pocket.worker.get_by_role("menuitem", name="撤回").click()

    await expect(pocket.message(pocket.worker, "撤回了一条消息")).to_have_count(1)
    await expect(edited).to_have_count(0)


@needs_chromium
async def test_what_came_without_a_sound_has_a_mark(pocket: Pocket, street: Street) -> None:
    await street.bot("sendMessage", chat_id=pocket.group, text="响的")
    await street.bot("sendMessage", chat_id=pocket.group, text="静悄悄的", disable_notification=True)

    await expect(pocket.message(pocket.worker, "静悄悄的").get_by_role("img", name="没响铃")).to_have_count(1)
    await expect(pocket.message(pocket.worker, "响的").get_by_role("img", name="没响铃")).to_have_count(0)


@needs_chromium
async def test_a_reply_quotes_what_it_answers_without_a_mouse(pocket: Pocket, street: Street) -> None:
    await street.send(pocket.group, "wang", text="垃圾满了")
    asked = pocket.message(pocket.worker, "垃圾满了")

    await asked.get_by_role("button", name="回复").press("Enter")
    await pocket.say(pocket.worker, "马上来")

    await expect(pocket.message(pocket.worker, "马上来").locator(".quote")).to_contain_text("垃圾满了")


@needs_chromium
async def test_a_deep_link_opens_the_private_chat_and_starts_there(pocket: Pocket, street: Street) -> None:
    link = [{"type": "text_link", "offset": 0, "length": 4, "url": "https://t.me/street_bot?start=HJ2026"}]
    await street.bot("sendMessage", chat_id=pocket.group, text="点我加入", entities=link)

    await pocket.worker.get_by_role("link", name="点我加入").click()

    await expect(pocket.worker.get_by_test_id("title")).to_contain_text("随手拍")
    await expect(pocket.message(pocket.worker, "/start HJ2026")).to_have_count(1)


@needs_chromium
async def test_the_bot_s_keyboard_asks_for_the_place_and_the_place_is_sent(pocket: Pocket, street: Street) -> None:
    await pocket.courier.get_by_test_id("start").click()
    person = (await street.updates(timeout=10))[-1]["message"]["from"]["id"]
    keys = {"keyboard": [[{"text": "发送位置", "request_location": True}]]}
    await street.bot("sendMessage", chat_id=person, text="在哪儿？", reply_markup=keys)

    await pocket.courier.get_by_test_id("keyboard").get_by_role("button", name="发送位置").click()
    await pocket.courier.get_by_label("纬度").fill("29.93475")
    await pocket.courier.get_by_test_id("place-typed").click()
    await expect(pocket.courier.locator(".location")).to_be_visible()

    assert (await street.updates(offset=-1))[-1]["message"]["location"]["latitude"] == 29.93475


@needs_chromium
async def test_who_holds_which_phone_survives_a_reload(pocket: Pocket) -> None:
    await pocket.worker.get_by_test_id("person-select").select_option("wang")
    await pocket.worker.get_by_test_id("chat-select").select_option("@bot")
    await pocket.page.get_by_test_id("add-phone").click()

    await pocket.page.reload()

    await expect(pocket.worker.get_by_test_id("person-select")).to_have_value("wang")
    await expect(pocket.worker.get_by_test_id("chat-select")).to_have_value("@bot")
    await expect(pocket.page.get_by_test_id("phone-3")).to_be_visible()


@needs_chromium
async def test_a_message_in_a_closed_chat_leaves_a_mark_in_the_list(pocket: Pocket, street: Street) -> None:
    await street.send(pocket.group, "li", text="早")
    line = pocket.courier.get_by_test_id(f"chat-{pocket.group}")
    await pocket.courier.get_by_test_id("chats").click()
    await line.click()
    await expect(pocket.message(pocket.courier, "早")).to_be_visible()
    await pocket.courier.get_by_test_id("chats").click()

    await street.send(pocket.group, "li", text="开会了")

    await expect(line).to_contain_text("李姐：开会了", timeout=15_000)
    await expect(line.locator(".dot")).to_have_attribute("aria-label", "1 条未读")


@needs_chromium
async def test_the_clock_of_the_street_is_moved_from_the_bar(pocket: Pocket, street: Street) -> None:
    before: datetime = street.world.clock.now()

    await pocket.page.get_by_test_id("clock-1d").click()
    await expect(pocket.page.get_by_text("过了 1天")).to_be_visible()

    assert street.world.clock.now() - before >= timedelta(days=1)


def test_every_sample_is_a_small_picture_with_its_words_and_a_place_of_the_demo_street() -> None:
    listed = json.loads((SAMPLES / "index.json").read_text(encoding="utf-8"))
    places = {place["name"] for place in yaml.safe_load(STREET.read_text(encoding="utf-8"))["places"]}

    for sample in listed:
        path = SAMPLES / sample["url"].removeprefix("/samples/")
        with Image.open(path) as picture:
            assert (picture.format, picture.size) == ("JPEG", (1000, 750))
        # A courier's phone sends such a picture in a second even on a bad line.
        assert path.stat().st_size < 150_000
        assert sample["title"]
        assert sample["caption"]
        assert sample["place"] in places
