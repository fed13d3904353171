"use strict";

const $ = (id) => document.getElementById(id);
const COLOURS = ["#9c2f26", "#3f6d53", "#8a6a1f", "#44597c", "#6d4a7a"];
const ROLES = { 101: "Cán bộ · được hỏi", 102: "Quản trị · hỏi và nạp báo cáo", 103: "Người lạ · chưa được thêm" };
const HINTS = [
  "6 tháng đầu năm 2023 hoàn thành bao nhiêu nhiệm vụ?",
  "thu phi nam 2022 duoc bao nhieu",
  "ai chủ trì hội nghị sơ kết?",
  "how many vehicles crossed in H1 2023?",
];

const state = { bot: null, people: [], groups: [], rooms: [], room: null, messages: new Map(), unread: new Map(),
                last: 0, replyTo: null, editing: null, drawn: null };

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function colour(id) { return COLOURS[Math.abs(id) % COLOURS.length]; }
function person(id) { return state.people.find((one) => one.id === id); }
function speaker() { return state.room.chat < 0 ? Number($("speaker").value) : state.room.chat; }

/* --- formatting: entities become elements, text stays text; nothing is ever parsed as HTML --- */

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
               blockquote: "blockquote", expandable_blockquote: "blockquote", text_link: "a", spoiler: "span" };

function formatted(text, entities) {
  const root = document.createDocumentFragment();
  const marks = (entities || []).filter((e) => TAGS[e.type] || e.type === "bot_command" || e.type === "mention");
  fill(root, text, 0, text.length, marks);
  return root;
}

function fill(parent, text, start, end, marks) {
  let at = start;
  const inside = marks.filter((e) => e.offset >= start && e.offset + e.length <= end);
  while (inside.length) {
    const mark = inside.shift();
    if (mark.offset < at) continue;
    parent.append(text.slice(at, mark.offset));
    const close = mark.offset + mark.length;
    const nested = inside.filter((e) => e.offset + e.length <= close);
    const node = TAGS[mark.type] ? make(TAGS[mark.type]) : commandLink(text.slice(mark.offset, close));
    if (mark.type === "text_link" && /^https?:\/\//.test(mark.url)) { node.href = mark.url; node.rel = "noreferrer"; node.target = "_blank"; }
    if (TAGS[mark.type]) fill(node, text, mark.offset, close, nested);
    parent.append(node);
    at = close;
    if (node.tagName === "BLOCKQUOTE" && text[at] === "\n") at += 1;
  }
  parent.append(text.slice(at, end));
}

function commandLink(text) {
  const link = make("a", "", text);
  link.href = "#";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (text.startsWith("/")) say(text); else { $("text").value += `${text} `; $("text").focus(); }
  });
  return link;
}

/* --- drawing --- */

function drawRooms() {
  const list = $("rooms");
  list.replaceChildren();
  for (const room of state.rooms) {
    const button = make("button");
    const face = make("span", "face", room.name[0]);
    face.style.background = colour(room.chat);
    button.append(face, make("span", "name", room.name), make("span", "role", room.role));
    const unread = state.unread.get(room.chat);
    if (unread) button.append(make("span", "unread", String(unread)));
    button.setAttribute("aria-current", String(room === state.room));
    button.addEventListener("click", () => enter(room));
    list.append(button);
  }
}

function drawHints() {
  const box = $("hints");
  box.replaceChildren(make("b", "", "Thử hỏi"));
  for (const hint of HINTS) {
    const button = make("button", "", hint);
    button.addEventListener("click", () => say(state.room.chat < 0 ? `@${state.bot.username} ${hint}` : hint));
    box.append(button);
  }
}

function enter(room) {
  state.room = room;
  state.unread.delete(room.chat);
  state.replyTo = state.editing = null;
  $("title").replaceChildren(room.name, make("small", "", room.chat < 0
    ? `Nhóm đã duyệt: nhắc tên @${state.bot.username}, trả lời tin của bot, hoặc gõ /hoi`
    : `Trò chuyện riêng với ${state.bot.first_name} (@${state.bot.username}), mã số ${room.chat}`));
  const select = $("speaker");
  select.hidden = room.chat > 0;
  if (!select.options.length) for (const one of state.people) select.append(new Option(one.first_name, one.id));
  state.drawn = null;
  drawRooms(); drawMessages(); drawReply(); closeMenu();
  $("text").focus();
}

function drawMessages() {
  const list = $("messages");
  const near = list.scrollHeight - list.scrollTop - list.clientHeight < 160 || state.drawn !== state.room;
  list.replaceChildren(...[...(state.messages.get(state.room.chat) || new Map()).values()].map(bubble));
  if (near) list.scrollTop = list.scrollHeight;
  state.drawn = state.room;
}

function bubble(message) {
  const mine = message.from.id !== state.bot.id;
  const item = make("li", mine ? "mine" : "");
  const box = make("div", "bubble");
  if (state.room.chat < 0) {
    const from = make("div", "from", message.from.first_name);
    from.style.color = colour(message.from.id);
    box.append(from);
  }
  if (message.reply_to_message) box.append(make("div", "to", brief(message.reply_to_message)));
  if (message.document) box.append(documentLink(message.document));
  if (message.text) box.append(formatted(message.text, message.entities));
  const when = new Date(message.date * 1000);
  const clock = when.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  box.append(make("span", "time", message.edit_date ? `đã sửa ${clock}` : clock));
  item.append(box);
  const rows = (message.reply_markup || {}).inline_keyboard;
  if (rows) item.append(keys(message, rows));
  item.append(actions(message, mine));
  return item;
}

function brief(message) { return (message.text || (message.document || {}).file_name || "").replace(/\s+/g, " ").slice(0, 90); }

function documentLink(sent) {
  const link = make("a", "doc");
  link.href = `page/file/${encodeURIComponent(sent.file_id)}`;
  link.setAttribute("download", sent.file_name);
  link.append(make("span", "", sent.file_name.split(".").pop().slice(0, 4)), make("span", "", sent.file_name));
  return link;
}

function keys(message, rows) {
  const box = make("div", "keys");
  for (const row of rows) {
    const line = make("div");
    for (const key of row) {
      const button = make("button", "", key.text);
      button.addEventListener("click", () => send("press",
        { person: speaker(), chat: state.room.chat, message: message.message_id, data: key.callback_data }));
      line.append(button);
    }
    box.append(line);
  }
  return box;
}

function actions(message, mine) {
  const box = make("div", "act");
  const reply = make("button", "", "Trả lời");
  reply.addEventListener("click", () => { state.replyTo = message; state.editing = null; drawReply(); });
  box.append(reply);
  if (mine && message.text) {
    const edit = make("button", "", "Sửa");
    edit.addEventListener("click", () => { state.editing = message; state.replyTo = null; $("text").value = message.text; drawReply(); });
    box.append(edit);
  }
  return box;
}

function drawReply() {
  const about = state.replyTo || state.editing;
  $("reply").hidden = !about;
  if (about) $("reply").textContent = `${state.editing ? "Sửa" : "Trả lời"}: ${brief(about)}  ✕`;
  $("text").focus();
}

function show(text) {
  $("status").textContent = text;
  clearTimeout(show.timer);
  show.timer = setTimeout(() => { $("status").textContent = ""; }, 5000);
}

/* --- the command menu --- */

function closeMenu() { $("menu").hidden = true; }

function toggleMenu() {
  const menu = $("menu");
  if (!menu.hidden) { closeMenu(); return; }
  const owner = state.room.chat < 0 ? state.groups.find((one) => one.id === state.room.chat) : person(state.room.chat);
  menu.replaceChildren(...owner.menu.map((command) => {
    const item = make("li");
    const button = make("button");
    button.append(make("b", "", `/${command.command}`), command.description);
    button.addEventListener("click", () => { $("text").value = `/${command.command} `; closeMenu(); $("text").focus(); });
    item.append(button);
    return item;
  }));
  menu.hidden = !owner.menu.length;
}

/* --- talking to the sandbox --- */

async function send(what, body) {
  const answer = await fetch(`page/${what}`, { method: "POST", headers: { "X-Sandbox": "1" },
                                               body: body instanceof FormData ? body : JSON.stringify(body) });
  if (!answer.ok) show("Không gửi được.");
}

function say(text) {
  if (!text.trim()) return;
  const body = { person: speaker(), chat: state.room.chat, text };
  if (state.replyTo) body.reply_to = state.replyTo.message_id;
  if (state.editing) body.edit = state.editing.message_id;
  state.replyTo = state.editing = null;
  drawReply();
  send("say", body);
}

function upload(files) {
  for (const file of files) {
    const form = new FormData();
    form.append("person", speaker());
    form.append("chat", state.room.chat);
    form.append("file", file, file.name);
    send("upload", form);
  }
}

function apply(event) {
  const content = event.content;
  if (event.kind === "message" || event.kind === "edit") {
    const chat = content.chat.id;
    if (!state.messages.has(chat)) state.messages.set(chat, new Map());
    state.messages.get(chat).set(content.message_id, content);
    const away = state.last && state.room.chat !== chat;
    if (away && event.kind === "message" && content.from.id === state.bot.id) state.unread.set(chat, (state.unread.get(chat) || 0) + 1);
  } else if (event.kind === "action" && state.room && content.chat === state.room.chat) {
    show("Thư ký đang đọc…");
  } else if (event.kind === "answer" && content.text) {
    show(content.text);
  }
}

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(`page/state?after=${state.last}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const news = await answer.json();
      if (state.run && state.run !== news.run) { location.reload(); return; }
      state.run = news.run;
      Object.assign(state, { bot: news.bot, people: news.people, groups: news.groups });
      if (!state.rooms.length) start();
      news.events.forEach(apply);
      if (news.events.length) {
        state.last = news.events[news.events.length - 1].number;
        if (news.events.some((event) => event.kind === "message" && event.content.from.id === state.bot.id)) $("status").textContent = "";
        drawRooms(); drawMessages();
      } else if (!state.last) {
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    } catch {
      show("Bot đã dừng; đang chờ chạy lại…");
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}

function start() {
  state.rooms = [
    ...state.people.map((one) => ({ chat: one.id, name: one.first_name, role: ROLES[one.id] || "" })),
    ...state.groups.map((one) => ({ chat: one.id, name: one.title, role: "Nhóm · hỏi chung, nghe tin báo cáo mới" })),
  ];
  drawHints();
  const wanted = Number(location.hash.slice(1));
  enter(state.rooms.find((room) => room.chat === wanted) || state.rooms[0]);
}

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  say($("text").value);
  $("text").value = "";
  $("text").style.height = "";
});
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); $("composer").requestSubmit(); }
});
$("text").addEventListener("input", () => { $("text").style.height = ""; $("text").style.height = `${$("text").scrollHeight + 2}px`; });
$("attach").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", () => { upload($("file").files); $("file").value = ""; });
$("commands").addEventListener("click", toggleMenu);
$("reply").addEventListener("click", () => { state.replyTo = null; if (state.editing) $("text").value = ""; state.editing = null; drawReply(); });
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => { event.preventDefault(); if (event.dataTransfer.files.length) upload(event.dataTransfer.files); });

follow();
