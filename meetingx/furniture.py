"""Lines of a page that are no report: tables, spam, disclaimers, footers, links, navigation.

To add one: a word in the pattern of its kind, or a row of FURNITURE.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from meetingx import patterns as re

TABLE = re.compile(r"^[|\s!\[\]（）()\-:：]*$|^!\[|^\|")
PICTURE = re.compile(r"^\S{0,40}\.(?:jpe?g|png|gif|bmp|webp)$", re.IGNORECASE)
DISCLAIMER = re.compile(
    r"免责声明|特此声明|版权声明|【版权|本网(?:站)?转载|凡本网|凡注明|投稿文章|如涉及作品|[如若][^，。]{0,6}侵权"
    r"|侵权(?:必究|请|联系|删)|转载请注明|不代表本网"
    r"|联系删除|本文仅代表|据此操作"
)
FOOTER = re.compile(
    r"[Ii][Cc][Pp]备|公网安备|版权所有|网站标识码|主办单位|承办单位|技术支持|联系电话|新闻热线|举报电话|服务热线"
    r"|投稿邮箱|邮编|[Cc][Oo][Pp][Yy][Rr][Ii][Gg][Hh][Tt]|©|备案号|许可证|GMT[+-]\d|建议使用|网站地图|点击数排行|邮箱："
)
RELATED = re.compile(
    r"^(?:【|\[)?(?:相关(?:阅读|新闻|链接|文章|资讯|报道|推荐|附件)|延伸阅读|推荐阅读|热点(?:新闻|视频|舆情|推荐)"
    r"|猜你喜欢|更多(?:新闻|内容|阅读|>)|最新(?:新闻|文章|资讯)|热门"
    r"(?:推荐|文章|新闻)|为您推荐|友情链接|留言与评论|网友评论|最新评论|精彩推荐|今日热点|热搜|往期|图片新闻)"
)
NEIGHBOUR = re.compile(
    r"^(?:[•·●]\s*)?(?:【|\[)?(?:上一?篇|下一?篇|上一条|下一条|上一页|下一页|前一篇|后一篇)(?:文章|新闻)?[：: ]?"
    r"|^(?:返回列表|返回顶部|返回首页)"
)
# What was written onto a page to sell something else: words of betting shops, links of link farms.
SPAM = re.compile(
    r"(?:(?:博彩|彩票|彩金|棋牌|投注|捕鱼|电玩|娱乐城|百家乐|开奖|下载入口|赌场|真人娱乐|注册送|体育直播|比分)"
    r"[^。\n]{0,60}){2}|主站蜘蛛池|蜘蛛池模板"
)
NAVIGATION = re.compile(
    r"今天是|当前位置|您的位置|所在位置|现在的位置|首页 ?[>»›-]|[>»›] ?正文|扫一扫|分享到|打印本页|关闭窗口|关闭本页"
    r"|字体大小|字号|收藏本站|设为首页|加入收藏|点击右上角|验证码|我要纠错|微信好友|发表于|只看该作者|查看全部|浏览次数"
    r"|阅读次数|访问次数|点击次数|当前栏目|阅读量|网站首页|手机打开|手机版|相关专题|每日心情|签到天数"
)
# Words of navigation that a sentence of a report may have, too: 加强注册管理。
NAVIGATION_OR_REPORT = re.compile(r"微信公众号|客户端|无障碍|登录|注册|二维码|朗读|朋友圈|微博|楼主|编辑部|转载")
HEADER = re.compile(
    r"(?:发布|更新|发表|成文|编辑|录入|添加|上传|发稿)(?:时间|日期|于|者|人|机构|单位)|信息来源|文章来源|稿件来源"
    r"|来源[：:]|时间[：:]|日期[：:]|作者[：:]|浏览|点击|访问量"
    r"|阅读[：:次]|字体|字号|【字"
    r"|^ ?(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?: *\d{1,2}[:：时]\d\d\S{0,4})?(?: |$)"
)


def sentences(chars: str) -> int:
    """How many sentences, or parts of one behind a semicolon, a line has.

    >>> sentences("要压实责任；要严防。")
    2
    """
    return chars.count("。") + chars.count("；")


class _Line(NamedTuple):
    """What decides whether a line is furniture: its words, whether it is prose, what was read before it."""

    chars: str
    prose: bool
    begun: bool
    state: str


# A sentence of a report may tell of a hotline or a certificate.
REPORTS = re.compile(r"会议|会上|指出|强调|要求")
NUMBERED = re.compile(r"\d[.、]|[（(]?[一二三四]")
# No sentence of a report runs on like this; grammar is not let loose on what is none.
LONGEST = 1200
NOT_PROSE = re.compile(rf"[^。！？；\n]{{{LONGEST}}}")
# Each kind of furniture with what tells it, in the order they are tried.
FURNITURE: tuple[tuple[str, Callable[[_Line], object]], ...] = (
    ("not-prose", lambda line: len(line.chars) > LONGEST and NOT_PROSE.search(line.chars)),
    ("table", lambda line: TABLE.match(line.chars)),
    ("spam", lambda line: SPAM.search(line.chars) and not REPORTS.search(line.chars) and "召开" not in line.chars),
    ("caption", lambda line: PICTURE.match(line.chars)),
    ("disclaimer", lambda line: DISCLAIMER.search(line.chars) and (line.begun or not line.prose)),
    ("footer", lambda line: FOOTER.search(line.chars) and not _tells_of_hotline(line)),
    ("related", lambda line: RELATED.match(line.chars) or NEIGHBOUR.match(line.chars)),
    ("disclaimer", lambda line: line.state == "disclaimer" and NUMBERED.match(line.chars)),
    ("related", lambda line: line.state == "related" and not line.prose),
    ("navigation", lambda line: not line.prose and _navigates(line) and not HEADER.search(line.chars)),
)


def _tells_of_hotline(line: _Line) -> bool:
    """Whether a line with a word of a footer is a sentence of a report: 四是开通服务热线，接受监督."""
    if line.prose and REPORTS.search(line.chars):
        return True
    return line.begun and line.chars.endswith(("。", "；")) and CONTACT.search(line.chars) is None


# What follows such a word in a footer.
CONTACT = re.compile(r"[：:©@]|\d{5}|[Cc][Oo][Pp][Yy]|[Ii][Cc][Pp]|版权|网安备|备案号")


def _navigates(line: _Line) -> bool:
    """Whether a line has a word of navigation, and is no short sentence of a report that was begun."""
    if NAVIGATION.search(line.chars):
        return True
    sentence = line.begun and line.chars.endswith(("。", "；")) and FOLLOW_US.search(line.chars) is None
    return NAVIGATION_OR_REPORT.search(line.chars) is not None and not sentence


FOLLOW_US = re.compile(r"关注|扫描|扫码|点击|下载|来自|请注明|留言")
# What goes on over the lines behind it once the report has begun.
GOES_ON = frozenset({"disclaimer", "related"})


def furniture_of(chars: str, state: str, begun: bool) -> tuple[str | None, str]:
    """Why a line is furniture, if it is, and what the lines after it belong to.

    >>> furniture_of("上一篇：县里召开会议", "", True)
    ('related', 'related')
    >>> furniture_of("会议强调，要压实责任。", "", True)
    (None, '')
    """
    line = _Line(chars, sentences(chars) >= 1 and len(chars) > 45, begun, state)
    reason = next((reason for reason, tells in FURNITURE if tells(line)), None)
    if reason is None:
        return None, "" if line.prose else state
    return reason, reason if reason in GOES_ON and begun else state
