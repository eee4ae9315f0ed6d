"""Lists of names: which go on a list, and the post that they share with its head, or that stands behind it."""

from __future__ import annotations

from meetingx import patterns as re
from meetingx.find.names import LEADERS_OF, NAME_THEN_BRACKET, NAME_THEN_POST, NEXT_IN_LIST, Person, printed_name
from meetingx.rules import expand

POST_AFTER_LIST = re.compile(
    expand(
        r"等?(?:(?:\d+|[一二三四五六七八九十]+)[名位])?(?:在家的)?(?P<post>(?:<<han>>{0,12}(?:班子成员|党组成员|组成(?:人员|成员))|<<han>>{0,12}领导|<<han>>{0,6}常委(?:[及和]委员)?)(?:同志)?)"
        r"(?=<<adverbial>><<attend>>|[、，]|结合|围绕)"
    )
)
SHAREABLE = re.compile(
    r"[局办委厅院部处科]$|中心$|领导|老同志|副|常委|委员|成员|巡视员|调研员|代表|主任科员|负责|干部|专家|助理|秘书长|主席|书记|长$"
)


def list_after(chars: str, head: Person) -> list[Person]:
    """The names that follow `head` in a list and share its post."""
    found: list[Person] = []
    at = head.end
    while True:
        match = NEXT_IN_LIST.regex.match(chars, at) or _among_names(chars, at, head)
        if match is None or (match[0][0] in "， " and not _goes_on(chars, match.end(), bool(found))):
            return found
        post = head.post if head.rule not in {NAME_THEN_POST.name, NAME_THEN_BRACKET.name} else None
        shared = post is not None and SHAREABLE.search(post) is not None
        start, end = match.span("span")
        name = printed_name(match)
        at = match.end()
        own = OWN_POST.match(chars, at) if head.rule == NAME_THEN_POST.name else None
        at = own.end() if own else at
        told = own["post"] if own else post if shared else None
        found.append(Person(name, told, start, at, start, end, NEXT_IN_LIST.name, shared))


# What stands among names is one, whatever it is made of; of leaders, up to 等: 普穷、次仁旺扎、李春霖等自治区领导.
AMONG_NAMES = re.compile(
    expand(
        r"、(?P<span>(?P<name>(?!<<not_name>>|<<han>>{0,4}?<<head>>)<<han>>{2,6}(?<![局办委厅院镇乡村县市区街室站所队司科股处部组会长员等任记席者]))(?P<listed>)?)(?=(?P<next>、)|等)"
    )
)


def _among_names(chars: str, at: int, head: Person) -> re.Match[str] | None:
    """An item of a list that is a name by those around it, or None."""
    match = AMONG_NAMES.match(chars, at)
    if match is None or head.rule == LEADERS_OF.name:
        return match
    return match if match["next"] and NEXT_IN_LIST.regex.match(chars, match.end()) else None


# In a list that a name with its post behind it opens, the others have theirs behind them: 许明局长和孙文副局长.
OWN_POST = re.compile(expand(r"(?P<post>(?:常务)?[副代]?<<suffix_head>>)(?=<<after_name>>)"))
GOES_ON = re.compile(
    expand(
        r"[、， ](?=<<surname>>)|，(?=<<any_surname>><<given_mid>>?<<given>>，)"
        r"|，(?=[^，。；、\n]{1,16}(?:、[^，。；、\n]{1,16})?<<head>><<any_surname>><<han>>{1,2}(?:[，、]|<<attend>>))"
        r"|等|<<attend>>|和|及|以及|在[^，。]{0,12}会场|分别|一同|共同|也"
    )
)
# A list parted by commas goes on with groups: 姚旺，花彬，卞振，各乡镇主要负责人.
ENDS_LIST = re.compile(r"，(?:各|[市县区]直|有关|相关|以及|全体)")


def _goes_on(chars: str, end: int, listed: bool) -> bool:
    """Whether a name behind a comma belongs to the list before it: a list or presence goes on behind it."""
    return GOES_ON.match(chars, end) is not None or (listed and ENDS_LIST.match(chars, end) is not None)


def with_later_post(chars: str, found: list[Person]) -> list[Person]:
    """Names that the post after their list belongs to: A、B、C等市领导出席."""
    out = list(found)
    for i, person in enumerate(out):
        match = POST_AFTER_LIST.match(chars, person.end)
        if match is None:
            continue
        first = _first_of_the_same(chars, out, i)
        out[first : i + 1] = [one._replace(post=match["post"], shared=True) for one in out[first : i + 1]]
    return out


# A post that one person holds: 区政协主席 of 区政协主席李海以及王芳、赵一等区领导 is not that of those behind him.
OF_ONE = re.compile(r"(?<!副)(?:书记|主席|主任|[省市县区州旗镇乡局]长)$")


def _first_of_the_same(chars: str, found: list[Person], last: int) -> int:
    """Where the list begins that ends with `last` and has its post behind it; behind `last` if there is none.

    A post before 以及 is not that of those behind it: 副市长王明以及李海、赵一等区领导.
    """
    first = last + 1
    for i in range(last, -1, -1):
        one = found[i]
        if not (one.post is None or one.shared) or (i < last and one.end + 1 < found[i + 1].start):
            break
        if chars.endswith("以及", 0, one.start):
            return i
        first = i if first == i + 1 and (one.post is None or OF_ONE.search(one.post)) else first
    return first
