"""Where messages come from and go to: one file per chat platform, and one in memory for tests."""
