/* The buttons and keys of the page, for whoever has the controls. */
import { Dialog } from "./dialog.js";
import { send } from "./server.js";

/* Names of keys as the terminal has them; all others go by the character itself. */
const NAMES = {
  " ": "space", Enter: "enter", Escape: "escape", ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up",
  ArrowDown: "down", Backspace: "backspace",
};

class Controls {
  keys = []; /* the keys of the terminal, each with what it does */
  #yours = false;
  #answers = "";

  constructor(root) {
    this.root = root;
    this.find = (name) => root.querySelector(name);
    this.dialog = new Dialog(document.getElementById("dialog"));
    for (const part of [root, this.dialog.root]) part.addEventListener("click", clicked);
    this.find("#more-keys").addEventListener("click", () => this.#showMore(this.find("#others").hidden));
    this.find("#take").addEventListener("click", () => send("control", {take: true}));
    this.find("#release").addEventListener("click", () => send("control", {take: false}));
    addEventListener("keydown", (event) => this.#pressed(event));
    root.hidden = false;
  }

  get areYours() {
    return this.#yours;
  }

  /* Who has the controls, as the server tells it. */
  control({yours, shared, alone, by}) {
    this.#yours = yours;
    this.root.classList.toggle("watching", !yours);
    for (const button of document.querySelectorAll("[data-key]")) button.disabled = !yours;
    this.find("#take").hidden = yours || Boolean(by);
    this.find("#release").hidden = !yours || shared || alone;
    this.find("#owner").textContent =
      shared && !alone ? "Every screen has the controls." : yours ? "" : by ? `The controls are on ${by}.` : "Nobody has the controls here.";
  }

  /* What can be pressed at this moment. */
  show(view, state) {
    const stops = state.paused || state.holding;
    const go = this.find("[data-key=space]");
    write(go.querySelector("span"), stops ? "Go on" : "Pause");
    go.querySelector("use").setAttribute("href", stops ? "#icon-go" : "#icon-pause");
    this.find("[data-key=e]").hidden = view.kind === "rest";
    this.find("[data-key=s]").hidden = view.kind !== "rest";
    this.find("[data-key=m]").setAttribute("aria-pressed", String(state.muted));
    this.#ask(state.answers ?? []);
    this.dialog.show(state, this.keys, this.#yours);
  }

  #ask(answers) {
    const asked = JSON.stringify(answers);
    if (asked === this.#answers) return;
    this.#answers = asked;
    this.find("#answers").replaceChildren(...answers.map(([key, label]) => {
      const button = document.createElement("button");
      [button.type, button.textContent, button.dataset.key, button.disabled] = ["button", label, key, !this.#yours];
      return button;
    }));
    this.find("#answers").hidden = !answers.length;
    this.root.classList.toggle("asked", answers.length > 0);
  }

  #showMore(shown) {
    this.find("#others").hidden = !shown;
    this.find("#more-keys").setAttribute("aria-expanded", String(shown));
  }

  #pressed(event) {
    const {key} = event;
    if (!this.#yours || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("button") && (key === " " || key === "Enter")) return; /* it presses that button */
    const name = NAMES[key] ?? (key.length === 1 ? key : null);
    if (name === null) return;
    event.preventDefault();
    send("keys", {key: name});
  }
}

function clicked(event) {
  const button = event.target.closest("button");
  if (button?.dataset.key) send("keys", {key: button.dataset.key});
  if (event.detail > 0) button?.blur(); /* a finger or a mouse: space is the key for a pause again */
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export { Controls };
