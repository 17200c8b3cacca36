"""Why a command cannot do what it was asked: one sentence for whoever typed it."""


class Trouble(Exception):
    """Expected, and told in one sentence on standard error; never a traceback."""
