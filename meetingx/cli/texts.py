"""All texts of the command line, in English and in Chinese. A line that begins with a blank is printed as it stands."""

from __future__ import annotations

from meetingx.cli.texts_files import FILES

TEXTS: dict[str, tuple[str, str]] = {
    **FILES,
    "usage": ("Usage: ", "用法："),
    "options": ("Options", "选项"),
    "commands": ("Commands", "命令"),
    "--help": ("Show this help and leave.", "显示本帮助并退出。"),
    "--version": ("Show the version and leave.", "显示版本并退出。"),
    "meetingx.help": (
        "Reads reports of Chinese local-government meetings and gives one JSON record for each meeting: date, place, "
        "chair, attendees, directives and tasks, each with the passage of the page it was read in.\n\n"
        "Begin with:\n\n"
        "  meetingx extract report.txt    the record, as JSON\n"
        "  meetingx show report.txt       the record and the page, for the eye",
        "读取地方政府会议报道，每次会议输出一条 JSON 记录：日期、地点、主持人、参会人员、会议要求和任务，"
        "每个值都标明它在网页中的出处。\n\n"
        "先试试：\n\n"
        "  meetingx extract 报道.txt    输出 JSON 记录\n"
        "  meetingx show 报道.txt       在终端里查看记录和原文",
    ),
    "extract.short": ("Read pages, write one JSON record per meeting.", "读取网页，每次会议输出一条 JSON 记录。"),
    "extract.help": (
        "Reads pages and writes one record for each meeting that they report: in the format of --format or the suffix "
        "of -o, else indented JSON on a terminal and JSON Lines in a pipe.\n\n"
        "A path is a file, a directory (read with all that is below it, in sorted order), a glob, or - for standard "
        "input: text, HTML, JSON Lines, JSON, CSV, Parquet, WARC, packed (.gz .bz2 .xz .zst) or not, and archives "
        "(.zip .tar) of them. Rows and objects have text or html and, where known, title, id, url and published.\n\n"
        "A page that reports no meeting gives no record. What cannot be read is told on stderr and the others go on; "
        "the exit code is 0 if all was read, 1 if some was not, 2 for wrong usage.\n\n"
        "  meetingx extract seeds/\n"
        "  meetingx extract pages.jsonl -j 2 -o meetings.xlsx\n"
        "  meetingx extract seeds/ | jq -r '.chair.name'",
        "读取网页，每次会议输出一条记录：格式由 --format 或 -o 的扩展名决定，"
        "否则在终端输出缩进的 JSON，在管道中输出 JSON Lines。\n\n"
        "路径可以是文件、目录（按名称顺序读取其下全部文件）、通配符，或用 - 表示标准输入。可读取文本、HTML、JSON "
        "Lines、JSON、CSV、Parquet、WARC，它们的压缩文件（.gz .bz2 .xz .zst）和归档（.zip .tar）。"
        "表格的行和 JSON 对象要有 text 或 html，已知时可加 title、id、url、published。\n\n"
        "没有报道会议的网页不输出记录。无法读取的会在标准错误中说明，其余照常读取。"
        "退出码：0 全部读取，1 部分未能读取，2 用法错误。\n\n"
        "  meetingx extract seeds/\n"
        "  meetingx extract pages.jsonl -j 2 -o meetings.xlsx\n"
        "  meetingx extract seeds/ | jq -r '.chair.name'",
    ),
    "extract.--workers": (
        "Read with up to N processes, and no more than processors; the output is the same for any N. Default: as many "
        "as processors, one for a few pages or standard input.",
        "最多用 N 个进程读取，不超过处理器数；N 不影响输出。默认与处理器数相同，网页少或读标准输入时为 1。",
    ),
    "extract.--profile": (
        "Tell on stderr how long each step of reading took.",
        "在标准错误中说明各步骤的用时。",
    ),
    "profile.head": ("where the time went (pages: {pages}):", "各步骤用时（{pages} 个网页）："),
    "profile.run": ("the run took {seconds} s", "全程 {seconds} 秒"),
    "show.short": ("Show the record and the page, for the eye.", "在终端查看记录和原文。"),
    "show.help": (
        "Shows the record of a page as panels and tables, and the page itself with each value highlighted where it was "
        "read. Without colour, values stand in brackets with the name of their field.\n\n"
        "  meetingx show report.txt",
        "以表格显示网页的记录，并在原文中标出每个值的出处。没有颜色时，用括号和字段名标出。\n\n"
        "  meetingx show 报道.txt",
    ),
    "clean.short": ("Print a page without its noise.", "输出去除噪声后的网页正文。"),
    "clean.help": (
        "Prints the report of a page: simplified characters, without pinyin, doubled marks, repeats, navigation and "
        "disclaimers.\n\n"
        "  meetingx clean report.txt\n"
        "  meetingx clean report.txt --dropped",
        "输出网页中的报道正文：转为简体，去除拼音、重复标点、重复段落、导航和免责声明。\n\n"
        "  meetingx clean 报道.txt\n"
        "  meetingx clean 报道.txt --dropped",
    ),
    "clean.--raw": (
        "The text of the page as it was read, before cleaning: the base of all spans.",
        "清理之前的网页文本，记录中所有位置都以它为准。",
    ),
    "clean.--dropped": (
        "What was left out and why, and every repair, with its place in the page.",
        "列出被去除的内容及原因，以及每处修复和它的位置。",
    ),
    "explain.short": ("Tell which rule read which words.", "说明每个值由哪条规则读出。"),
    "explain.help": (
        "Tells for each value of a record which rule took which words of the page, what was inferred, and which "
        "sentences of the report gave no value.\n\n"
        "  meetingx explain report.txt --field chair",
        "说明记录中的每个值由哪条规则从哪些文字读出、哪些是推断的，以及报道中哪些句子没有读出任何值。\n\n"
        "  meetingx explain 报道.txt --field chair",
    ),
    "explain.--field": (
        "Only this field: name, organizer, mode, date, place, chair, attendees, directives or tasks.",
        "只说明这个字段：name、organizer、mode、date、place、chair、attendees、directives 或 tasks。",
    ),
    "rules.short": ("List the rules with their examples.", "列出规则和例句。"),
    "rules.help": (
        "Lists the rules with their examples: in each example marked +, the rule reads the passage between 〔 and 〕 "
        "as the value behind the arrow; in each marked -, it reads nothing. FIELD is a field of the record (chair), a "
        "family of rules (opening), or one rule (chair/presides). For date and place, the order of evidence "
        "follows.\n\n"
        "  meetingx rules chair",
        "列出规则和例句：+ 的例句中，规则把〔〕之间的文字读成箭头后的值；- 的例句中，规则什么也不读。"
        "FIELD 可以是记录的字段（chair）、规则类别（opening）或一条规则（chair/presides）。"
        "date 和 place 之后还列出证据的先后次序。\n\n"
        "  meetingx rules chair",
    ),
    "rules.--patterns": ("Print the pattern of each rule, too.", "同时输出每条规则的表达式。"),
    "place.short": ("Look up names of places and their codes.", "查询地名及其行政区划代码。"),
    "place.help": (
        "Looks up names of divisions, towns and streets: the code then (--on) and now, what encloses each, the years "
        "in force, and what became of it. A name may be full or short, have those of what encloses it before it, or be "
        "a code; - reads names from standard input, one to a line.\n\n"
        "It writes one JSON object to a name in a pipe, a table on a terminal. The exit code is 1 where a name is "
        "unknown.\n\n"
        "  meetingx place 110103 --on 2009\n"
        "  meetingx place - < names.txt",
        "查询行政区划、乡镇和街道：当时（--on）和现在的代码、上级区划、起止年份，以及撤并后的归属。"
        "名称可以用全称或简称，前面可以带上级区划，也可以用代码；- 表示从标准输入读取名称，每行一个。\n\n"
        "在管道中每个名称输出一个 JSON 对象，在终端输出表格。有查不到的名称时，退出码为 1。\n\n"
        "  meetingx place 崇文区 --on 2009\n"
        "  meetingx place 朝阳区 城关镇 410823",
    ),
    "place.--on": (
        "Also the code in force on this day: 2009, 2009-05 or 2009-05-31. The lists tell years: in the year of a "
        "change, old and new are both in force.",
        "同时给出当日有效的代码：2009、2009-05 或 2009-05-31。区划表精确到年，变更当年新旧代码都算有效。",
    ),
    "place.no-date": (
        "{value} is no date: write 2009, 2009-05 or 2009-05-31.",
        "{value} 不是日期：请写成 2009、2009-05 或 2009-05-31。",
    ),
    "place.too-early": ("{value} is before the lists begin, in {first}.", "{value} 早于区划表的起始年份 {first} 年。"),
    "place.unknown": (
        "{name}: no division, town or street has this name: check its characters",
        "{name}：没有叫这个名称的区划、乡镇或街道：请检查用字",
    ),
    "level.province": ("province", "省级"),
    "level.prefecture": ("prefecture", "地级"),
    "level.county": ("county", "县级"),
    "level.township": ("township", "乡级"),
    "label.level": ("level", "级别"),
    "label.then": ("code then", "当时代码"),
    "label.now": ("code now", "现在代码"),
    "label.years": ("in force", "起止年份"),
    "label.became": ("became", "撤并后"),
    "eval.short": ("Hold records against gold records.", "用标准记录检验输出的记录。"),
    "eval.help": (
        "Holds records against gold records: precision, recall and F1 by field, then what is wrong: + said but not so, "
        "- so but not said, ≠ said otherwise. GOLD is a directory of *.json files or a file of JSON Lines, PRED what "
        "extract wrote; they are joined by id, or by the name of the file.\n\n"
        "  meetingx extract pages/ -o pred.jsonl\n"
        "  meetingx eval gold/ pred.jsonl --texts pages/",
        "用标准记录检验输出的记录：先列出各字段的精确率、召回率和 F1，再列出错误：+ 多出的，- 遗漏的，≠ 不一致的。"
        "GOLD 是 *.json 文件的目录或 JSON Lines 文件，PRED 是 extract 的输出；两者按 id 或文件名对应。\n\n"
        "  meetingx extract pages/ -o pred.jsonl\n"
        "  meetingx eval gold/ pred.jsonl --texts pages/",
    ),
    "eval.--texts": (
        "Where the pages are, as ID.txt; may be given several times. Without it, where the records say.",
        "网页所在目录，文件名为 ID.txt，可多次给出。省略时按记录中的路径查找。",
    ),
    "eval.--figures": ("The figures alone, not what is wrong.", "只列出数字，不列出错误。"),
    "eval.mean": (
        "all fields: micro {micro}, macro {macro}; mean of date, place, chair, people, directives, tasks: {core}",
        "全部字段：微平均 {micro}，宏平均 {macro}；日期、地点、主持人、人员、会议要求、任务的平均：{core}",
    ),
    "no-text": (
        "not counted, the text of the page is missing: {names}: give its directory with --texts",
        "未计入，缺少网页文本：{names}：请用 --texts 给出目录",
    ),
    "nothing-given": (
        "Nothing to read: give a file, a directory, or - for standard input.",
        "没有可读的内容：请给出文件、目录，或用 - 表示标准输入。",
    ),
    "no-records": (
        "No records to read: give files of them, or - for standard input.",
        "没有可读的记录：请给出记录文件，或用 - 表示标准输入。",
    ),
    "output-is-input": (
        "{path} is both read and written: give another file to write.",
        "{path} 既是输入又是输出：请另外指定输出文件。",
    ),
    "written-twice": (
        "{path} would be written twice: give -o and --errors files of their own.",
        "{path} 会被写两次：请为 -o 和 --errors 指定不同的文件。",
    ),
    "nothing-read": (
        "nothing was read: {path} is not written",
        "没有读取到任何内容：没有写入 {path}",
    ),
    "no-pages": (
        "records whose pages were not found: {count}; convert them where extract ran, "
        "with the options that it had for its input (--text-field …)",
        "没有找到网页的记录：{count} 条；请在运行 extract 的目录下转换，并给出当时的输入选项（--text-field 等）",
    ),
    "cannot-write": ("{path} cannot be written: {why}.", "无法写入 {path}：{why}。"),
    "several": (
        "{name} holds several pages: choose one with --line N.",
        "{name} 含有多个网页：请用 --line N 选择其中一个。",
    ),
    "no-line": ("{name} has no line {line}.", "{name} 没有第 {line} 行。"),
    "unknown-field": ("No rules for {field}. Known: {known}.", "没有 {field} 的规则。可用：{known}。"),
    "no-meeting": ("{name}: reports no meeting", "{name}：没有报道会议"),
    "dropped.furniture": ("left out", "去除的段落"),
    "dropped.edits": ("repaired", "修复"),
    "explain.inferred": ("Inferred, or not told", "推断的或没有说明的"),
    "explain.unread": ("Sentences that gave no value", "没有读出任何值的句子"),
    "label.page": ("Page", "原文"),
    "label.id": ("id", "编号"),
    "label.name": ("name", "会议名称"),
    "label.title": ("headline", "标题"),
    "label.kind": ("kind", "会议类型"),
    "label.topics": ("topics", "主题"),
    "label.date": ("date", "日期"),
    "label.published": ("published", "发布日期"),
    "label.place": ("place", "地点"),
    "label.mode": ("mode", "形式"),
    "label.organizer": ("organizer", "组织单位"),
    "label.chair": ("chair", "主持人"),
    "label.source": ("source", "来源"),
    "label.attendees": ("attendees", "参会人员"),
    "label.post": ("post", "职务"),
    "label.roles": ("roles", "角色"),
    "label.directives": ("directives", "会议要求"),
    "label.speaker": ("speaker", "讲话人"),
    "label.verb": ("verb", "动词"),
    "label.text": ("text", "内容"),
    "label.tasks": ("tasks", "任务"),
    "label.assignees": ("assignees", "责任单位"),
    "label.task": ("task", "任务"),
    "label.deadline": ("deadline", "期限"),
    "label.targets": ("targets", "指标"),
    "label.warnings": ("warnings", "提示"),
    "label.code": ("code", "代码"),
    "label.message": ("message", "说明"),
}
