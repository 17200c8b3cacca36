"""The durable edges: rows only, no network."""
