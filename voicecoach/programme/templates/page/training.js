/* The training view: the screen of a live session, driven by the place of a sound file. */
import { TrainingView } from "../../../web/training_view.js";
import { byId, write } from "./elements.js";

const UNLOADED = "What there is to see can’t be loaded: the network is missing, or a file beside this page. The sound plays all the same.";
const KEYS = {ArrowLeft: "step-back", ArrowRight: "step-next", b: "step-back", n: "step-next", ",": "seconds-back", ".": "seconds-next"};

class Training {
  #session = null;
  #opener = null;

  constructor(filmOf) {
    this.root = byId("training");
    this.drawn = new TrainingView(byId("view"), filmOf);
    this.others = document.querySelectorAll(".screen, .dock");
    this.root.addEventListener("click", (event) => this.#clicked(event));
    document.addEventListener("keydown", (event) => this.#pressed(event));
    addEventListener("popstate", () => this.#hide());
    byId("fill").hidden = !document.fullscreenEnabled;
  }

  get isOpen() {
    return !this.root.hidden;
  }

  /* Another session in it, too. */
  open(session) {
    this.#session = session;
    session.load();
    if (this.isOpen) return;
    this.#opener = document.activeElement;
    /* What leads back on a phone leads back to the page, and doesn't leave it. */
    history.pushState({training: true}, "");
    this.#cover(true);
    if (matchMedia("(pointer: coarse)").matches) this.fill();
    byId("toggle").focus();
    this.#draw();
  }

  close() {
    if (history.state?.training) history.back();
    else this.#hide();
  }

  #hide() {
    if (!this.isOpen) return;
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.#cover(false);
    this.#opener?.focus();
  }

  #cover(covers) {
    this.root.hidden = !covers;
    for (const one of this.others) one.inert = covers;
    document.documentElement.classList.toggle("covered", covers);
  }

  /* The whole screen, where that can be had: not on an iPhone. */
  fill() {
    const asked = document.fullscreenElement ? document.exitFullscreen() : this.root.requestFullscreen?.({navigationUI: "hide"});
    asked?.catch(() => {});
  }

  #draw() {
    if (!this.isOpen) return;
    requestAnimationFrame(() => this.#draw());
    const {moments, ms, isPlaying, loading, hasFailed} = this.#session;
    if (moments) this.drawn.show(moments.at(ms), {paused: !isPlaying, holding: false, notice: ""});
    write(byId("trouble"), hasFailed ? "This sound file can’t be played." : moments || loading ? "" : UNLOADED);
    const names = isPlaying ? ["Pause", "pause"] : ["Play", "play"];
    write(byId("toggle").querySelector("span"), names[0]);
    byId("toggle").dataset.icon = names[1];
  }

  #clicked(event) {
    const target = event.target.closest("button");
    if (!target) return;
    if (target.dataset.go) this.#session.go(target.dataset.go);
    else ({toggle: () => this.#session.toggle(), fill: () => this.fill(), close: () => this.close()})[target.id]?.();
  }

  #pressed(event) {
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("dialog")) return;
    const onButton = event.target.closest("button") && (event.key === " " || event.key === "Enter");
    if (KEYS[event.key]) this.#session.go(KEYS[event.key]);
    else if (event.key === "f") this.fill();
    else if (event.key === "Escape") this.close();
    else if (event.key === " " && !onButton) this.#session.toggle();
    else return;
    event.preventDefault();
  }
}

export { Training };
