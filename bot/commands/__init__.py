"""What `python -m bot` can be asked to do, one command a file; each imports what is heavy only when it runs."""
