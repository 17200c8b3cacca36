"""The whole thing with no token and no network: bot, sandbox and the demo street in one process."""
