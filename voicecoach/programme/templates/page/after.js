/* After a session: that it is done, how it felt, and a message to the coach. */
import { byId, write } from "./elements.js";

const FELT = {easy: "It felt easy.", right: "It felt just right.", hard: "It felt hard."};

class After {
  #session = null;

  /* `closed` is called when nobody looks at it any more. */
  constructor(sessions, closed) {
    this.sessions = sessions;
    this.dialog = byId("after");
    this.dialog.addEventListener("click", (event) => this.#clicked(event));
    this.dialog.addEventListener("change", ({target}) => target.name === "felt" && this.#change({felt: target.value}));
    this.dialog.addEventListener("close", () => closed());
    byId("remark").addEventListener("input", ({target}) => this.#change({remark: target.value}));
  }

  open(session) {
    this.#session = session;
    const {felt, remark} = session.memory.values;
    byId("remark").value = remark;
    for (const choice of this.dialog.querySelectorAll("[name=felt]")) choice.checked = choice.value === felt;
    this.#show();
    if (!this.dialog.open) this.dialog.showModal();
    byId("after-title").focus();
  }

  #change(values) {
    this.#session.memory.change(values);
    this.#show();
  }

  #clicked({target}) {
    const {act} = target.closest("[data-act]")?.dataset ?? {};
    if (act === "close" || target === this.dialog) this.dialog.close();
    if (act === "count") this.#change({done: true});
    if (act === "send") navigator.share({title: this.#session.title, text: this.#message()}).catch(() => {});
    if (act === "copy") navigator.clipboard.writeText(this.#message()).then(() => write(target, "Copied"), () => {});
  }

  #show() {
    const {name, memory} = this.#session, {done} = memory.values;
    const count = this.sessions.filter((session) => session.memory.values.done).length;
    write(byId("after-title"), done ? `${name} is done` : `The end of ${name}`);
    write(byId("after-count"), done ? `${count} of ${this.sessions.length} done. Well done!` : "Too little of it was played to count as done.");
    this.dialog.querySelector("[data-act=count]").hidden = done;
    this.#showNext();
    this.#showWays();
  }

  #showNext() {
    const next = this.sessions.find((session) => !session.memory.values.done && session !== this.#session);
    write(byId("after-next"), next ? `Next: ${next.name} · ${next.box.dataset.length}` : "");
  }

  /* By mail where the coach has an address, else by whatever the device shares with, else by copying. */
  #showWays() {
    const mail = byId("mail"), find = (act) => this.dialog.querySelector(`[data-act=${act}]`);
    if (!find("send")) return;
    const {to} = byId("tell").dataset;
    const subject = encodeURIComponent(this.#session.title), body = encodeURIComponent(this.#message());
    if (mail) mail.href = `${to}?subject=${subject}&body=${body}`;
    find("send").hidden = !navigator.share;
    find("copy").hidden = Boolean(mail || navigator.share || !navigator.clipboard);
  }

  #message() {
    const {title, memory} = this.#session, {done, felt, remark} = memory.values;
    const first = done ? `${title}: done.` : `${title}: not all of it.`;
    return [first, FELT[felt], remark.trim()].filter(Boolean).join("\n");
  }
}

export { After };
