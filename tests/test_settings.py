import ast
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot import settings
from bot.config import Config
from bot.config_file import ConfigFaults, Fault

ROOT = Path(__file__).parents[1]
STREET = ROOT / "bot" / "demo" / "street.yaml"
# Every case below begins with a sound street on line 1, so that its own first line is line 2.
SOUND = (
    "street: {name: 街, communities: [{code: a, name: 甲, polygon: [[121.5, 29.9], [121.6, 29.9], [121.5, 29.8]]}]}\n"
)
TOKEN = "123456:AAH-secret-of-the-bot"
SECRET = "secret-of-the-webhook"
ENV = {
    "SUISHOUPAI_TELEGRAM_TOKEN": TOKEN,
    "SUISHOUPAI_WEBHOOK_SECRET": SECRET,
    "SUISHOUPAI_API_TOKEN": "secret-of-the-api",
}

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(text: str | bytes, name: str = "config.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write_file


def faults_of(path: Path, env: dict[str, str] | None = None) -> tuple[Fault, ...]:
    with pytest.raises(ConfigFaults) as caught:
        settings.load(path, env or {})
    return caught.value.faults


def test_the_shipped_file_has_no_fault():
    loaded = settings.load(ROOT / "config.yaml", {})

    assert len(loaded.build_street().gazetteer.communities) == 6


def test_the_shipped_file_says_what_is_the_default_anyway():
    shipped = settings.load(ROOT / "config.yaml", {})

    default = Config()
    differing = {name for name in Config.model_fields if getattr(shipped, name) != getattr(default, name)}
    # No holidays of its own is {} in the file, and the categories are named as seen from there.
    assert differing == {"street", "categories", "holidays"}


def test_the_shipped_file_has_every_key():
    shipped = settings.load(ROOT / "config.yaml", {})

    def missing(part: BaseModel, path: str = "") -> list[str]:
        found = []
        for name in type(part).model_fields:
            value = getattr(part, name)
            if name not in part.model_fields_set:
                found.append(f"{path}{name}")
            elif isinstance(value, BaseModel):
                found += missing(value, f"{path}{name}.")
        return found

    # The last two are not the file's.
    assert [name for name in missing(shipped) if not name.startswith(("secrets", "folder"))] == []


def test_a_file_with_nothing_but_a_street_is_enough(write: Write):
    loaded = settings.load(write(SOUND), {})

    assert loaded.telegram.mode == "polling"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("telegram:\n  mode: poling\n", 3, ("telegram.mode", "只能是 polling 或 webhook", "改成其中一个")),
        ("telegram:\n  datum: bd09\n", 3, ("telegram.datum", "wgs84 或 gcj02")),
        ("telegram:\n  admins: [1, abc]\n", 3, ("telegram.admins[1]", "整数")),
        # Groups have negative numbers, people never.
        ("telegram:\n  admins:\n    - 7\n    - -7\n", 5, ("telegram.admins[1]", "大于 0")),
        ("telegram:\n  admins: 7\n", 3, ("telegram.admins", "要写成一列")),
        ("telegram:\n  api_base: api.telegram.org\n", 3, ("telegram.api_base", "https://")),
        ("web:\n  port: 99999\n", 3, ("web.port", "不能大于 65535")),
        ("web:\n  port: -1\n", 3, ("web.port", "不能小于 0")),
        # A clerk who put # before every line of a section leaves its name alone behind.
        ("web:\n#  port: 8080\n", 2, ("web", "下面要分项写")),
        ("web:\n  prot: 8080\n", 3, ("web.prot", "不认识这一项", "是不是 port")),
        ("wbe: 3\n", 2, ("wbe", "是不是 web")),
        ("colour: red\n", 2, ("colour", "不认识这一项", "删掉这一行")),
        # These are fields of Settings, but not the file's to say.
        ("folder: /tmp\n", 2, ("folder", "不认识这一项")),
        ("secrets: {}\n", 2, ("secrets", "不认识这一项")),
        ("locale: fr\n", 2, ("locale", "没有这种语言", "zh-CN")),
        ("database: {url: 'mysql://h/x'}\n", 2, ("database.url", "sqlite:///")),
        ("photos: {store: 'gs://bucket'}\n", 2, ("photos.store", "s3://")),
        ("log:\n  level: LOUD\n", 3, ("log.level", "DEBUG、INFO、WARNING 或 ERROR")),
        ("rules:\n  joining:\n    join_seconds: 9000\n", 4, ("rules.joining.join_seconds", "不能大于 600")),
        ("rules:\n  joining:\n    join_seconds: 90秒\n", 4, ("rules.joining.join_seconds", "只写数字")),
        ("rules:\n  points:\n    by_level: {L9: 3}\n", 4, ("rules.points.by_level.L9", "L0、L1、L2 或 L3")),
        ("rules:\n  learning:\n    at: 25:00\n", 4, ("rules.learning.at",)),
        ("rules:\n  learning:\n    at: '25:00'\n", 4, ("rules.learning.at", "没有 25:00 这个时间")),
        ("rules:\n  learning:\n    nightly: 也许\n", 4, ("rules.learning.nightly", "true 或 false")),
        ("rules:\n  learning:\n    memory_mb: 100\n", 4, ("rules.learning.memory_mb", "不能小于 500")),
        ("models: data/models\n", 2, ("models", "下面要分项写")),
        ("rules:\n  quiet:\n    chatting_minutes: -1\n", 4, ("rules.quiet.chatting_minutes", "不能小于 0")),
        ("rules:\n  quiet:\n    take_away: {}\n", 4, ("rules.quiet.take_away", "是不是 takeaway")),
        ("rules:\n  quiet:\n    parcel:\n      peak: []\n", 5, ("rules.quiet.parcel.peak", "是不是 peaks")),
        (
            "rules:\n  quiet:\n    other:\n      peaks:\n        - '10:30-13:30'\n        - 中午\n",
            7,
            ("rules.quiet.other.peaks[1]", '写成 "08:30-12:00" 这样', "现在是 中午"),
        ),
        # A night may run over midnight, a peak may not.
        ("rules:\n  quiet:\n    other:\n      peaks: ['20:00-02:00']\n", 5, ("peaks[0]", "先开始后结束")),
        ("rules:\n  quiet:\n    other:\n      sleep: ['22:30-25:00']\n", 5, ("sleep[0]", "0:00 到 24:00")),
        ("rules:\n  quiet:\n    other:\n      sleep: 22:30-08:30\n", 5, ("sleep", "要写成一列时段", "没有就写 []")),
        ("rules:\n  quiet:\n    other:\n      peaks: ['9:00-11:00', '10:50-12:00']\n", 5, ("peaks", "重叠", "错开")),
        ("rules:\n  quiet:\n    other:\n      lulls: []\n", 5, ("lulls", "至少要写一个空闲时段")),
        ("rules:\n  quiet:\n    other:\n      lulls: ['13:00-14:00']\n", 5, ("13:00-14:00 碰上了忙的时候", "错开")),
        # A lull that is not written is the default one, and may meet what is.
        ("rules:\n  quiet:\n    parcel:\n      sleep: ['20:30-05:00']\n", 4, ("parcel.lulls", "19:00-21:00 碰上了")),
        ("rules:\n  outside_hotline: 12345\n", 3, ("rules.outside_hotline", "引号")),
        ("rules:\n  duty:\n    shifts: {}\n", 4, ("rules.duty.shifts", "至少要有一个班")),
        ("rules:\n  duty:\n    shifts: {夜班: 下午五点半到早上}\n", 4, ("rules.duty.shifts", "17:30-08:30")),
        ("rules:\n  duty:\n    shifts: {夜班: '17:30-24:00'}\n", 4, ("rules.duty.shifts", "没有 24:00")),
        # By its name a line of the roster tells a shift from a date and from a person.
        ("rules:\n  duty:\n    shifts: {夜班 2: '17:30-08:30'}\n", 4, ("夜班 2", "不带空格")),
        ("rules:\n  duty:\n    leader_shifts: [值守]\n", 4, ("rules.duty.leader_shifts", "没有 值守", "带班")),
        ("rules:\n  duty:\n    street_needs: {夜班: 每天}\n", 4, ("rules.duty.street_needs.夜班", "every_day")),
        ("rules:\n  duty:\n    community_needs: [午班]\n", 4, ("rules.duty.community_needs", "没有 午班")),
        # YAML takes it for the number 640.
        ("rules:\n  duty:\n    warn_at: 10:40\n", 4, ("rules.duty.warn_at", "引号")),
        ("rules:\n  duty:\n    warn_at: 八点半\n", 4, ("rules.duty.warn_at", "08:40")),
        ("working_hours:\n  - from: 2026-02-30\n    slots: ['8:30-12:00']\n", 3, ("2026-02-30",)),
        ("working_hours:\n  - from: 2026-01-01\n    slots:\n      - 12:00-11:00\n", 5, ("先开始后结束",)),
        ("working_hours: []\n", 2, ("working_hours", "至少要写一段")),
        ("holidays:\n  2027:\n    off: [2028-05-01]\n    work: []\n", 4, ("holidays.2027.off[0]", "2027年")),
        ("categories: nowhere.yaml\n", 2, ("categories", "读不了这个文件")),
        ("categories: 3\n", 2, ("categories", "文件的路径")),
        ("web:\n  port: 1\n  port: 2\n", 4, ("web.port", "和第 3 行重复")),
        ("locale: zh-CN\nlog: {level: INFO}\nlocale: zh-CN\n", 4, ("locale", "和第 2 行重复")),
        ("web: {port: [1}\n", 2, ("YAML 写法不对",)),
        ("web:\n\tport: 1\n", 3, ("制表符", "空格")),
        # Aliases are refused: nine lines of them can fill the memory.
        ("web: &w {port: 1}\nlog: *w\n", 3, ("YAML 写法不对",)),
        ("---\nweb: {port: 1}\n", 2, ("YAML 写法不对",)),
        ("rules: !!python/name:os.system\n", 2, ("YAML 写法不对",)),
    ],
)
def test_a_fault_is_told_with_its_line_and_a_remedy(write: Write, text: str, line: int, words: tuple[str, ...]):
    (fault,) = faults_of(write(SOUND + text))

    assert str(fault).startswith(f"第 {line} 行")
    assert [word for word in words if word not in str(fault)] == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "street"),
        (b"- 1\n", "要分项写"),
        (b"locale: \xff\xfe\n", "UTF-8"),
        (b"locale: \x00\n", "YAML 写法不对"),
        # Deeper than Python's own stack.
        (b"locale: " + b"[" * 5000, "YAML 写法不对"),
        (b"web: !!int abc\n", "YAML 写法不对"),
    ],
    ids=["empty", "a list", "another encoding", "binary", "very deep", "a number that is none"],
)
def test_what_is_no_configuration_at_all_is_told_in_a_sentence(write: Write, content: bytes, words: str):
    (fault,) = faults_of(write(content))

    assert words in str(fault)


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path):
    (fault,) = faults_of(tmp_path / "config.yaml")

    assert fault.path == str(tmp_path / "config.yaml")
    assert "--config" in fault.remedy


def test_a_mark_before_the_text_does_no_harm(write: Write):
    # Notepad on Windows puts it there.
    loaded = settings.load(write(b"\xef\xbb\xbf" + SOUND.encode()), {})

    assert loaded.locale == "zh-CN"


def test_all_faults_are_told_at_once_in_the_order_of_the_file(write: Write):
    path = write(
        "locale: fr\n"
        "telegram: {mode: webhook, webhook_url: 'http://x'}\n"
        "web: {port: x}\n"
        "web: {port: y}\n"
        "categories: nowhere.yaml\n"
        "working_hours: []\n"
        "street: {name: 洪塘街道, communities: [{code: HJ, name: 汇嘉}]}\n"
    )

    faults = faults_of(path)

    assert [(fault.line, fault.path) for fault in faults] == [
        (1, "locale"),
        (2, "telegram.webhook_url"),
        (2, "telegram.mode"),
        (4, "web"),
        (4, "web.port"),
        (5, "categories"),
        (6, "working_hours"),
        (7, "street.communities[0]"),
        (7, "street.communities[0].code"),
    ]


def test_a_fault_of_the_street_has_the_line_of_the_street_file(write: Write):
    write(STREET.read_text(encoding="utf-8").replace("kind: 公租房", "kind: 别墅", 1), "street.yaml")
    wanted = 1 + (STREET.read_text(encoding="utf-8").split("kind: 公租房")[0]).count("\n")

    (fault,) = faults_of(write("street: {file: street.yaml}\n"))

    assert (fault.file, fault.line) == ("street.yaml", wanted)
    assert fault.path == "street.communities[0].estates[2].kind"


@pytest.mark.parametrize(
    ("street", "words"),
    [
        ("street: {file: nowhere.yaml}\n", "读不了这个文件"),
        ("street: {file: other.yaml, name: 洪塘}\n", "不能再写别的"),
        ("street: {file: 3}\n", "file"),
        ("street: {file: other.yaml}\n", "要有 street: 这一段"),
        ("street: 洪塘街道\n", "应是一张表"),
    ],
)
def test_a_street_that_cannot_be_found_is_a_fault_of_line_1(write: Write, street: str, words: str):
    write("- 1\n", "other.yaml")

    (fault,) = faults_of(write(street))

    assert fault.line == 1
    assert words in str(fault)


def test_a_fault_of_the_categories_has_the_line_of_their_file(write: Write):
    text = (ROOT / "bot" / "categories.yaml").read_text(encoding="utf-8").replace("level: L0", "level: L7", 1)
    write(text, "categories.yaml")

    (fault,) = faults_of(write(f"{SOUND}categories: categories.yaml\n"))

    assert fault.file == "categories.yaml"
    assert fault.line
    assert text.splitlines()[fault.line - 1] == f"- code: {fault.path}"
    assert "L7" in fault.what


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [1\n", "YAML 写法不对"),
        ("levels: {}\n", "缺少 levels"),
        # A day that does not exist is no YAML error, and still no traceback.
        ("levels: 2026-02-30\n", "读不懂"),
    ],
)
def test_categories_that_are_none_are_a_fault(write: Write, text: str, words: str):
    write(text, "categories.yaml")

    assert words in "\n".join(map(str, faults_of(write(f"{SOUND}categories: categories.yaml\n"))))


def test_the_street_may_stand_in_the_file_itself(write: Write):
    loaded = settings.load(write(STREET.read_text(encoding="utf-8").split("\n# 聊天页面")[0]), {})

    assert loaded.build_gazetteer().name == "洪塘街道（演示）"


def test_webhook_mode_needs_a_secret_and_an_address(write: Write):
    path = write(f"{SOUND}telegram: {{mode: webhook, webhook_url: 'https://x/telegram/webhook'}}\n")

    loaded = settings.load(path, ENV)

    assert loaded.require_webhook_secret() == SECRET
    assert [fault.what for fault in faults_of(path)] == ["用 webhook 还缺暗号"]


def test_only_a_command_that_needs_the_token_asks_for_it(write: Write):
    loaded = settings.load(write(SOUND), {})

    with pytest.raises(ConfigFaults, match="SUISHOUPAI_TELEGRAM_TOKEN"):
        loaded.require_token()


def test_an_empty_variable_is_as_good_as_none(write: Write):
    loaded = settings.load(write(SOUND), {"SUISHOUPAI_API_TOKEN": ""})

    assert loaded.api_token is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SUISHOUPAI_TELEGRAM_TOKEN", "gibberish-nobody-may-read"),
        # Telegram takes letters, digits, _ and - only.
        ("SUISHOUPAI_WEBHOOK_SECRET", "gibberish nobody may read"),
    ],
)
def test_a_secret_of_the_wrong_shape_is_a_fault_that_does_not_repeat_it(write: Write, name: str, value: str):
    (fault,) = faults_of(write(SOUND), {name: value})

    assert fault.path == name
    assert "nobody" not in str(fault)


def test_secrets_show_in_no_repr(write: Write):
    loaded = settings.load(write(f"{SOUND}database: {{url: 'postgresql://u:secret-of-the-base@h/x'}}\n"), ENV)

    assert loaded.require_token() == TOKEN
    assert "secret-of" not in f"{loaded!r} {loaded} {loaded.database!r}"


def test_a_secret_in_the_wrong_place_is_not_repeated_in_the_faults(write: Write):
    text = (
        f"telegram: {{token: '{TOKEN}', admins: ['{TOKEN}'], mode: '{TOKEN}', api_base: '{TOKEN}'}}\n"
        f"database: {{url: 'mysql://u:{SECRET}@h/x'}}\n"
        f"photos: {{store: 'gs://{SECRET}'}}\n"
        f"web: {{port: {SECRET}}}\n"
        f"categories: ['{SECRET}']\n"
        f"log: '{SECRET}'\n"
    )

    faults = faults_of(write(SOUND + text), ENV)

    assert len(faults) == 9
    assert "secret-of" not in "".join(f"{fault} {fault!r}" for fault in faults)


def test_settings_do_not_change():
    with pytest.raises(ValueError, match="frozen"):
        settings.Settings().locale = "en"  # type: ignore[misc]


def test_off_is_the_word_for_a_holiday_and_not_a_no(write: Write):
    # YAML 1.1 reads a bare `off` as false.
    text = "holidays:\n  2028:\n    off: [2028-02-03]\n    work: [2028-02-05]\n"

    calendar = settings.load(write(SOUND + text), {}).build_calendar()

    assert not calendar.is_working(datetime(2028, 2, 3, 2, tzinfo=UTC))
    assert calendar.is_working(datetime(2028, 2, 5, 2, tzinfo=UTC))


def test_the_defaults_are_the_trade_s_working_day():
    calendar = settings.Settings().build_calendar()

    start, end = datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC)
    assert calendar.minutes_between(start, end, "working") == 480


def test_importing_the_settings_brings_in_nothing_heavy():
    heavy = {"aiogram", "fastapi", "httpx", "shapely", "numpy", "sqlalchemy", "fluent"}

    done = subprocess.run(
        [sys.executable, "-c", "import bot.settings, sys; print(list(sys.modules))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert heavy & set(ast.literal_eval(done.stdout)) == set()
