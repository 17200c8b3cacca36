"""A Telegram in a box: a local Bot API server, the people who talk to the bot, and their chat page.

app            create_app(world): everything as one ASGI app
world          World.open(folder): people, bots, chats, messages; the rest reads and changes it through here
records        what the world consists of; store keeps it in SQLite, vault keeps the files
posting        messages said, changed, taken back, and which bots may read them
membership     joining, leaving, blocking, upgrading
presses        buttons pressed and answered
update_queue   what a bot has not yet confirmed
bot_view       the world in the Bot API's words
bot_api/       the methods, one file per group; routes serves them, webhook_delivery brings updates to webhooks
people/        /world: the same world for people and programs; speech is what they send, views what they see
faults, floods, journal     bad weather on order, flood limits, the record of calls
spans, pictures             entities in text, photos in sizes
world_clock, bell           the only wall clock, the only thing to wait on
page/, samples/             the chat page and its drawn pictures
"""
