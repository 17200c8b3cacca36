"""Learns from labelled tables: reads them, fits a model of words, measures it on hands it has not seen, writes it."""
