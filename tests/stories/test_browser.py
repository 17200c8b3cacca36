"""The main story with fingers on the chat page: a courier's photo, the claim, the proof, the courier's word."""

import shutil
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.stories.street import Street

async_api = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
expect = async_api.expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt install chromium fonts-noto-cjk")
# No sandbox: tests also run as root in a container. The rest keeps Chromium from calling home.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# A busy machine decodes its first picture in some seconds.
PATIENCE_MS = 30_000


@pytest.fixture
async def page(street: Street) -> AsyncIterator[Any]:
    """The chat page as a newcomer finds it: r1 on the left, hj_w in the 汇嘉 group in the middle."""
    faults: list[str] = []
    async with async_api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = await browser.new_page(locale="zh-CN", viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        page.on("pageerror", lambda error: faults.append(str(error)))
        await page.goto(str(street.people.base_url))
        yield page
        await browser.close()
    assert faults == []


async def test_a_newcomer_plays_a_report_to_its_end_on_the_page(page: Any, street: Street):
    courier, worker = page.get_by_test_id("phone-1"), page.get_by_test_id("phone-2")
    card = worker.get_by_test_id("message").filter(has_text="#1")

    await courier.get_by_test_id("attach").click()
    await courier.get_by_test_id("attach-sample").click()
    await courier.get_by_test_id("sample-bin_tipped").click()
    await courier.get_by_test_id("send").click()
    await expect(courier.get_by_test_id("message").filter(has_text="编号 #1")).to_be_visible()
    await worker.get_by_role("button", name="认领", exact=True).click()
    await expect(worker.get_by_test_id("toast")).to_contain_text("归您了")
    await expect(card.first).to_contain_text("小王")
    await worker.get_by_role("button", name="处置完成").click()
    await worker.get_by_test_id("attach").click()
    await worker.get_by_test_id("attach-sample").click()
    await worker.get_by_test_id("sample-bin_upright").click()
    await worker.get_by_test_id("send").click()
    await courier.get_by_role("button", name="好了", exact=True).click()
    await expect(courier.get_by_test_id("message").filter(has_text="办结了")).to_be_visible()

    assert (await street.ticket(1))["status"] == "closed"
    await expect(card.first).to_contain_text("已办结")
