// Keeps one chat up to date for one viewer by long polling, and rests while the page is not looked at.
import * as api from "./api.js";
import { pause } from "./dom.js";

// A browser opens six connections to one address; three may wait, so that sending and pressing never do.
const MAY_WAIT = 3;
const WAIT_SECONDS = 20;
// Phones beyond the third look again after this long; the server is on the same machine.
const LOOK_AGAIN_MS = 1200;
const AFTER_FAILURE_MS = 2000;
// Edits reach this many messages back; older ones are fetched once and kept.
const WINDOW = 200;
let waiting = 0;

function isLookedAt() {
  return document.visibilityState !== "hidden";
}

export class Feed {
  #chat;
  #viewer;
  #tell;
  #messages = new Map();
  #version;
  #abort = new AbortController();

  /** `tell({messages, keyboard, pinned, isOnline, reason})` is called after every change and every loss of the line. */
  constructor(chat, viewer, tell) {
    this.#chat = chat;
    this.#viewer = viewer;
    this.#tell = tell;
  }

  /** Polls until stopped. */
  async run() {
    while (!this.#abort.signal.aborted) {
      if (!isLookedAt()) {
        await pause(LOOK_AGAIN_MS, this.#abort.signal);
        continue;
      }
      await this.#look();
    }
  }

  stop() {
    this.#abort.abort();
  }

  async #look() {
    const mayWait = this.#version !== undefined && waiting < MAY_WAIT;
    waiting += mayWait ? 1 : 0;
    try {
      const answer = await api.messages(this.#chat, {
        viewer: this.#viewer,
        after: this.#horizon(),
        version: this.#version,
        wait: mayWait ? WAIT_SECONDS : 0,
        signal: this.#abort.signal,
      });
      this.#take(answer);
    } catch (error) {
      await this.#suffer(error);
    } finally {
      waiting -= mayWait ? 1 : 0;
    }
    if (!mayWait) await pause(this.#version === undefined || waiting >= MAY_WAIT ? LOOK_AGAIN_MS : 0, this.#abort.signal);
  }

  #horizon() {
    const ids = [...this.#messages.keys()];
    return ids.length > WINDOW ? ids[ids.length - WINDOW] : 0;
  }

  #take(answer) {
    if (this.#abort.signal.aborted) return;
    if (this.#version !== undefined && answer.version === this.#version) return;
    this.#version = answer.version;
    for (const message of answer.messages ?? []) this.#messages.set(message.id, message);
    const ordered = [...this.#messages.values()].sort((a, b) => a.id - b.id);
    this.#messages = new Map(ordered.map((message) => [message.id, message]));
    this.#tell({ messages: ordered, keyboard: answer.keyboard, pinned: answer.pinned, isOnline: true });
  }

  async #suffer(error) {
    if (this.#abort.signal.aborted) return;
    // A server that comes back may be another one: nothing is taken over from before.
    this.#version = undefined;
    this.#messages.clear();
    this.#tell({ isOnline: false, reason: error.message });
    await pause(AFTER_FAILURE_MS, this.#abort.signal);
  }
}
