"""How closed a ticket is: what its category says of it."""

#: people matters: never for a group
PRIVATE = frozenset({"sensitive", "confidential"})
