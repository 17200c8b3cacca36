"""Messages that are nothing but courtesy or a nod: answered, never filed."""

import re

from bot.core.classify.judgement import Kind

# The whole message is made of these and of nothing else.
_FILLER = (
    r"(啊|呀|哈|啦|了|呢|哦|噢|嗯|各位|大家|兄弟们?|师傅们?|老师|你们|您|你|家人们?|哥|姐|的|很|太|非常|🙏|[~]){0,4}"
)
_COURTESY: tuple[tuple[Kind, str], ...] = (
    ("thanks", r"(谢谢|多谢|感谢|谢啦|谢了|辛苦|有劳|麻烦|给力|thanks?|thankyou|thx|3q)"),
    (
        "greeting",
        r"(你好|您好|早安?|早上好|上午好|中午好|下午好|晚上好|晚安|拜拜|再见|在吗|在不在|大家好|hello|hi|hey|新年好)",
    ),
    ("chat", r"(收到|晓得|知道|明白|好|好的|行|可以|嗯|哦|噢|是|对|ok|okay|测试|哈|呵|嘿|6|1|牛)"),
)
_WHOLE = tuple((kind, re.compile(rf"{_FILLER}({words}{_FILLER}){{1,4}}")) for kind, words in _COURTESY)

_SARCASM = re.compile(r"又(修|弄|搞|处理|清理|打扫)好了呢|(办|修|处理|管)得?可?真(结实|漂亮|快|好)")


def is_sarcastic(words: str) -> bool:
    """True when plain `words` praise what did not happen: nobody but a person can tell what is meant."""
    return _SARCASM.search(words) is not None


def recognise(words: str) -> Kind | None:
    """The kind of small talk that plain `words` are from the first to the last; None when they say more."""
    return next((kind for kind, pattern in _WHOLE if pattern.fullmatch(words)), None)
