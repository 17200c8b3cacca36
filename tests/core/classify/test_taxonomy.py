"""categories.yaml is read into leaves, and everything wrong with it is told at once."""

import copy

import pytest
import yaml

from bot.core import classify, taxonomy
from tests.core.classify.conftest import CATEGORIES


@pytest.fixture(scope="module")
def data():
    return yaml.load(CATEGORIES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture
def load_changed(data, tmp_path):
    """Writes the real file with changes made by a function, and loads it."""

    def change_and_load(change):
        changed = copy.deepcopy(data)
        change(changed)
        path = tmp_path / "categories.yaml"
        path.write_text(yaml.dump(changed, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return taxonomy.load(path)

    return change_and_load


def test_every_leaf_of_the_file_is_there_in_its_order(leaves, data):
    assert list(leaves.leaves) == [entry["code"] for entry in data["leaves"]]


def test_a_leaf_knows_its_clocks_and_parties(leaves):
    manhole = leaves.leaf("FAC_MANHOLE")

    assert manhole.make_safe == taxonomy.Span("continuous", 120)
    assert (manhole.party_public, manhole.party_estate) == ("MUNICIPAL", "PROPERTY")
    assert leaves.parties[manhole.party_public] == "市政养护"


def test_a_leaf_without_a_make_safe_time_says_so(leaves):
    assert leaves.leaf("FAC_ROAD").make_safe is None


def test_only_an_emergency_level_names_a_time_on_site(leaves):
    assert {code: level.onsite_minutes for code, level in leaves.levels.items()} == {
        "L0": 15,
        "L1": None,
        "L2": None,
        "L3": None,
    }


@pytest.mark.parametrize(
    ("code", "is_public"),
    [("ENV_GARBAGE", True), ("ORD_CAR_PARK", True), ("PPL_CARE", False), ("PPL_DISPUTE", False)],
    ids=["none", "image", "sensitive", "confidential"],
)
def test_only_what_shows_no_person_may_stand_in_a_group(leaves, code, is_public):
    assert leaves.is_public(code) is is_public


def test_every_fault_is_named_at_once(load_changed):
    def spoil(data):
        first, second, third = data["leaves"][:3]
        first["party_public"] = "NOBODY"
        first["close"] = {"clock": "lunar", "minutes": 240}
        second["code"] = first["code"]
        third["level"] = "L9"
        third["confusable_with"] = [{"code": "NO_SUCH", "rule": "..."}]
        third["privacy"] = "maybe"
        data["levels"]["L2"]["ack_min"] = 0

    with pytest.raises(ValueError, match="处要改") as caught:
        load_changed(spoil)

    told = str(caught.value)
    for part in ("NOBODY", "clock", "重复", "L9", "NO_SUCH", "maybe", "ack_min"):
        assert part in told


def test_a_fault_names_the_line_to_mend(load_changed):
    def spoil(data):
        data["leaves"][5]["tier_721"] = "nowhere"

    with pytest.raises(ValueError, match=r"第 \d+ 行 FIRE_OPENFLAME：tier_721 写的 nowhere"):
        load_changed(spoil)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda data: data["leaves"][0].update(procedure="dance"), "procedure 写的 dance"),
        (lambda data: data["leaves"][0].update(procedure=["full"]), "procedure 要写"),
        (lambda data: data["procedures"]["talk"]["needs"].append("poll"), "talk：needs 里没有 poll"),
        (lambda data: data["procedures"]["talk"].update(needs="visit"), "talk：要有且只有"),
        (lambda data: data["procedures"].update(talk=None), "talk：要有且只有"),
        (lambda data: data["procedures"].pop("full"), "缺少 full"),
        (lambda data: data.pop("procedures"), "缺少 procedures"),
    ],
)
def test_a_procedure_that_does_not_fit_is_a_fault(load_changed, spoil, words):
    with pytest.raises(ValueError, match=words):
        load_changed(spoil)


def test_a_leaf_that_names_no_procedure_needs_every_step(leaves):
    assert leaves.leaf("ENV_GARBAGE").procedure == "full"
    assert len(leaves.procedure("ENV_GARBAGE").needs) == 6


def test_missing_sections_are_all_named(load_changed):
    def spoil(data):
        del data["parties"], data["levels"]

    with pytest.raises(ValueError, match="缺少 levels") as caught:
        load_changed(spoil)

    assert "缺少 parties" in str(caught.value)


@pytest.mark.parametrize("text", ["leaves: [", "- just\n- a list\n", "", "42"])
def test_a_file_that_is_no_taxonomy_is_refused_in_words(tmp_path, text):
    path = tmp_path / "categories.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ValueError):
        taxonomy.load(path)


def test_an_emergency_leaf_added_by_the_street_fires_on_its_keywords(load_changed):
    def add(data):
        leaf = copy.deepcopy(next(entry for entry in data["leaves"] if entry["code"] == "EMG_GAS"))
        data["leaves"].append(leaf | {"code": "EMG_CHEMICAL", "name_zh": "化学品泄漏", "keywords": ["硫酸罐车"]})

    judge = classify.Judge(load_changed(add))

    assert judge.judge("硫酸罐车停在路边往外流").code == "EMG_CHEMICAL"


def test_a_file_without_the_leaf_for_unclear_reports_is_refused(load_changed):
    def drop(data):
        data["leaves"] = [entry for entry in data["leaves"] if entry["code"] != "OTH_UNCLEAR"]

    with pytest.raises(ValueError, match="OTH_UNCLEAR"):
        load_changed(drop)


def test_an_emergency_leaf_that_the_street_took_out_is_not_judged(load_changed):
    def drop(data):
        data["leaves"] = [entry for entry in data["leaves"] if entry["code"] != "EMG_TRAPPED"]
        for entry in data["leaves"]:
            entry["confusable_with"] = [pair for pair in entry["confusable_with"] if pair["code"] != "EMG_TRAPPED"]

    judge = classify.Judge(load_changed(drop))

    assert judge.judge("电梯里有人困住了").code != "EMG_TRAPPED"
