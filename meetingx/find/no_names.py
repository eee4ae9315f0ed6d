"""What looks like a name and is none: words, phrases, offices, what joins two kinds of people."""

from __future__ import annotations

from meetingx import patterns as re
from meetingx.dictionary import is_common
from meetingx.divisions import named
from meetingx.lexicon import word_set

PLURAL_POST = re.compile(
    r"(?:负责人|负责同志|主要领导|分管领导|(?<!人大)(?<!党)代表|(?<!援[藏疆青])干部|[^组委子]成员|各.*)$"
)
# Kinds of people, of whom many hold a post.
MANY_HOLD = re.compile(r"(?<!委)员$|[民干]警$|律师$")


def has_word(name: str) -> bool:
    """Whether what might be a name holds a word of two characters.

    >>> has_word("专门研"), has_word("张涛")
    (True, False)
    """
    return any(is_common(name[i : i + 2]) for i in range(len(name) - 1))


def is_word(name: str) -> bool:
    """Whether a short name without a surname is rather a word.

    >>> is_word("日常"), is_word("李海")
    (True, False)
    """
    return len(name) == 2 and name[0] not in word_set("surname_single") and is_common(name)


def is_prepositional(name: str) -> bool:
    """Whether what looks like a surname is a preposition before a word.

    >>> is_prepositional("向群众"), is_prepositional("向秀兰")
    (True, False)
    """
    return name[0] in "向及于" and has_word(name)


def opens_places(chars: str, start: int, end: int) -> bool:
    """Whether what looks like a name is the first of a list of places.

    >>> opens_places("武汉、黄冈和宜昌的代表发言", 0, 2), opens_places("武汉、李海出席", 0, 2)
    (True, False)
    """
    behind = end + 1
    return chars.startswith("、", end) and bool(named(chars[start:end])) and bool(named(chars[behind : behind + 2]))


def is_office(name: str) -> bool:
    """Whether what looks like a name ends like an office: 普办 of 人普办主任."""
    return name[-1] in "办局委处科室"


def is_phrase(name: str) -> bool:
    """Whether what looks like a name is a phrase.

    >>> is_phrase("见面会"), is_phrase("要求各"), is_phrase("张涛")
    (True, True, False)
    """
    if name[1:] in word_set("suffix_head"):
        return True
    begins = name[0] in "要连都还和及来向全于应从又再" and has_word(name)
    return begins or (len(name) == 3 and name[2] == "会" and is_common(name[:2]))


def joins(name: str, head: str) -> bool:
    """Whether what looks like a surname joins two kinds of people: 网格员及村民代表."""
    return name[0] in "及和与暨" and (PLURAL_POST.search(head) or MANY_HOLD.search(head)) is not None
