/* Draws a training at a moment, as large as its box allows.

   It knows nothing of where the moment comes from: a server's messages, or the position of a sound file.

     const drawn = new TrainingView(element, (name) => film);
     drawn.show(view, {paused: false, holding: false, notice: "", notes: []});

   `view` is the JSON of View in voicecoach/timeline/view.py. `show` may be called as often as there is a new moment:
   what is as before costs nothing. The film of a figure may come later than the first moment that shows it. A page that
   holds all of its script in one file leaves the lines of modules out. */
import { FigureBox } from "./figure.js";

const WORKING = ["work", "hold"];
const SECONDS_UP_TO = 99;
const LEAST_PX = 5;
/* The share of its room that a line may be high, where a short text would be louder than what it stands beside. */
const HIGHEST = {cue: .5, next: .55, notice: .62, needs: .6, place: .8, label: .75, side: .85, doing: .8};

function clock(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000)), minutes = Math.floor(seconds / 60) % 60;
  const tail = String(seconds % 60).padStart(2, "0");
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

function turnText(turn) {
  return turn ? `${turn.what} ${turn.number} of ${turn.of}` : "";
}

function capital(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : "";
}

function sideText(side) {
  return side === "left" || side === "right" ? `${capital(side)} side` : capital(side ?? "");
}

function joined(parts, between = " · ") {
  return parts.filter(Boolean).join(between);
}

/* In one line, or the entries of a list in a line each. */
function placeText(turn, entries, others) {
  return [joined([capital(turnText(turn)), ...others]), ...entries].filter(Boolean).join("\n");
}

/* The words of a view by where they go, with what its kind is and what is the big thing. */
function wordsOf(view, state) {
  const seconds = view.reps === null;
  const long = seconds && view.number > SECONDS_UP_TO;
  const next = view.upcoming;
  const words = {
    kind: view.kind === "hold" || view.kind === "outro" ? "work" : view.kind,
    shows: WORKING.includes(view.kind) ? "now" : view.kind === "outro" ? "end" : "next",
    label: "", title: view.title || view.doing, side: sideText(view.side),
    place: placeText(view.turn, view.entries, [view.target]), needs: "",
    number: long ? clock(view.number * 1000) : String(view.number), of: seconds ? (long ? "" : "s") : `of ${view.reps}`,
    doing: state.paused ? "Paused" : state.holding ? "Ready?" : view.doing, doings: view.phases,
    cue: view.cue, next: view.next ? `Next: ${view.next}` : "", notice: state.notice || joined(state.notes ?? [], " "),
  };
  if (words.shows === "end") words.cue = view.said;
  if (words.shows !== "next") return words;
  words.cue = view.cue || view.said;
  words.needs = view.needs ? `You need: ${view.needs}` : "";
  if (!next) return words;
  const opening = view.kind === "lead-in" && !view.title;
  words.label = view.kind === "rest" ? "Next" : opening ? "First" : "";
  words.title = next.title || words.title;
  words.side = sideText(next.side);
  words.place = placeText(next.turn, next.entries, [next.amount, next.load]);
  words.next = "";
  if (view.kind === "change") [words.title, words.side] = [words.side || words.title, next.title];
  return words;
}

/* A place for a text that is written as large as its box allows. */
class Slot {
  constructor(name, parent, tag = "p") {
    this.name = name;
    this.box = document.createElement("div");
    this.box.className = `slot ${name}`;
    this.text = this.box.appendChild(document.createElement(tag));
    parent.append(this.box);
    this.written = this.measured = null;
    this.texts = [];
  }

  /* Write `text` so large that each of `texts` would fit as well; whether the size has to be found again. */
  write(text, texts = [text], keeps = false) {
    if (text !== this.written) this.text.textContent = this.written = text;
    const hidden = !text && !keeps;
    const changed = hidden !== this.box.hidden;
    this.box.hidden = hidden;
    const measured = texts.join("\n");
    if (measured === this.measured) return changed;
    [this.measured, this.texts] = [measured, texts];
    this.fit();
    return changed;
  }

  fit() {
    if (!this.measured || this.box.hidden) return;
    const sizes = this.texts.map((text) => {
      this.text.textContent = text;
      return fitted(this.box, this.text, HIGHEST[this.name] ?? 1);
    });
    this.text.style.fontSize = `${Math.min(...sizes)}px`;
    this.text.textContent = this.written;
  }
}

/* Make a text as large as its box allows; how large that is, in pixels. */
function fitted(box, text, highest) {
  const {clientWidth: width, clientHeight: height} = box;
  let low = LEAST_PX, high = Math.max(LEAST_PX, Math.floor(height * highest));
  const fits = (px) => {
    text.style.fontSize = `${px}px`;
    return Math.max(text.scrollWidth, text.offsetWidth) <= width && text.offsetHeight <= height;
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle; else high = middle - 1;
  }
  text.style.fontSize = `${low}px`;
  return low;
}

class NumberSlot extends Slot {
  constructor(parent) {
    super("number", parent);
    this.text.setAttribute("role", "timer");
    this.number = this.text.appendChild(document.createElement("span"));
    this.of = this.text.appendChild(document.createElement("span"));
    this.of.className = "of";
  }

  show(number, of, most) {
    if (number !== this.number.textContent) this.number.textContent = number;
    if (of !== this.of.textContent) this.of.textContent = of;
    const length = Math.max(number.length, most.length);
    const widest = number.replace(/\d/g, "0").padStart(length, "0") + of;
    if (widest === this.measured) return;
    [this.measured, this.wide] = [widest, number.replace(/\d/g, "0").padStart(length, "0")];
    this.fit();
  }

  fit() {
    if (!this.measured || this.box.hidden) return;
    const number = this.number.textContent;
    this.number.textContent = this.wide;
    fitted(this.box, this.text, 1.05);
    this.number.textContent = number;
  }
}

class Bar {
  constructor(parent, name, label) {
    this.box = document.createElement("div");
    this.box.className = `bar ${name}`;
    this.box.setAttribute("role", "progressbar");
    this.box.setAttribute("aria-label", label);
    this.done = this.box.appendChild(document.createElement("div"));
    parent.append(this.box);
  }

  show(share) {
    const drawn = share.toFixed(4), said = String(Math.round(share * 100));
    if (drawn !== this.drawn) this.done.style.setProperty("--share", this.drawn = drawn);
    if (said !== this.said) this.box.setAttribute("aria-valuenow", this.said = said);
  }
}

class TrainingView {
  /* Fills `root`, which has to have a size of its own. `film` finds that of a figure. */
  constructor(root, film = () => null) {
    this.root = root;
    root.classList.add("training");
    root.dataset.tick = "0";
    const field = part(root, "field");
    const times = part(field, "times");
    [this.elapsed, this.left] = [part(times, "elapsed", "span"), part(times, "left", "span")];
    const main = part(field, "main");
    const what = part(main, "what");
    this.figure = new FigureBox(main, film);
    const how = part(main, "how");
    const slots = {
      label: what, title: what, side: what, place: what, needs: what, doing: how, cue: field, next: field, notice: field,
    };
    this.number = new NumberSlot(how);
    this.slots = Object.fromEntries(
      Object.entries(slots).map(([name, parent]) => [name, new Slot(name, parent, name === "title" ? "h1" : "p")])
    );
    const bars = part(field, "bars");
    this.set = new Bar(bars, "set", "This step");
    this.whole = new Bar(bars, "whole", "The session");
    [this.step, this.keep] = [part(root, "told"), part(root, "told")];
    for (const told of [this.step, this.keep]) told.setAttribute("aria-live", "polite");
    new ResizeObserver(() => this.fit()).observe(root);
  }

  show(view, state) {
    const words = wordsOf(view, state);
    const layout = [this.mark(words, view, state), this.marked(this.figure.show(view, words.shows))].includes(true);
    const changed = Object.entries(this.slots).map(([name, slot]) =>
      slot.write(words[name], sameSize(words, name), name === "cue" || (name === "next" && words.shows === "now"))
    );
    this.number.show(words.number, words.of, view.reps === null ? "" : String(view.reps));
    if (layout || changed.includes(true)) this.fit();
    this.set.show(view.set_progress);
    this.whole.show(view.session_progress);
    write(this.elapsed, clock(view.at));
    write(this.left, `${clock(view.left)} left`);
    write(this.step, joined([words.label, words.title, words.side, words.place, words.needs], ". "));
    write(this.keep, words.cue);
  }

  /* The size of every text anew: their boxes have changed. */
  fit() {
    for (const slot of Object.values(this.slots)) slot.fit();
    this.number.fit();
    this.figure.fit();
  }

  /* Whether there is a figure, if that has changed. */
  marked(changed) {
    if (changed) this.root.classList.toggle("drawn", !this.figure.box.hidden);
    return changed;
  }

  /* What the style goes by; whether there is room elsewhere now. */
  mark(words, view, state) {
    const {dataset, classList} = this.root;
    if (dataset.kind !== words.kind) dataset.kind = words.kind;
    if (dataset.tick !== String(view.tick)) dataset.tick = String(view.tick);
    const lines = words.place.split("\n").length, counts = view.reps === null ? "seconds" : "reps";
    classList.toggle("paused", Boolean(state.paused));
    const changed = dataset.shows !== words.shows || dataset.counts !== counts || lines !== this.lines;
    Object.assign(dataset, changed ? {shows: words.shows, counts} : {});
    if (lines !== this.lines) this.slots.place.box.style.setProperty("--lines", this.lines = lines);
    return changed;
  }
}

function part(parent, name, tag = "div") {
  const made = document.createElement(tag);
  made.className = name;
  return parent.appendChild(made);
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/* The texts of a place that are written in one size: the phases of a repetition are. */
function sameSize(words, name) {
  return name === "doing" && words.doings.includes(words.doing) ? [...new Set(words.doings)] : [words[name]];
}

export { TrainingView };
