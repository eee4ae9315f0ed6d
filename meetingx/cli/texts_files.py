"""The texts on what is read and what is written, in English and in Chinese."""

from __future__ import annotations

FILES: dict[str, tuple[str, str]] = {
    "--line": (
        "Of a file with several pages, take the Nth line, entry, row or record.",
        "文件含多个网页时，取第 N 行（条）。",
    ),
    "--from": (
        "What the input is, where names and contents do not tell: text, html, json, jsonl, csv, tsv, parquet, warc, "
        "pdf, docx, zip, tar.",
        "输入的种类，仅在文件名和内容无法判断时需要：text、html、json、jsonl、csv、tsv、parquet、warc、pdf、docx、zip、tar。",
    ),
    "--encoding": (
        "The encoding of the pages, where what they say of it is wrong: gb18030, big5, utf-8 …",
        "网页的编码，仅在其声明有误时需要：gb18030、big5、utf-8 等。",
    ),
    "--text-field": (
        "The column or key that has the text of a page. Default: the first there is of text, content, body, article, "
        "or a Chinese name for it.",
        "网页正文所在的列或键。默认为以下第一个存在的：text、content、body、article、正文、内容。",
    ),
    "--html-field": (
        "The column or key that has the HTML of a page. Default: the first there is of html, raw_html, page, or a "
        "Chinese name for it.",
        "网页 HTML 所在的列或键。默认为以下第一个存在的：html、raw_html、page、网页、源码。",
    ),
    "--title-field": (
        "The column or key that has the headline: it is put above a text that does not begin with it, and taken for "
        "HTML that tells none. Default: the first there is of title, headline, or a Chinese name for it.",
        "标题所在的列或键：正文不以标题开头时，标题会加在正文之前；HTML 中没有标题时也用它。"
        "默认为以下第一个存在的：title、headline、标题。",
    ),
    "--url-field": (
        "The column or key that has the address. Default: the first there is of url, link, source_url, target_uri, or "
        "a Chinese name for it.",
        "网址所在的列或键。默认为以下第一个存在的：url、link、source_url、target_uri、网址、链接。",
    ),
    "--published-field": (
        "The column or key that has the date of publication. Default: the first there is of published, pubdate, "
        "pub_date, pub_time, published_at, publish_date, publish_time, date, or a Chinese name for it.",
        "发布日期所在的列或键。默认为以下第一个存在的：published、pubdate、pub_date、pub_time、published_at、"
        "publish_date、publish_time、date、发布时间、发布日期、日期。",
    ),
    "--id-field": (
        "The column or key that has an id of your own. Default: the first there is of id, doc_id, docid, _id, or a "
        "Chinese name for it.",
        "自有编号所在的列或键。默认为以下第一个存在的：id、doc_id、docid、_id、编号。",
    ),
    "unknown-encoding": ("there is no encoding named {name}.", "没有名为 {name} 的编码。"),
    "--format": (
        "jsonl, json, csv, tsv, xlsx, sqlite, duckdb, parquet, ics, html, ocd, schemaorg, popolo, webannotation or "
        "labelstudio. Without it, what the suffix of -o says.",
        "jsonl、json、csv、tsv、xlsx、sqlite、duckdb、parquet、ics、html、ocd、schemaorg、popolo、webannotation 或 "
        "labelstudio。省略时由 -o 的扩展名决定。",
    ),
    "--output": (
        "Write to FILE instead of stdout (-); it is there when all is written, and not before. A text format is packed "
        "where its name ends with .gz, .bz2, .xz or .zst.",
        "写入 FILE，而不是标准输出（-）；全部写完后文件才会出现。"
        "文本格式的文件名以 .gz、.bz2、.xz、.zst 结尾时会压缩。",
    ),
    "--table": (
        "Of csv, tsv, xlsx and parquet, the table: meetings, attendees, directives or tasks. Without it, meetings; for "
        "xlsx, all four.",
        "csv、tsv、xlsx 和 parquet 输出的表：meetings、attendees、directives 或 tasks。"
        "省略时为 meetings，xlsx 为全部四个表。",
    ),
    "--fields": (
        "These fields alone: date,place.name,tasks.text. For json, jsonl, csv, tsv and xlsx. With --table, these "
        "columns of the table: text,assignees,deadline.",
        "只输出这些字段：date,place.name,tasks.text。用于 json、jsonl、csv、tsv 和 xlsx。"
        "与 --table 同用时，只输出该表的这些列：text,assignees,deadline。",
    ),
    "--where": (
        "Only meetings that meet it: date>=2021-07, place.adcode^=1311, source.url~gov, tasks, !chair; several must "
        "all be met. With --table tasks, what is asked of tasks (!tasks.deadline) is asked of each row.",
        "只输出符合条件的会议：date>=2021-07、place.adcode^=1311、kind=调度会、chair.name~李、tasks、!chair；"
        "多个条件须同时符合。与 --table tasks 同用时，对 tasks 的条件（!tasks.deadline）按行判断。",
    ),
    "--limit": ("Leave off after N meetings.", "输出 N 次会议后停止。"),
    "extract.--sample": (
        "Read only N of the pages, drawn at random, the same ones in every run.",
        "只读取随机抽取的 N 个网页，每次运行抽取的相同。",
    ),
    "convert.--sample": (
        "Only N of the meetings, drawn at random, the same ones in every run.",
        "只输出随机抽取的 N 次会议，每次运行抽取的相同。",
    ),
    "--quiet": (
        "No progress and no line at the end; what could not be read is told all the same.",
        "不显示进度和结尾统计；无法读取的仍会说明。",
    ),
    "--verbose": ("Tell of each page, and always of the sum.", "逐页说明，并总是显示统计。"),
    "extract.--errors": (
        "Write all that was not read to FILE, a line of JSON each: id, stage, message, name, path, url.",
        "把所有未能读取的写入 FILE，每行一条 JSON：id、stage、message、name、path、url。",
    ),
    "extract.--strict": ("Stop at the first page that cannot be read.", "遇到第一个无法读取的网页即停止。"),
    "extract.--timeout": (
        "Give a page up after so many seconds. Default: 60.",
        "每个网页最多读取多少秒。默认为 60。",
    ),
    "extract.--resume": (
        "Go on where a run of the same command was interrupted.",
        "从同一命令上次中断的地方继续。",
    ),
    "extract.--append": (
        "Add to a jsonl or sqlite file, or to the meetings of csv or tsv, what is not in it: pages with the same "
        "content, id and address are left out.",
        "向已有的 jsonl、sqlite 文件，或 csv、tsv 的 meetings 表添加新内容：内容、编号和网址都相同的网页会跳过。",
    ),
    "convert.short": ("Write records in another format.", "把已有的记录转换成其他格式。"),
    "convert.help": (
        "Writes records that were extracted before in another format: that of --format, or of the suffix of -o. "
        "RECORDS are files of JSON Lines or JSON as extract writes them, packed or not, or - for standard input.\n\n"
        "  meetingx convert meetings.jsonl -o meetings.xlsx\n"
        "  meetingx convert meetings.jsonl --format csv --table tasks",
        "把以前提取的记录转换成其他格式，由 --format 或 -o 的扩展名决定。RECORDS 是 extract 输出的 JSON Lines 或 JSON "
        "文件，可以是压缩的，也可以用 - 表示标准输入。\n\n"
        "  meetingx convert meetings.jsonl -o meetings.xlsx\n"
        "  meetingx convert meetings.jsonl --format csv --table tasks",
    ),
    "schema.short": (
        "Print the JSON Schema of a record, or the schema of the tables.",
        "输出记录的 JSON Schema，或表格的结构。",
    ),
    "schema.help": (
        "Prints the JSON Schema of a record, or the schema of the four tables.\n\n"
        "  meetingx schema > meeting.schema.json\n"
        "  meetingx schema --sql",
        "输出记录的 JSON Schema，或四个表的结构。\n\n  meetingx schema > meeting.schema.json\n  meetingx schema --sql",
    ),
    "schema.--sql": ("The tables of the sqlite output, in SQL.", "sqlite 输出的表结构（SQL）。"),
    "schema.--arrow": (
        "The tables of the parquet output, as Arrow has them.",
        "parquet 输出的表结构（Arrow）。",
    ),
    "needs-file": ("{format} needs a file: give one with -o.", "{format} 需要写入文件：请用 -o 指定。"),
    "read-only": (
        "{path} is read-only: give another file, or let it be written (chmod u+w).",
        "{path} 是只读文件：请另外指定文件，或改为可写（chmod u+w）。",
    ),
    "no-packing": (
        "{path}: {format} is not written packed: leave {suffix} off its name.",
        "{path}：{format} 不能压缩写入：请去掉文件名中的 {suffix}。",
    ),
    "needs-output": (
        "--resume and --append need an output file: give it with -o.",
        "--resume 和 --append 需要输出文件：请用 -o 指定。",
    ),
    "no-fields": (
        "--fields goes with json, jsonl, csv, tsv and xlsx, and with --table also with parquet: not with {format}.",
        "--fields 可用于 json、jsonl、csv、tsv 和 xlsx，与 --table 同用时也可用于 parquet，不能用于 {format}。",
    ),
    "columns-need-table": (
        "{format} has the columns of a table: give --table, too, as in --table tasks --fields text,assignees.",
        "{format} 只有表的列：请同时给出 --table，例如 --table tasks --fields text,assignees。",
    ),
    "no-table": (
        "--table goes with csv, tsv, xlsx and parquet, not with {format}.",
        "--table 可用于 csv、tsv、xlsx 和 parquet，不能用于 {format}。",
    ),
    "no-append": (
        "--append adds whole records to jsonl and sqlite, and meetings to csv and tsv: no other table, no chosen "
        "fields, no {format}. Add to jsonl and convert it.",
        "--append 只能向 jsonl、sqlite 添加完整记录，或向 csv、tsv 的 meetings 表添加会议，"
        "不能用于其他表、选定的字段或 {format}：请添加到 jsonl 后再转换。",
    ),
    "go-on": (
        "what was read is kept beside {path}: the same command with --resume goes on from there",
        "已读取的内容保存在 {path} 旁：用同一命令加 --resume 可以继续",
    ),
    "kept": (
        "{count} pages of this run, which was ended, are kept beside {path}: go on with --resume, or remove {done} to "
        "begin anew.",
        "{path} 旁保存着本次运行中断前读取的 {count} 页：加 --resume 可以继续；要重新开始，请删除 {done}。",
    ),
    "nothing-to-go-on": (
        "there is nothing to go on with: {path} is whole. Leave out --resume to write it anew.",
        "没有可以继续的运行：{path} 已经完整。要重新写入，请去掉 --resume。",
    ),
    "strict": ("--strict: the run ends here", "--strict：运行到此结束"),
    "told.meeting": ("{name}: {count} meeting", "{name}：{count} 次会议"),
    "told.meetings": ("{name}: {count} meetings", "{name}：{count} 次会议"),
    "told.alike": (
        "{name}: {count} more were not read for the same reason",
        "{name}：另有 {count} 条因同样的原因未能读取",
    ),
    "line.read": ("{count} read", "已读取 {count}"),
    "line.meeting": ("{count} meeting", "会议 {count}"),
    "line.meetings": ("{count} meetings", "会议 {count}"),
    "line.without": ("{count} without a meeting ({names})", "没有报道会议 {count}（{names}）"),
    "line.skipped": ("{count} already there", "已有 {count}"),
    "line.failed": ("{count} not read", "未能读取 {count}"),
    "line.passed-over": (
        "{count} passed over (no pages by their names or types)",
        "跳过 {count}（从名称或类型看不是网页）",
    ),
    "demo.short": ("Show the tool on a report that is built in.", "用内置的报道演示。"),
    "demo.help": (
        "Shows the record of a report that is built in, and the report with each value marked where it was read.\n\n"
        "  meetingx demo\n"
        "  meetingx demo --text | meetingx extract -",
        "显示一篇内置报道的记录，并在原文中标出每个值的出处。\n\n"
        "  meetingx demo\n"
        "  meetingx demo --text | meetingx extract -",
    ),
    "demo.--text": ("Print the report alone, to try other commands on.", "只输出报道原文，可用来试其他命令。"),
    "demo.next": (
        "next: meetingx demo --text | meetingx extract -",
        "接下来可以试：meetingx demo --text | meetingx extract -",
    ),
    "doctor.short": ("Tell whether all is well, and what is missing.", "检查安装是否完好，缺少什么。"),
    "doctor.help": (
        "Tells the versions of the tool and its libraries, which extras are there and what installs the others, "
        "whether the word lists are whole, and whether a report is read as it should be. ok: well; --: not there, "
        "needed for some formats only; !!: wrong.",
        "显示本工具和所用库的版本、已安装和可安装的扩展、词表是否完好，并试读一篇报道。ok：正常；--：未安装，仅部分格式需要；"
        "!!：有问题。",
    ),
    "doctor.missing": ("is missing: {command}", "缺少：{command}"),
    "doctor.old-sqlite": (
        "is older than 3.9: the sqlite output, with its full-text search, needs that",
        "版本低于 3.9：sqlite 输出的全文检索需要 3.9 以上",
    ),
    "doctor.lines": ("{count} lines", "{count} 行"),
    "doctor.reads": ("the built-in report is read as it should be", "内置报道读取正确"),
    "doctor.misreads": (
        "the built-in report gives {said}: install meetingx anew",
        "内置报道读取结果为 {said}：请重新安装",
    ),
    "completion.short": ("Print what makes a shell complete the command.", "输出命令补全脚本。"),
    "completion.help": (
        "Prints what makes a shell complete commands, options and files.\n\n"
        "  meetingx completion bash >> ~/.bashrc\n"
        "  meetingx completion zsh >> ~/.zshrc\n"
        "  meetingx completion fish > ~/.config/fish/completions/meetingx.fish",
        "输出让 shell 补全命令、选项和文件名的脚本。\n\n"
        "  meetingx completion bash >> ~/.bashrc\n"
        "  meetingx completion zsh >> ~/.zshrc\n"
        "  meetingx completion fish > ~/.config/fish/completions/meetingx.fish",
    ),
}
