"""The duty roster: what people write becomes shifts; who is on duty, where nobody is, and who takes over from whom."""
