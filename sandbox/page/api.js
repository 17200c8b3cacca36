// The people's side of the sandbox over HTTP; whatever it refuses arrives as one Refused with a sentence.

/** The server said no, or could not be reached; the message may be shown to a person. */
export class Refused extends Error {}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused("连不上沙盒服务，请看看它是否还在运行");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(sentence(answer) ?? `服务器没有接受（${response.status}）`);
  return answer;
}

function sentence(answer) {
  return [answer.error, answer.detail].find((words) => typeof words === "string");
}

function postJson(path, body) {
  return call(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

function chatPath(chat, verb) {
  return `/world/chats/${encodeURIComponent(chat)}/${verb}`;
}

/** People, chats, the bot, the time, and the demo's addresses and places. */
export function world() {
  return call("/world");
}

/** Messages of a chat as the viewer sees them; with `wait` it answers when something changed after `version`. */
export function messages(chat, { viewer, after = 0, version, wait = 0, signal }) {
  const query = new URLSearchParams({ viewer, after });
  if (wait > 0 && version !== undefined) {
    query.set("version", version);
    query.set("wait", wait);
  }
  return call(`${chatPath(chat, "messages")}?${query}`, { signal });
}

/** Sends what the fields say (text, caption, photo…, document, voice, place, reply_to) as that person. */
export function send(chat, from, fields) {
  const form = new FormData();
  form.set("from", from);
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      if (item instanceof Blob) form.append(name, item, item.name ?? name);
      else form.append(name, String(item));
    }
  }
  return call(chatPath(chat, "send"), { method: "POST", body: form });
}

/** Presses a button under a message; answers with the bot's toast. */
export function press(chat, from, messageId, label) {
  return postJson(chatPath(chat, "press"), { from, message_id: messageId, button: label });
}

/** Changes the words of one's own message. */
export function edit(chat, from, messageId, words) {
  return postJson(chatPath(chat, "edit"), { from, message_id: messageId, ...words });
}

/** Takes one's own message back. */
export function remove(chat, from, messageId) {
  return postJson(chatPath(chat, "delete"), { from, message_id: messageId });
}

/** Passes a message on to another chat of the same person. */
export function forward(chat, from, messageId, to) {
  return postJson(chatPath(chat, "forward"), { from, message_id: messageId, to });
}

/** Lets people into a group or out of it, by username. */
export function changeMembers(chat, change) {
  return postJson(chatPath(chat, "members"), change);
}

/** Moves the demo's time, or the sandbox's own where no demo runs; answers when what came due has been done. */
export function moveClock(demoUrl, step) {
  return postJson(demoUrl ? `${demoUrl.replace(/\/$/, "")}/demo/clock` : "/world/clock", step);
}

/** The drawn sample pictures. */
export function samples() {
  return call("/samples/index.json");
}

/** A stored file (a sample, a photo to forward) as a File ready to be sent. */
export async function file(url, name) {
  const response = await fetch(url);
  if (!response.ok) throw new Refused("这个文件取不到了");
  const blob = await response.blob();
  return new File([blob], name, { type: blob.type });
}
