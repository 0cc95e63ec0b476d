/* A session on the page: its player, chapters, drawing and words, and what is known of it. */
import { setCurrent, write } from "./elements.js";
import { clock, indexAt } from "./times.js";
import { Words } from "./words.js";

const UNPLAYABLE = "This sound file can’t be played. Is it in the same folder as this page? A zip has to be unpacked first, on a computer.";
const WORDLESS = "The words and the training view can’t be loaded: the network is missing, or their file beside this page.";

class SessionBox {
  /* `shows` are what the buttons lead to: the training view, what comes after a session, the sheet. */
  constructor(session, shows) {
    Object.assign(this, {session, shows, box: session.box});
    this.words = new Words(this.box);
    this.links = [...this.find(".chapters").querySelectorAll("[data-at]")];
    this.box.addEventListener("toggle", () => this.box.open && this.#opened());
    this.box.addEventListener("click", (event) => this.#clicked(event));
    this.find(".drawing").addEventListener("click", (event) => this.#pointed(event));
    this.find(".done input").addEventListener("change", ({target}) => session.memory.change({done: target.checked}));
    session.on("moved played paused ended failed", () => this.show());
    session.on("played paused ended remembered", () => this.showMemory());
    session.on("loaded", () => this.#loaded());
    session.on("unloaded", () => write(this.words.found, WORDLESS));
    this.showMemory();
    if (this.box.open) this.#opened();
  }

  find(selector) {
    return this.box.querySelector(selector);
  }

  #opened() {
    this.session.load();
    this.show();
  }

  #loaded() {
    write(this.words.found, "");
    this.words.write(this.session.data);
    this.show();
  }

  #clicked(event) {
    const target = event.target.closest("[data-at], [data-go], [data-show]");
    if (!target || event.ctrlKey || event.metaKey) return;
    const {at, go, show} = target.dataset;
    if (at) event.preventDefault();
    if (at) this.session.seek(Number(at), {play: true});
    else if (go) this.session.go(go);
    else this.shows[show](this.session);
  }

  #pointed(event) {
    const {left, width} = event.currentTarget.getBoundingClientRect();
    this.session.seek(((event.clientX - left) / width) * this.session.seconds);
  }

  showMemory() {
    const {session, box} = this;
    const {at, done, felt} = session.memory.values;
    box.classList.toggle("is-done", done);
    box.classList.toggle("started", session.isBegun || session.isPlaying);
    this.find(".done input").checked = done;
    this.find("[data-show=after]").hidden = !done;
    this.find(".ring").style.setProperty("--at", session.isBegun ? at / session.planned : 0);
    const place = session.isPlaying ? "playing" : session.isBegun ? `stopped at ${clock(at)}` : "";
    write(this.find(".state"), [done && "done", done && felt && `felt ${felt}`, place].filter(Boolean).join(", "));
  }

  /* Where it is. */
  show() {
    const {session} = this;
    if (!this.box.open) return;
    const {at, ms, doing, data} = session;
    const begun = at > 0 || session.isPlaying;
    const said = session.hasFailed ? UNPLAYABLE : begun && doing ? doing[2] : "Ready when you are";
    write(this.find(".doing"), said);
    write(this.find(".now .left"), begun && doing ? clock(Math.ceil((doing[1] - ms) / 1000)) : "");
    this.find(".playhead").style.left = `${(100 * at) / session.seconds}%`;
    const chapter = begun && data ? indexAt(data.chapters, ms) : -1;
    this.links.forEach((link, index) => setCurrent(link, index === chapter));
    this.words.follow(begun ? ms : null);
  }
}

export { SessionBox };
