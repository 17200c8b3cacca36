"""随手拍网格助手: a courier's photo becomes a numbered, claimed and closed ticket."""
