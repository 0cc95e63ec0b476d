/* Without a network, and on the home screen. */
import { byId, write } from "./elements.js";
import { served } from "./files.js";
import { store, stored } from "./memory.js";
import { nextOf } from "./start.js";
import { size } from "./times.js";

const PROBLEMS = {
  full: "There is no room for more. Free some space, then try again.",
  network: "The network failed. What is missing can be fetched later.",
};

async function ask(worker, message) {
  const {port1, port2} = new MessageChannel();
  const answer = new Promise((resolve) => (port1.onmessage = (event) => resolve(event.data)));
  worker.postMessage(message, [port2]);
  return answer;
}

/* Only where the browser says so: Safari and Firefox say nothing of the network they are in. */
function isCheap() {
  const {saveData, type} = navigator.connection ?? {};
  return saveData === false && (type === "wifi" || type === "ethernet");
}

function sized(sessions) {
  return size(sessions.reduce((sum, session) => sum + session.bytes, 0));
}

class Offline {
  #kept = [];

  constructor(sessions) {
    this.sessions = sessions;
  }

  async begin() {
    if (!served || !window.isSecureContext || !("serviceWorker" in navigator)) return;
    const registration = await navigator.serviceWorker.register(document.documentElement.dataset.worker);
    await navigator.serviceWorker.ready;
    this.worker = () => registration.active;
    byId("app").hidden = false;
    /* Only a page that came from an earlier version's store is told of another one. */
    navigator.serviceWorker.addEventListener("controllerchange", () => (byId("renewed").hidden = false));
    byId("reload").addEventListener("click", () => location.reload());
    byId("keep-next").addEventListener("click", () => this.#wished("next"));
    byId("keep").addEventListener("click", () => this.#wished("all"));
    byId("drop").addEventListener("click", () => this.#dropAll());
    this.#show(await ask(this.worker(), {}));
    await this.keepNext();
  }

  /* Unasked the next session alone, or what was wished before, and only where it costs nothing. */
  async keepNext() {
    if (!this.worker || !isCheap()) return;
    await this.#keep(stored("keep").all ? this.sessions : [nextOf(this.sessions)]);
  }

  async #wished(what) {
    navigator.storage?.persist?.().catch(() => {});
    if (what === "all") store("keep", {all: true});
    await this.#keep(what === "all" ? this.sessions : [nextOf(this.sessions)]);
  }

  /* The next ones first. */
  async #keep(sessions) {
    const start = Math.max(0, sessions.indexOf(nextOf(sessions)));
    this.#able(false);
    for (const session of [...sessions.slice(start), ...sessions.slice(0, start)]) {
      const answer = await ask(this.worker(), {keep: session.file});
      this.#show(answer);
      if (answer.problem) break;
    }
    this.#able(true);
  }

  async #dropAll() {
    store("keep", {});
    this.#show(await ask(this.worker(), {drop: this.sessions.map((session) => session.file)}));
  }

  #able(able) {
    for (const id of ["keep-next", "keep", "drop"]) byId(id).disabled = !able;
  }

  #show({kept, problem}) {
    this.#kept = this.sessions.filter((session) => kept.includes(session.file));
    this.show(problem);
  }

  show(problem) {
    if (!this.worker) return;
    const missing = this.sessions.filter((session) => !this.#kept.includes(session));
    const count = `${this.#kept.length} of ${this.sessions.length} sessions kept on this device`;
    write(byId("kept"), [missing.length ? `${count}.` : `${count}: they play without a network.`, PROBLEMS[problem]].filter(Boolean).join(" "));
    const next = nextOf(this.sessions);
    this.#offer("keep-next", missing.length > 1 && missing.includes(next) ? [next] : [], "Keep the next session");
    this.#offer("keep", missing, this.#kept.length ? "Keep the rest for offline use" : "Keep all for offline use");
    this.#offer("drop", this.#kept, "Remove what is kept");
  }

  #offer(id, sessions, what) {
    byId(id).hidden = !sessions.length;
    write(byId(id), `${what} · ${sized(sessions)}`);
  }
}

function offerHomeScreen() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    byId("app").hidden = byId("install").hidden = false;
    byId("install").onclick = () => event.prompt();
  });
  addEventListener("appinstalled", () => (byId("install").hidden = true));
  /* Only Safari on iOS has this property, false in the browser and true from the home screen. */
  if (served && navigator.standalone === false) byId("app").hidden = byId("ios-hint").hidden = false;
}

export { Offline, offerHomeScreen };
