"""Drawn sample pictures, so that a newcomer to the chat page needs no photos of his own; `draw` makes them anew."""
