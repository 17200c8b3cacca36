from pathlib import Path

import pytest

from bot.commands import sight_findings
from bot.core.sight import eye
from bot.settings import Settings
from tests.commands.clinic import Clinic, told


async def test_an_eye_that_can_look_is_told(clinic: Clinic):
    findings = await clinic.examine(clinic.configure())

    assert told(findings, "看照片").mark == "✓"


def test_an_eye_that_is_switched_off_is_no_fault():
    finding = sight_findings.look_at_eye(Settings.of({"photos": {"look": False}}))

    assert finding.mark == "–"


def test_an_eye_that_cannot_look_is_told_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(eye, "SHIPPED", tmp_path)
    eye.shipped.cache_clear()

    finding = sight_findings.look_at_eye(Settings.of({}))

    assert (finding.mark, "photos.look" in finding.remedy) == ("✗", True)
    assert "backbone.onnx" in finding.what
