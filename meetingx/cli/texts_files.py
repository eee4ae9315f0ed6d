"""The texts on what is read and what is written, in English and in Chinese."""

from __future__ import annotations

FILES: dict[str, tuple[str, str]] = {
    "--line": (
        "Of a file with several pages, take the Nth line, entry, row or record.",
        "文件含多个网页时，取第 N 行（条）。",
    ),
    "--from": (
        "What the input is, where names and contents do not tell: text, html, json, jsonl, csv, tsv, parquet, warc, "
        "zip, tar.",
        "输入的种类，仅在文件名和内容无法判断时需要：text、html、json、jsonl、csv、tsv、parquet、warc、zip、tar。",
    ),
    "--encoding": (
        "The encoding of the pages, where what they say of it is wrong: gb18030, big5, utf-8 …",
        "网页的编码，仅在其声明有误时需要：gb18030、big5、utf-8 等。",
    ),
    "--text-field": (
        "The column or key that has the text of a page. Default: text, content, body, the first there is.",
        "网页正文所在的列或键。默认依次为 text、content、body、正文等。",
    ),
    "--html-field": (
        "The column or key that has the HTML of a page. Default: html, raw_html, page.",
        "网页 HTML 所在的列或键。默认依次为 html、raw_html、page、网页等。",
    ),
    "--url-field": (
        "The column or key that has the address. Default: url, link, source_url.",
        "网址所在的列或键。默认依次为 url、link、source_url、网址等。",
    ),
    "--published-field": (
        "The column or key that has the date of publication. Default: published, pubdate, publish_date.",
        "发布日期所在的列或键。默认依次为 published、pubdate、publish_date、发布时间等。",
    ),
    "--id-field": (
        "The column or key that has an id of your own. Default: id, doc_id.",
        "自有编号所在的列或键。默认依次为 id、doc_id、编号等。",
    ),
    "unknown-encoding": ("there is no encoding named {name}.", "没有名为 {name} 的编码。"),
}
