"use strict";
// All text is set as text, never as markup: what a page says stays what it says.
const WORDS = {
  zh: {title: "会议", search: "搜索会议、人名、任务、原文", kind: "类型", from: "起", to: "止", tasks: "任务", meetings: "会议", withTasks: "有任务",
    date: "日期", place: "地点", venue: "会场", chair: "主持", organizer: "组织", mode: "形式", time: "时间", published: "发布", source: "来源", topics: "主题",
    attendees: "参会", directives: "要求", assignees: "责任单位", deadline: "期限", task: "任务", meeting: "会议", warnings: "提示", page: "原文",
    noPage: "原文不在此文件中。", none: "没有符合条件的会议。", more: "显示更多", undated: "日期不详", name: "名称", headline: "标题"},
  en: {title: "Meetings", search: "Search meetings, people, tasks, pages", kind: "kind", from: "from", to: "to", tasks: "Tasks", meetings: "Meetings", withTasks: "with tasks",
    date: "date", place: "place", venue: "venue", chair: "chair", organizer: "organizer", mode: "mode", time: "time", published: "published", source: "source", topics: "topics",
    attendees: "attendees", directives: "directives", assignees: "assignees", deadline: "deadline", task: "task", meeting: "meeting", warnings: "warnings", page: "page",
    noPage: "The text of the page is not in this file.", none: "No meeting meets the filters.", more: "Show more", undated: "no date", name: "name", headline: "headline"},
};
const lang = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
const W = WORDS[lang];
document.documentElement.lang = lang;
const $ = (id) => document.getElementById(id);
function make(tag, text, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (text !== null && text !== undefined) node.textContent = text;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}
const all = [...document.querySelectorAll("script.meeting")].map((node, at) => {
  const {meeting, page} = JSON.parse(node.textContent);
  node.remove();
  const m = meeting;
  const words = [m.name, m.title, m.date, m.organizer, m.place && m.place.name, ...m.attendees.map((a) => a.text), ...m.directives.map((d) => d.text), ...m.tasks.map((t) => t.text), page];
  const month = m.date && /^\d{4}-\d\d/.test(m.date) ? m.date.slice(0, 7) : null;
  return {at, m, page, month, place: m.place ? m.place.name : null, words: words.filter(Boolean).join("\n").toLowerCase()};
});
const state = {text: "", kind: "", from: "", to: "", withTasks: false, month: null, place: null, view: "meetings", open: null, order: "deadline", shown: 200};
function meets(one, but) {
  const {m} = one;
  return (!state.text || state.text.split(/\s+/).every((word) => one.words.includes(word))) && (!state.kind || m.kind === state.kind)
    && (!state.withTasks || m.tasks.length > 0) && (!state.from || (one.month && m.date.slice(0, 10) >= state.from))
    && (!state.to || (one.month && m.date.slice(0, 10) <= state.to + "~"))
    && (but === "month" || !state.month || one.month === state.month) && (but === "place" || !state.place || one.place === state.place);
}
function counts(key) {
  const found = new Map();
  for (const one of all) if (one[key] && meets(one, key)) found.set(one[key], (found.get(one[key]) || 0) + 1);
  return found;
}
function months(found) {
  const known = [...found.keys()].sort();
  if (!known.length) return [];
  const made = [];
  let [year, month] = known[0].split("-").map(Number);
  while (made.length < 600) {
    const key = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    made.push(key);
    if (key >= known[known.length - 1]) break;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return made;
}
function drawCharts() {
  const byMonth = counts("month"), listed = months(byMonth), most = Math.max(1, ...byMonth.values());
  $("timeline").replaceChildren(...listed.map((key, at) => {
    const count = byMonth.get(key) || 0;
    const bar = make("button", null, {title: `${key}: ${count}`, "aria-label": `${key}: ${count}`, "aria-pressed": state.month === key, "data-month": key});
    bar.style.height = `${count ? Math.max(6, 100 * count / most) : 0}%`;
    if (key.endsWith("-01") || listed.length < 9 || (at === 0 && key.slice(5) < "06")) bar.append(make("small", key));
    bar.onclick = () => { state.month = state.month === key ? null : key; draw(); };
    return bar;
  }));
  const byPlace = [...counts("place")].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "zh"));
  $("places").replaceChildren(...byPlace.slice(0, 200).map(([place, count]) => {
    const chip = make("button", `${place} ${count}`, {"aria-pressed": state.place === place});
    chip.onclick = () => { state.place = state.place === place ? null : place; draw(); };
    return chip;
  }));
}
function drawList(found) {
  $("list").replaceChildren(...found.map((one) => {
    const row = make("button", null, {"aria-current": one.at === state.open, "data-at": one.at}, make("b", one.m.name || one.m.title || one.m.id),
      make("span", [one.m.date || W.undated, one.place, one.m.tasks.length && `${W.tasks} ${one.m.tasks.length}`].filter(Boolean).join(" · ")));
    return make("li", null, {}, row);
  }));
  if (!found.length) $("list").append(make("li", W.none, {class: "note"}));
}
$("list").onclick = (event) => {
  const row = event.target.closest("button");
  if (row) { state.open = Number(row.dataset.at); for (const other of $("list").querySelectorAll("button")) other.setAttribute("aria-current", other === row); drawDetail(); }
};
// Each value has a key; marks on the page carry the keys of the values that were read there.
function values(m) {
  const found = [];
  const add = (f, text, spans, small) => { if (text) found.push({f, text, small, spans: (spans || []).filter(Boolean), key: found.length}); };
  const e = m.evidence, chairPost = m.chair && [m.chair.organization, m.chair.title].filter(Boolean).join("");
  add("name", m.name, e.name); add("title", m.title, e.title); add("date", m.date, e.date, m.date_text);
  add("time", m.time, e.time); add("published", m.published, e.published);
  if (m.place) add("place", [m.place.province, m.place.prefecture, m.place.county].filter(Boolean).join("") || m.place.name, e.place, m.place.adcode);
  if (m.place) add("venue", m.place.venue, e.venue);
  add("mode", m.mode, e.mode); add("organizer", m.organizer, e.organizer);
  if (m.chair) add("chair", m.chair.name, [m.chair.span], chairPost);
  for (const a of m.attendees) add("attendees", a.name || a.text, [a.span], a.name ? [a.organization, a.title].filter(Boolean).join("") : a.roles.join(" "));
  for (const d of m.directives) add("directives", d.text, [d.span], `${d.speaker} ${d.verb}`);
  for (const t of m.tasks) add("tasks", t.text, [t.span], [t.assignees.join("、"), t.deadline && (t.deadline.date || t.deadline.text), ...t.targets.map((g) => g.text)].filter(Boolean).join(" · "));
  return found;
}
function light(selector, into) {
  for (const node of document.querySelectorAll(".lit")) node.classList.remove("lit");
  const nodes = [...document.querySelectorAll(selector)];
  for (const node of nodes) node.classList.add("lit");
  const target = nodes.find((node) => node.closest(into)) || nodes[0];
  if (target) target.scrollIntoView({block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"});
}
function selector(keys) {
  return keys.map((key) => `[data-value="${key}"], #page mark[data-keys*=" ${key} "]`).join(", ");
}
function marked(page, found) {
  const chars = Array.from(page); // spans count characters, JavaScript counts UTF-16 units
  const spans = found.flatMap((v) => v.spans.map((s) => ({start: s.start, end: s.end, f: v.f, key: v.key})));
  const edges = [...new Set([0, chars.length, ...spans.flatMap((s) => [s.start, s.end])])].filter((at) => at <= chars.length).sort((a, b) => a - b);
  const order = ["directives", "tasks"];
  return edges.slice(0, -1).map((start, i) => {
    const text = chars.slice(start, edges[i + 1]).join("");
    const on = spans.filter((s) => s.start <= start && start < s.end).sort((a, b) => order.indexOf(b.f) - order.indexOf(a.f) || (b.end - b.start) - (a.end - a.start));
    if (!on.length) return document.createTextNode(text);
    const inner = on[on.length - 1];
    const mine = on.filter((s) => !order.includes(s.f)).pop() || on.filter((s) => s.f === "tasks").pop() || inner;
    const mark = make("mark", text, {"data-f": mine.f, "data-keys": ` ${on.map((s) => s.key).join(" ")} `, "data-key": mine.key, title: W[mine.f === "title" ? "headline" : mine.f] || mine.f});
    const lead = on.filter((s) => !order.includes(s.f)).map((s) => s.key);
    mark.onclick = () => light(selector(lead.length ? lead : [mine.key]), "#facts");
    return mark;
  });
}
function valueButton(v) {
  const node = make("button", v.text, {class: "value", "data-f": v.f, "data-value": v.key});
  if (v.small) node.append(" ", make("small", v.small));
  node.onclick = () => light(selector([v.key]), "#page");
  return node;
}
function drawDetail() {
  const one = all[state.open];
  if (!one) { $("detail").replaceChildren(); return; }
  const {m} = one, found = values(m), facts = make("div", null, {id: "facts"}), dl = make("dl");
  for (const v of found.filter((v) => !["attendees", "directives", "tasks"].includes(v.f))) {
    dl.append(make("dt", W[v.f === "title" ? "headline" : v.f]), make("dd", null, {}, valueButton(v)));
  }
  if (m.topics.length) dl.append(make("dt", W.topics), make("dd", m.topics.join("、")));
  const url = m.source.url, where = url && /^https?:\/\//i.test(url) ? make("a", url, {href: url, rel: "noopener noreferrer", target: "_blank"}) : document.createTextNode(url || m.source.path || m.source.id || "");
  dl.append(make("dt", W.source), make("dd", null, {}, where));
  facts.append(dl);
  for (const f of ["tasks", "attendees", "directives"]) {
    const those = found.filter((v) => v.f === f);
    if (those.length) facts.append(make("h3", `${W[f]} ${those.length}`), ...those.map(valueButton));
  }
  if (m.warnings.length) facts.append(make("h3", W.warnings), ...m.warnings.map((w) => make("div", `${w.code}: ${w.message}`, {class: "note"})));
  const page = make("div", null, {id: "page"});
  page.append(...(one.page === null ? [make("span", W.noPage, {class: "note"})] : marked(one.page, found)));
  $("detail").replaceChildren(make("h2", m.name || m.title || m.id), facts, page);
  $("detail").scrollTop = 0;
}
function drawTasks(found) {
  const rows = found.flatMap((one) => one.m.tasks.map((t, i) => ({one, t, i, deadline: (t.deadline && (t.deadline.date || t.deadline.text)) || "", assignees: t.assignees.join("、"), place: one.place || ""})));
  rows.sort((a, b) => (a[state.order] ? 0 : 1) - (b[state.order] ? 0 : 1) || a[state.order].localeCompare(b[state.order], "zh"));
  const head = make("tr", null, {}, ...["deadline", "assignees", "place"].map((key) => {
    const sort = make("button", `${W[key]}${state.order === key ? " ↓" : ""}`);
    sort.onclick = () => { state.order = key; draw(); };
    return make("th", null, {}, sort);
  }), make("th", W.task), make("th", W.meeting));
  const body = rows.slice(0, state.shown).map(({one, t, deadline, assignees, place}) => {
    const open = make("button", `${one.m.name || one.m.id} ${one.m.date || ""}`);
    open.onclick = () => { state.open = one.at; state.view = "meetings"; draw(); light(`[data-f="tasks"][data-value="${values(one.m).find((v) => v.f === "tasks" && v.spans[0] === t.span).key}"]`, "#facts"); };
    return make("tr", null, {}, make("td", deadline), make("td", assignees), make("td", place), make("td", t.text), make("td", null, {}, open));
  });
  const more = make("button", `${W.more} (${rows.length - state.shown})`);
  more.onclick = () => { state.shown += 1000; draw(); };
  $("tasks").replaceChildren(make("table", null, {}, make("thead", null, {}, head), make("tbody", null, {}, ...body)), ...(rows.length > state.shown ? [more] : []));
}
function draw() {
  const found = all.filter((one) => meets(one));
  found.sort((a, b) => (b.month ? b.m.date : "").localeCompare(a.month ? a.m.date : "") || a.at - b.at);
  if (!found.some((one) => one.at === state.open)) state.open = found.length ? found[0].at : null;
  const tasks = state.view === "tasks";
  $("list").hidden = $("detail").hidden = tasks; $("tasks").hidden = !tasks;
  $("show-meetings").setAttribute("aria-pressed", !tasks); $("show-tasks").setAttribute("aria-pressed", tasks);
  $("with-tasks").setAttribute("aria-pressed", state.withTasks);
  $("show-meetings").textContent = `${W.meetings} ${found.length}`;
  $("show-tasks").textContent = `${W.tasks} ${found.reduce((sum, one) => sum + one.m.tasks.length, 0)}`;
  drawCharts();
  if (tasks) drawTasks(found); else { drawList(found); drawDetail(); }
}
document.title = $("title").textContent = W.title;
$("search").placeholder = W.search; $("search").setAttribute("aria-label", W.search);
$("with-tasks").textContent = W.withTasks;
$("kind").append(make("option", W.kind, {value: ""}), ...[...new Set(all.map((one) => one.m.kind).filter(Boolean))].sort((a, b) => a.localeCompare(b, "zh")).map((kind) => make("option", kind)));
for (const id of ["from", "to"]) { $(id).title = W[id]; $(id).setAttribute("aria-label", W[id]); $(id).onchange = () => { state[id] = $(id).value; draw(); }; }
$("kind").setAttribute("aria-label", W.kind);
$("kind").onchange = () => { state.kind = $("kind").value; draw(); };
$("with-tasks").onclick = () => { state.withTasks = !state.withTasks; draw(); };
$("show-meetings").onclick = () => { state.view = "meetings"; draw(); };
$("show-tasks").onclick = () => { state.view = "tasks"; draw(); };
let waiting = 0;
$("search").oninput = () => { clearTimeout(waiting); waiting = setTimeout(() => { state.text = $("search").value.trim().toLowerCase(); draw(); }, 150); };
draw();
