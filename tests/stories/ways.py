"""What several stories about a ticket's ways begin with."""

from tests.stories import pictures
from tests.stories.phone import Message, Phone
from tests.stories.street import Street

BIN = "2幢门口垃圾箱满了"
NOISE = "3幢阿姨说隔壁空调外机嗡嗡响 睡不着"


async def claimed(street: Street, words: str = BIN) -> Message:
    """A ticket in the hands of hj_w; its card in the group."""
    await street.phone("r1").sends(words)
    card = await street.group("汇嘉").card("hj_w", 1)
    await street.phone("hj_w").presses("认领", on=card)
    return card


async def proved(w: Phone, card: Message) -> None:
    """The handler sends his picture."""
    await w.sends(photo=pictures.sample("bin_upright"), to=w.street.group("汇嘉"), reply_to=card)


async def newest(phone: Phone) -> Message:
    """The last message that this person sees in the group of 汇嘉."""
    return (await phone.street.group("汇嘉").messages(phone.name))[-1]


async def menu(phone: Phone, card: Message) -> Message:
    """What stands behind 更多 for this person."""
    await phone.presses("更多", on=card)
    return await newest(phone)


async def decide(street: Street, who: str, label: str) -> str:
    """Presses 同意 or 不同意 under the last question this person was asked."""
    phone = street.phone(who)
    return await phone.presses(label, on=await phone.offered(label))
