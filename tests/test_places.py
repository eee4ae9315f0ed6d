"""Where the body is: its code on the day, townships told apart by what encloses them, zones, and what tells nothing."""

from __future__ import annotations

import pytest

import meetingx
from meetingx import Meeting

REPORT = "{day}，{body}召开防汛工作会议。{post}李明主持会议。会议强调，要压实责任。"


def read(text: str, *, url: str | None = None, published: str | None = None) -> Meeting:
    [meeting] = meetingx.extract(text, url=url, published=published)
    return meeting


def held(body: str, *, day: str = "2021年7月8日", post: str = "", url: str | None = None) -> Meeting:
    return read(REPORT.format(day=day, body=body, post=post), url=url)


def place_of(meeting: Meeting) -> tuple[str | None, ...]:
    place = meeting.place
    assert place is not None
    return place.name, place.level, place.adcode, place.province, place.prefecture, place.county


def warned(meeting: Meeting, code: str) -> list[str]:
    return [one.message for one in meeting.warnings if one.code == code]


@pytest.mark.parametrize(
    ("body", "day", "code"),
    [
        ("崇文区", "2009年7月8日", "110103"),
        ("崇文区", "2010年3月8日", "110103"),
        ("襄樊市", "2008年7月8日", "420600"),
        ("襄阳市", "2018年7月8日", "420600"),
        ("和县", "2010年7月8日", "341424"),
        ("和县", "2015年7月8日", "340523"),
        ("绍兴县", "2012年7月8日", "330621"),
    ],
)
def test_code_is_that_of_the_day(body: str, day: str, code: str) -> None:
    meeting = held(body, day=day)
    assert place_of(meeting)[2] == code
    assert warned(meeting, "code-not-in-force") == []


def test_no_code_where_none_was_in_force_and_what_became_of_it() -> None:
    meeting = held("崇文区", day="2011年7月8日")
    assert place_of(meeting)[:3] == ("崇文区", "county", None)
    assert warned(meeting, "code-not-in-force") == [
        "崇文区 (110103) was in force until 2010: its area is now 110101 东城区"
    ]


def test_no_code_before_there_was_one() -> None:
    meeting = held("姑苏区", day="2008年7月8日")
    assert place_of(meeting)[:3] == ("姑苏区", "county", None)
    assert warned(meeting, "code-not-in-force") == ["姑苏区 (320508) has been in force only since 2012"]


def test_parents_are_those_of_the_day() -> None:
    assert place_of(held("和县", day="2010年7月8日"))[3:] == ("安徽省", "巢湖市", "和县")
    assert place_of(held("和县", day="2015年7月8日"))[3:] == ("安徽省", "马鞍山市", "和县")


def test_township_that_is_the_only_one_of_its_name() -> None:
    assert place_of(held("织里镇", post="镇党委书记")) == (
        "织里镇",
        "township",
        "330502100",
        "浙江省",
        "湖州市",
        "吴兴区",
    )


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("2021年7月8日，休宁县溪口镇召开防汛工作会议。镇长李明主持会议。", None),
        ("休宁县新闻网讯 2021年7月8日，溪口镇召开防汛工作会议。镇长李明主持会议。", None),
        ("2021年7月8日，溪口镇召开防汛工作会议。镇长李明主持会议。", "http://www.xiuning.gov.cn/a/1.html"),
        ("2021年7月8日，溪口镇召开防汛工作会议。镇长李明主持会议，黄山市水利局负责人参加。", None),
    ],
)
def test_township_of_a_common_name_by_what_encloses_it(text: str, url: str | None) -> None:
    assert place_of(read(text, url=url)) == ("溪口镇", "township", "341022106", "安徽省", "黄山市", "休宁县")


def test_township_of_a_common_name_alone_has_candidates_and_no_code() -> None:
    meeting = held("溪口镇", post="镇长")
    assert place_of(meeting) == ("溪口镇", "township", None, None, None, None)
    [message] = warned(meeting, "place-ambiguous")
    assert message.startswith("溪口镇 may be any of 11: 浙江省宁波市奉化区溪口镇 (330213")
    assert message.endswith("…")


def test_township_that_lies_elsewhere_is_not_taken() -> None:
    meeting = held("武陟县织里镇", post="镇长")
    assert place_of(meeting) == ("织里镇", "township", None, "河南省", "焦作市", "武陟县")
    assert len(warned(meeting, "township-unknown")) == 1


def test_township_before_its_county_became_a_district() -> None:
    meeting = held("奉化市溪口镇", day="2012年7月8日", post="镇长")
    assert place_of(meeting) == ("溪口镇", "township", None, "浙江省", "宁波市", "奉化市")
    assert warned(meeting, "code-not-in-force") == ["溪口镇 has the code 330213100 today; that of 2012 is not known"]


def test_zone_keeps_its_name_with_the_code_of_what_encloses_it() -> None:
    meeting = held("衡水高新区", post="高新区党工委书记")
    assert place_of(meeting) == ("衡水高新区", "zone", "131100", "河北省", "衡水市", None)


@pytest.mark.parametrize("name", ["朝阳区", "鼓楼区"])
def test_division_of_a_common_name_alone_has_candidates_and_no_code(name: str) -> None:
    meeting = held(name, post="区长")
    assert place_of(meeting) == (name, "county", None, None, None, None)
    [message] = warned(meeting, "place-ambiguous")
    assert message.startswith(f"{name} may be any of ")
    assert meeting.place is not None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("2021年7月8日，长春市朝阳区召开防汛工作会议。区长李明主持会议。", None),
        ("长春日报讯 2021年7月8日，朝阳区召开防汛工作会议。区长李明主持会议。", None),
        ("2021年7月8日，朝阳区召开防汛工作会议。区长李明主持会议。长春市水利局负责人参加。", None),
    ],
)
def test_division_of_a_common_name_by_what_encloses_it(text: str, url: str | None) -> None:
    assert place_of(read(text, url=url))[:3] == ("朝阳区", "county", "220104")


def test_city_of_the_corps_by_its_official_address() -> None:
    text = "2021年7月8日，师市安全生产委员会召开防汛工作会议。师市党委副书记李明主持会议。"
    assert place_of(read(text, url="http://www.tmg.gov.cn/a/1.html"))[:3] == ("铁门关市", "county", "659006")
    assert read(text).place is None


def test_zone_that_names_its_kind_alone_under_what_its_official_address_spells() -> None:
    text = "2021年7月8日，经开区召开防汛工作会议。区党工委书记李明主持会议。"
    assert place_of(read(text, url="http://jkq.chuzhou.gov.cn/1.html")) == (
        "经开区",
        "zone",
        "341100",
        "安徽省",
        "滁州市",
        None,
    )
    assert read(text, url="http://www.example.com/1.html").place is None


def test_zone_that_nothing_sure_encloses_has_no_code() -> None:
    meeting = read("2021年7月8日，甲山经开区召开防汛工作会议。李明主持会议。会上，月湖区代表作了发言。")
    assert place_of(meeting) == ("甲山经开区", "zone", None, None, None, None)


def test_zone_that_calls_itself_by_its_kind_on_the_site_of_its_city() -> None:
    text = "4月18日，经开区组织召开统计工作推进会，区工管办负责人李明主持会议。会议强调，要压实责任。"
    assert place_of(read(text, url="http://ncjk.nc.gov.cn/ncjkq/1.html"))[:3] == ("南昌经开区", "zone", "360100")


def test_zone_whose_bureau_met_though_its_province_is_named() -> None:
    text = "9月16日，四川省天府新区社会事务局党组成员、副局长李明主持召开推进会。李明强调，要压实责任。"
    assert place_of(read(text))[:2] == ("天府新区", "zone")


def test_prefecture_that_was_an_area() -> None:
    meeting = read("2005年7月8日，阿里地区召开防汛工作会议。地委书记李明主持会议。")
    assert place_of(meeting)[:3] == ("阿里地区", "prefecture", "542500")


@pytest.mark.parametrize(
    "told",
    [
        "会议研究了青山县水库项目和武陟县引黄工程建设事宜。",
        "会议传达了河南省防汛会议精神，通报了武陟县事故情况。",
        "会议要求学习武陟县经验。",
    ],
)
def test_projects_and_places_reported_on_are_no_evidence(told: str) -> None:
    text = f"2021年7月8日，区政府召开防汛工作会议。区长李明主持会议。{told}"
    assert read(text).place is None


@pytest.mark.parametrize(
    ("host", "kind", "name"),
    [
        pytest.param("www.haqjp.gov.cn", "区", "清江浦区", id="initials behind the prefecture's"),
        pytest.param("www.hrbtonghe.gov.cn", "县", "通河县", id="a name behind the prefecture's initials"),
        pytest.param("www.sxtywbl.gov.cn", "区", "万柏林区", id="initials behind the province's and the prefecture's"),
        pytest.param("www.qingdaoshibei.gov.cn", "区", "市北区", id="two names"),
        pytest.param("www.zgtks.gov.cn", "县", "特克斯县", id="three initials behind a site's word"),
        pytest.param("www.tja.gov.cn", "区", "田家庵区", id="three initials"),
        pytest.param("www.bjchy.gov.cn", "区", "朝阳区", id="the whole of ch"),
        pytest.param("yz.sanya.gov.cn", "区", "崖州区", id="initials below the prefecture"),
        pytest.param("www.zjj.gov.cn", "市", "张家界市", id="a bureau's letters where the city's are"),
        pytest.param("zjj.sanya.gov.cn", "市", "三亚市", id="a bureau below its city"),
        pytest.param("www.tj.gov.cn", "市", "天津市", id="two letters of a province"),
        pytest.param("www.wzx.gov.cn", "县", None, id="two initials that several counties have"),
        pytest.param("www.dys.gov.cn", "市", None, id="two initials of cities with their kind"),
        pytest.param("www.lps.gov.cn", "市", "乐平市", id="whose site it is known to be, where letters do not tell"),
    ],
)
def test_official_address_alone(host: str, kind: str, name: str | None) -> None:
    text = f"2021年3月5日，{kind}政府召开防汛工作会议。{kind}长李明主持会议。会议强调，要压实责任。"
    place = read(text, url=f"http://{host}/xwzx/bmdt/t12.html").place
    assert (place.name if place else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("会后，与会人员到大封镇、嘉应观乡察看。", "武陟县", id="two townships of one county"),
        pytest.param("会后，与会人员到我县嘉应观乡察看。", "武陟县", id="one that the report calls its own"),
        pytest.param("会后，与会人员到大封镇察看。", None, id="one that may be visited"),
        pytest.param(
            "大封镇作交流发言。会后，与会人员到大封镇察看。", "武陟县", id="one told of whose name no other has"
        ),
        pytest.param("长安镇作交流发言。会后，与会人员到长安镇察看。", None, id="one told of whose name others have"),
        pytest.param("会后，与会人员到大封镇、织里镇察看。", None, id="townships of two counties"),
    ],
)
def test_county_by_its_townships(text: str, name: str | None) -> None:
    place = (
        held("县政府", post="县长").place,
        read(REPORT.format(day="7月8日", body="县政府", post="县长") + text).place,
    )
    assert place[0] is None
    assert (place[1].name if place[1] else None) == name


@pytest.mark.parametrize(
    ("text", "url", "name"),
    [
        pytest.param("长安镇作交流发言。", "http://www.hichuzhou.com/1.html", None, id="none in the city of the site"),
        pytest.param(
            "十字镇作交流发言。", "http://www.hichuzhou.com/1.html", "全椒县", id="one in the city of the site"
        ),
        pytest.param("十字镇作交流发言。", None, None, id="one of several of a name"),
        pytest.param("与会人员察看了大墅镇、十字镇。", "http://qjxww.example.com/1.html", "全椒县", id="initials"),
        pytest.param("会议传达省州会议精神，共和镇作现场演示。", None, "牟定县", id="in a 州"),
        pytest.param("会议传达省市会议精神，共和镇作现场演示。", None, None, id="in any city"),
        pytest.param("与会人员到大封、嘉应观等乡镇察看。", None, "武陟县", id="that share the word for their kind"),
    ],
)
def test_county_by_its_townships_and_what_is_around(text: str, url: str | None, name: str | None) -> None:
    place = read(REPORT.format(day="7月8日", body="县政府", post="县长") + text, url=url).place
    assert (place.name if place else None) == name


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        pytest.param("区", "会议研究了《双台子区环境整改方案》。", "双台子区", id="title of a document"),
        pytest.param("县", "会议审议了《关于审定户县奖补办法的请示》。", "户县", id="behind a verb in one"),
        pytest.param("市", "要尽快启动漳县试点，组织开展定西城区演练。", "定西市", id="behind verbs"),
        pytest.param("市", "会议通报了江西南昌、辽宁盘锦盘山县两起事故。", None, id="accidents elsewhere"),
        pytest.param("市", "要深刻吸取郑州“7·20”特大暴雨灾害教训。", None, id="lessons from elsewhere"),
        pytest.param("区", "要推进老城区燃气储配站外迁，做好老城区供气。", None, id="a part of any town"),
        pytest.param("市", "要看清眼下城区违建的突出矛盾。", None, id="two words that make a name"),
        pytest.param("区", "要推进开发区监测平台建设。", None, id="a zone behind a verb"),
        pytest.param("市", "各区、镇江新区、高新区作了发言。", "镇江市", id="the zone of a city in a list"),
    ],
)
def test_names_inside_what_was_decided(kind: str, text: str, name: str | None) -> None:
    place = read(REPORT.format(day="2021年7月8日", body=f"{kind}政府", post=f"{kind}长") + text).place
    assert (place.name if place else None) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        pytest.param("網(wǎng)站標(biāo)識碼(mǎ) 4108230001", "武陟县", id="code under pinyin"),
        pytest.param("7k博乐网www官方下载入口", None, id="a shop for bets"),
        pytest.param("文章来源：民权网 点击数：3", "民权县", id="a site called by a common word"),
        pytest.param("文章来源：中原晚报 点击数：3", None, id="a paper of a region"),
        pytest.param("主站蜘蛛池模板： 通山县| 长汀县| 闽清县", None, id="links of a farm"),
    ],
)
def test_what_stands_below_a_report(lines: str, name: str | None) -> None:
    place = read(REPORT.format(day="2021年7月8日", body="县政府", post="县长") + "\n" + lines).place
    assert (place.name if place else None) == name


def test_a_province_is_told_by_the_papers_of_its_cities() -> None:
    text = "扬州网讯 6月28日，省政府召开全省防汛工作会议。省长李明主持会议。会议强调，要压实责任。"
    assert place_of(read(text))[:3] == ("江苏省", "province", "320000")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "全国保供座谈会近日在河南省驻马店市召开。国务院副总理李明出席会议。他强调，要压实责任。", None, id="away"
        ),
        pytest.param(
            "全国保供电视电话会议近日在北京召开。我市在分会场收听收看，驻马店市副市长李明出席会议。",
            "驻马店市",
            id="watched",
        ),
        pytest.param("7月8日，黄山市祁门县芦溪乡防汛工作会议召开。李明主持会议。", "芦溪乡", id="the last of several"),
        pytest.param(
            "8月8日，黔南布依族苗族自治州建州60周年座谈会在都匀召开。省委副书记、省长李明，省领导王海、张涛出席会议。",
            "黔南布依族苗族自治州",
            id="called after a division",
        ),
        pytest.param(
            "6月12日，秦州区在影剧院召开甘肃省水土保持督查组督查工作汇报会，区委书记李明主持会议。省督查组组长王海出席。",
            "秦州区",
            id="called after who inspected",
        ),
        pytest.param(
            "11月22日，青白江区科技工作座谈会召开。区委常委李明讲话，城厢中学参加。", "青白江区", id="a 座谈会"
        ),
        pytest.param(
            "7月8日，全国文明城市创建工作推进会在焦作市召开，焦作市市长李明主持会议。", "焦作市", id="a campaign"
        ),
        pytest.param("7月8日，国家税务总局武陟县税务局召开推进会，局长李明主持会议。", "武陟县", id="a branch"),
        pytest.param("7月8日，武陟县公安部门召开推进会，局长李明主持会议。", "武陟县", id="a department"),
    ],
)
def test_whose_meeting_it_is(text: str, name: str | None) -> None:
    place = read(text).place
    assert (place.name if place else None) == name


def test_area_code_of_an_editor_and_none_of_a_seller() -> None:
    report = REPORT.format(day="2021年7月8日", body="州政府", post="州长")
    assert place_of(read(report + "\n新闻热线：0855-8220000"))[:3] == ("黔东南苗族侗族自治州", "prefecture", "522600")
    assert read(report + "\n联系方式：0855-8220000").place is None


def test_the_meeting_is_of_whom_its_name_tells_though_others_welcome_it() -> None:
    text = (
        "2016年6月23日上午，副市长罗凤、市政府副秘书长曹立、市商务局局长杜邦等领导一行50余人莅临城阳市场召开"
        "全市冷链物流现场推进会。区委书记钱东、区长李坡陪同参加。"
    )
    assert place_of(read(text, url="http://www.qingdao.gov.cn/1.html"))[0] == "青岛市"


def test_street_that_is_called_by_its_office() -> None:
    text = "深圳新闻网讯 2021年3月4日，南澳办事处召开垃圾分类工作会议，办事处主任李明主持会议。"
    assert place_of(read(text))[:3] == ("南澳街道", "township", "440307011")
    text = "2021年3月4日，新市街在街道会议室组织召开联席会议，街党工委书记李明主持会议。"
    assert place_of(read(text, url="http://www.by.gov.cn/1.html"))[:3] == ("新市街道", "township", "440111008")


def test_county_of_the_site_where_the_prefecture_only_sent_officials() -> None:
    text = "麻城信息港讯 2021年3月4日，市委召开述职评议会议。黄冈市委副部长李明到会指导。市委书记王海主持会议。"
    assert place_of(read(text))[:3] == ("麻城市", "county", "421181")


def test_site_in_a_footer_of_ascii_marks() -> None:
    page = REPORT.format(day="2021年7月8日", body="县政府", post="县长") + "\n地址:康县融媒体中心 邮编:746500"
    assert place_of(read(page))[:3] == ("康县", "county", "621224")


@pytest.mark.parametrize(
    ("text", "url", "name"),
    [
        pytest.param("要打造群防寿宁样板。", None, "寿宁县", id="what a place gives itself"),
        pytest.param("信息来源：范县农业局", None, "范县", id="who gave the page"),
        pytest.param("", "http://mtgxww.example.com/1.html", None, id="letters without the province's"),
        pytest.param("", "http://www.example.com/wuyangdongtai/1.html", "舞阳县", id="the path alone"),
    ],
)
def test_place_where_the_report_says_only_its_kind(text: str, url: str | None, name: str | None) -> None:
    place = read(REPORT.format(day="7月8日", body="县政府", post="县长") + "\n" + text, url=url).place
    assert (place.name if place else None) == name


def test_letters_of_a_paper_behind_those_of_its_province() -> None:
    meeting = held("区政府", post="区长", url="http://bjmtgnews.com/paper/1.html")
    assert place_of(meeting)[:3] == ("门头沟区", "county", "110109")


def test_town_that_convened_in_a_county_of_which_all_else_tells() -> None:
    text = (
        "南华西街道召开防汛工作会议\n2021年7月8日，南华西街道召开防汛工作会议。主任李明主持会议。\n海珠区人民政府主办"
    )
    assert place_of(read(text, url="http://www.haizhu.gov.cn/1.html"))[0] == "南华西街道"


def test_a_meeting_behind_another_may_be_placed_by_what_was_told_before() -> None:
    page = (
        "2021年7月8日，武陟县召开防汛工作会议，县长李明主持会议并讲话。李明强调，各乡镇要压实责任。\n"
        "会后，副县长张涛即刻召开专题会议，要求各乡镇要逐项落实。"
    )
    assert [one.place.name if one.place else None for one in meetingx.extract(page)] == ["武陟县", "武陟县"]


@pytest.mark.parametrize("town", ["长岭镇", "临洮街"])
def test_a_town_or_a_street_called_like_a_county_is_no_county(town: str) -> None:
    page = f"2021年7月8日，我县召开防汛工作会议，县长李明主持会议。{town}负责人参加会议。"
    assert meetingx.extract(page)[0].place is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the leaders of the county where a city met only welcome it
        (
            "宜昌市学前教育工作会在兴山召开\n4月16日，全市学前教育工作会举行。兴山县委书记柳江致辞。市教育局局长谌明讲话。",
            "宜昌市",
        ),
        ("11月9日，四川省成都市水务局局长邵桐主持召开蓄水工作会议。", "成都市"),
        ("3月6日，县委书记邵桐主持召开黔西县产业领导小组会议。", "黔西县"),
        ("8月17日，麻涌召开水质提升现场会。镇党委书记莫沛、镇长尹俊参加会议。", "麻涌镇"),
        ("3月6日，我县召开推进会，县长邵桐主持。要反映孝昌的特色。", "孝昌县"),
        # 和 joins two bodies
        ("3月6日，我县召开推进会，县长邵桐主持。会议要求，要落实县委和县政府部署，县直和县里单位要尽责。", None),
        # a word that is the name of a street, too
        ("3月6日上午，学院召开防汛工作会议，李明主持会议。", None),
        ("3月6日，我市召开协作推进会，市长李明主持。会议要求，要助力临夏发展。", None),
        # one town whose name no other has; not one that is visited
        ("3月6日，我县召开推进会，县长邵桐主持。县直单位、银州街道负责人参加会议。", "米脂县"),
        ("3月6日，我县召开推进会，县长邵桐主持。会前，与会人员赴外地学习荆溪镇的做法。", None),
        ("3月6日，我县召开小城镇建设会议，县长邵桐主持。", None),
        ("7月5日，武汉生态投资集团召开防汛会议，集团董事长邵桐讲话。市里要求，各单位要值守。", "武汉市"),
        ("9月5日，县政府召开会议，代县长邵桐主持。邵桐指出，林长制关乎黑山今后的生态底色。", "黑山县"),
        # of a province many divisions are named
        ("3月6日，集团召开全省推进会，总经理邵桐主持。六安、贵金公司负责人参加会议。", None),
    ],
)
def test_what_tells_whose_meeting_it_is_and_what_does_not(text: str, name: str | None) -> None:
    place = read(text).place
    assert (place and place.name) == name


MIRRORED = "3月12日，省农业农村厅召开防疫视频会议，副厅长邵桐参加会议并讲话。我市设立了分会场。\n原文链接：{}"


@pytest.mark.parametrize(
    ("link", "date"),
    [
        ("http://nync.example.gov.cn/bdyw/20200313/17213.htm", "2020-03-12"),
        ("http://nync.example.gov.cn/bdyw/17213.htm", "XXXX-03-12"),
    ],
)
def test_the_address_a_page_was_taken_from_tells_the_year(link: str, date: str) -> None:
    [meeting] = meetingx.extract(MIRRORED.format(link), url="http://mirror.example.com/view.php?aid=202536")
    assert meeting.date == date


def test_the_address_a_page_was_taken_from_tells_the_place() -> None:
    page = "3月12日，县政府召开防疫会议，县长邵桐主持。\n原文链接：http://www.wuzhi.gov.cn/yw/17213.htm"
    [meeting] = meetingx.extract(page, url="http://mirror.example.com/view.php?aid=1")
    assert meeting.place is not None and (meeting.place.name, meeting.place.basis) == ("武陟县", "url")


def test_towns_along_a_river_are_no_town() -> None:
    page = "5月27日，我县召开防汛会议，县长邵桐主持。会议强调，各单位要提前进入沿河乡镇。"
    [meeting] = meetingx.extract(page)
    assert meeting.place is None


def test_a_county_that_met_is_meant_by_the_paper_of_the_prefecture_around_it() -> None:
    page = "11月8日，孟州市防汛工作会议在石山镇召开，市委副书记邵桐参加会议并提出要求。"
    [meeting] = meetingx.extract(page, url="http://epaper.jzrb.com/jzrb/html/2022-11/11/1.htm")
    assert meeting.place is not None and (meeting.place.name, meeting.place.adcode) == ("孟州市", "410883")


def test_a_zone_that_calls_itself_by_its_kind_is_of_the_place_that_the_site_is_called_after() -> None:
    page = "云上大冶报道（记者 陈瑶）5月17日，高新区召开厂房盘活会议。高新区党工委书记邵桐参加会议。"
    [meeting] = meetingx.extract(page)
    assert meeting.place is not None and (meeting.place.name, meeting.place.adcode) == ("大冶高新区", "420281")


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://news.example.com/23/0317/10/HFK1.html", "2023-03-16"),
        ("http://bbs.example.com/forum.php?mod=viewthread&tid=195004", "XXXX-03-16"),
        ("http://bbs.example.com/forum.php?mod=viewthread&tid=201904", "XXXX-03-16"),
    ],
)
def test_years_of_addresses_are_no_numbers_of_threads(url: str, date: str) -> None:
    [meeting] = meetingx.extract("3月16日，我区召开消防会议，区长邵桐主持会议并讲话。", url=url)
    assert meeting.date == date


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://www.gyctnews.com.cn/1.html", "朝天区"),
        ("http://bbs.cqtnrd.com/1.html", "潼南区"),
        ("http://www.jard.gov.cn/1.html", None),
        ("http://www.jardnews.com/1.html", None),
        ("http://www.jaqrd.gov.cn/1.html", None),
    ],
)
def test_a_site_that_is_called_as_the_government_of_a_district_is(url: str, name: str | None) -> None:
    assert told_by(url, "区") == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://0391xw.cn/1.html", "焦作市"),
        ("http://bbs.0391.example.com/1.html", "焦作市"),
        ("http://03911.cn/", None),
    ],
)
def test_a_site_that_is_called_by_the_area_code_of_its_city(url: str, name: str | None) -> None:
    assert told_by(url, "市") == name


def test_the_paper_of_a_county_that_calls_itself_today() -> None:
    assert told_by("https://dzb.jrwuzhi.com/1.html", "县") == "武陟县"


def told_by(url: str, kind: str) -> str | None:
    [meeting] = meetingx.extract(f"3月12日，{kind}政府召开防疫会议，{kind}长邵桐主持。会议强调，要严防。", url=url)
    return meeting.place.name if meeting.place else None


STREET = "10月23日上午，{}政府召开北辛街道水系整治推进会。会上，{}汇报了施工情况。会议强调，要加快进度。"


@pytest.mark.parametrize(
    ("kind", "who", "name"), [("市", "北辛街道", "滕州市"), ("市", "有关单位", None), ("县", "北辛街道", None)]
)
def test_a_city_that_names_a_street_of_its_own_twice(kind: str, who: str, name: str | None) -> None:
    [meeting] = meetingx.extract(STREET.format(kind, who))
    assert (meeting.place.name if meeting.place else None) == name


@pytest.mark.parametrize(
    ("text", "url", "name"),
    [
        pytest.param(
            "9日，金湖检察院召开全院党员大会，检察长邵桐回顾了工作。会上传达了全市会议精神，提出争创全市一流。",
            "http://hajh.example.gov.cn/1.html",
            "金湖县",
            id="the procuratorate of a county, by its short name",
        ),
        pytest.param(
            "9月14日，全市工作会议召开。市委书记邵桐出席会议并讲话。",
            "https://www.lygxc.gov.cn/2023/1.html",
            "连云港市",
            id="a department of the party behind the initials of its city",
        ),
        pytest.param(
            "6月4日，市商务局召开座谈会，邵桐副局长主持会议。会上介绍了甘肃、青海、承德等地产品情况和承德等地做法。",
            "http://tianjin.example.com/1.html",
            "天津市",
            id="places in a list that ends in 等地 only sell there",
        ),
        pytest.param(
            "区先进制造业开发区召开企业服务推进会\n11月20日，区开发区党工委书记邵桐主持召开了推进会。邵桐强调，要加快建设。",
            "http://www.shanzhou.gov.cn/1.html",
            "区先进制造业开发区",
            id="a zone that is called by the kind of its district",
        ),
        pytest.param(
            "8月15日，无为经济开发区召开干部大会，县委常委、常务副县长、二坝集中示范园区管委会主任邵桐出席并讲话。",
            None,
            "无为经济开发区",
            id="a zone that somebody leads besides",
        ),
    ],
)
def test_whose_body_met_among_others_named(text: str, url: str | None, name: str) -> None:
    [meeting] = meetingx.extract(text, url=url)
    assert meeting.place is not None and meeting.place.name == name


@pytest.mark.parametrize(
    ("text", "url", "date"),
    [
        ("{}红会全会召开，会长邵桐讲话。", "http://www.example.com/tzsx/22041811191278500001.shtml", "2022-03-29"),
        ("{}红会全会召开，会长邵桐讲话。", "http://www.example.com/tzsx/22991811191278500001.shtml", "XXXX-03-29"),
        ("{}我市组织收看全省2022年工资工作电视电话会议。随后，我市召开贯彻会议，要求各单位发力。", None, "2022-03-29"),
        ("{}县里召开防汛会议，县长邵桐讲话。会上发出2022年第3号调度令。", None, "2022-03-29"),
        ("2023年国庆临近，{}县里召开油品会议，县长邵桐讲话。", None, "2023-03-29"),
        (
            "红会全会召开 字体:大 发布时间:2022-04-01 16:42:05 点击数: {}红会全会召开，会长邵桐讲话。",
            None,
            "2022-03-29",
        ),
    ],
)
def test_years_that_stand_elsewhere(text: str, url: str | None, date: str) -> None:
    [meeting] = meetingx.extract(text.format("3月29日，"), url=url)
    assert meeting.date == date


@pytest.mark.parametrize(("day", "year"), [("12月17日", 2018), ("1月17日", 2019)])
def test_what_is_planned_in_december_is_for_the_next_year(day: str, year: int) -> None:
    [meeting] = meetingx.extract(f"{day}，全县柑橘生产会议召开，县长邵桐讲话。会议部署安排2019年生产任务。")
    assert (meeting.date or "").startswith(str(year))


def test_the_hour_at_which_a_forum_showed_a_page_is_no_year_of_the_meeting() -> None:
    page = "1月19日，市人大会议主席团举行会议，副主任邵桐主持会议。\nGMT+8, 2025-4-16 08:52"
    [meeting] = meetingx.extract(page)
    assert meeting.date == "XXXX-01-19"


def test_a_province_in_the_address_of_a_site_is_no_place_that_met() -> None:
    page = (
        "12月18日，泾河新城党委委员邵桐在高庄镇主持召开治水现场会。他要求各街镇汇报情况。\n"
        "主办：泾河新城管理委员会 地址：陕西省西咸新区泾河大道"
    )
    [meeting] = meetingx.extract(page)
    assert meeting.place is not None and (meeting.place.name, meeting.place.level) == ("泾河新城", "zone")


def test_minutes_in_fields() -> None:
    page = "会议时间：2023年9月12日\n会议地点：村会议室\n主持人：黄炳坤\n会议内容：1、要加大排查频次，抓好消防工作。"
    [meeting] = meetingx.extract(page, url="http://www.wuzhi.gov.cn/1.html")
    assert (meeting.date, [(one.name, one.roles) for one in meeting.attendees]) == (
        "2023-09-12",
        [("黄炳坤", ["chair"])],
    )


def test_a_notice_in_fields_is_no_meeting() -> None:
    page = "现将会议安排通知如下：\n一、会议时间：2023年9月12日\n二、会议地点：县政府会议室\n三、参会人员：各镇负责人"
    assert meetingx.extract(page) == []


def test_a_meeting_that_another_spoke_of_is_not_the_one_reported() -> None:
    page = (
        "2024年4月26日，召开市生态环境局局长办公会议\n"
        "会议强调，4月25日省厅召开一季度排污许可推进会议，通报了各市进度。全系统要紧扣全年工作，抓好落实。"
    )
    [meeting] = meetingx.extract(page)
    assert (meeting.name, meeting.date) == ("市生态环境局局长办公会议", "2024-04-26")


def test_a_campaign_that_begins_as_a_county_is_called_is_no_place() -> None:
    page = "文成新闻网讯 3月14日，我县召开“清河净塘”推进会，县长邵桐参加会议。会议强调，要确保清淤到底。"
    [meeting] = meetingx.extract(page)
    assert meeting.place is not None and meeting.place.name == "文成县"


def test_a_town_in_a_county_is_where_the_meeting_of_the_city_was_held() -> None:
    page = "10月19日，十堰市烟田冬耕现场会在房县青峰镇召开。市农业农村局局长邵桐提出要求，要做好冬耕工作。"
    [meeting] = meetingx.extract(page)
    assert meeting.place is not None and meeting.place.name == "十堰市"


def test_a_district_that_people_from_the_province_visited_is_told_by_its_site() -> None:
    page = (
        "省残联到宜秀区调研康复站\n"
        "9月24日，省残联副理事长邵桐、省残联康复处处长陈瑶到宜秀区调研全省康复站建设。\n"
        "在随后召开的座谈会上，邵桐强调，省市区镇要上下贯通，把全省康复站建好。"
    )
    [meeting] = meetingx.extract(page, url="http://www.aqyx.gov.cn/html/1.html")
    assert meeting.place is not None and meeting.place.name == "宜秀区"
