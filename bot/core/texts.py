"""Every sentence shown to people, read from bot/locales (Fluent)."""

from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.core import notes

# Telegram takes 4,096 characters a message, Fluent 2,500 a fact: a long word of a courier must break neither.
LONGEST_FACT = 1500
LOCALES = Path(__file__).parent.parent / "locales"


class Texts:
    """Sentences of one locale: `texts("receipt", number=12)`."""

    def __init__(self, locale: str = "zh-CN") -> None:
        self.locale = locale
        # No isolation marks: numbers inside Chinese sentences need none, and WeCom would show them.
        self._bundle = FluentBundle([locale], use_isolating=False)
        source = LOCALES / f"{locale}.ftl"
        if not source.exists():
            raise ValueError(f"没有 {locale} 这种语言的文字：{source.name} 不在 bot/locales 里")
        self._bundle.add_resource(FluentResource(source.read_text(encoding="utf-8")))

    def __call__(self, text_id: str, **facts: str | int | None) -> str:
        """The sentence with its facts filled in; raises LookupError for an unknown id or a missing fact."""
        # Numbers are passed as text: 工单 1024 must not become 1,024.
        values = {name: "" if value is None else notes.clip(str(value), LONGEST_FACT) for name, value in facts.items()}
        message = self._bundle.get_message(text_id) if self._bundle.has_message(text_id) else None
        if message is None or message.value is None:
            raise LookupError(f"no sentence {text_id!r} in {self.locale}")
        sentence, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise LookupError(f"sentence {text_id!r} in {self.locale}: {errors[0]}")
        return str(sentence)

    def has(self, text_id: str) -> bool:
        """True when there is such a sentence."""
        return bool(self._bundle.has_message(text_id))
