"""What people typed, brought into one form: width, case, invisible characters, loose blanks."""

import re
import unicodedata

# Format characters, and the marks that turn "2" into a keycap emoji, hide inside names and numbers.
_INVISIBLE = {"Cf", "Mn", "Me"}

# A blank between two digits or two letters separates them ("3 2幢"); any other only sits in the way ("汇嘉 2 幢").
_LOOSE_BLANK = re.compile(r"(?<![0-9a-z])\s+|\s+(?![0-9a-z])")

# More than anyone says about a place; what follows is not searched.
LONGEST = 4_096


def tidy(words: str) -> str:
    """The words in narrow lower-case characters without anything invisible or loose blanks."""
    plain = unicodedata.normalize("NFKC", words[:LONGEST]).lower()
    seen = "".join(char for char in plain if unicodedata.category(char) not in _INVISIBLE)
    return _LOOSE_BLANK.sub("", seen)
