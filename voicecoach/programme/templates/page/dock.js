/* The bar that stays at the foot of the page while a session plays. */
import { byId, write } from "./elements.js";
import { clock } from "./times.js";

class Dock {
  #session = null;

  constructor(training) {
    this.root = byId("dock");
    this.root.addEventListener("click", (event) => {
      const {go, act} = event.target.closest("button")?.dataset ?? {};
      if (go) this.#session.go(go);
      else if (act === "toggle") this.#session.toggle();
      else if (act === "open") training.open(this.#session);
    });
  }

  /* The session that plays, or played last. */
  follow(session) {
    this.#session = session;
    this.root.hidden = false;
    document.documentElement.classList.add("docked");
    this.show();
  }

  hide() {
    this.root.hidden = true;
    document.documentElement.classList.remove("docked");
  }

  show() {
    const session = this.#session;
    if (!session) return;
    const {doing, at, seconds, isPlaying} = session;
    write(this.#part(".what"), doing ? doing[2] : session.name);
    write(this.#part(".count"), this.#count());
    this.#part("[data-act=toggle]").dataset.icon = isPlaying ? "pause" : "play";
    write(this.#part("[data-act=toggle] span"), isPlaying ? "Pause" : "Play");
    this.root.style.setProperty("--share", at / Math.max(1, seconds));
  }

  #part(selector) {
    return this.root.querySelector(selector);
  }

  /* The repetition, or the seconds to go. */
  #count() {
    const {moments, ms, at} = this.#session;
    if (!moments) return clock(at);
    const {number, reps, phase} = moments.at(ms);
    const counted = reps === null ? (number > 99 ? clock(number) : `${number} s`) : `${number} of ${reps}`;
    return phase ? `${counted} · ${phase}` : counted;
  }
}

export { Dock };
