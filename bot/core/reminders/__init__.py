"""Nobody is forgotten: the steps of the ladder as they come due, the lists of the morning, what keeps clocks true."""
