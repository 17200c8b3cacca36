"""What the people's side answers when something is not possible: a status and a sentence."""


class Impossible(Exception):
    """The person cannot do this; `status` is the HTTP status, the message is the sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
