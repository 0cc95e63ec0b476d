/* A session: its sound, where it is, and what is remembered of it. Whoever shows it is told of its events. */
import { loadSession } from "./files.js";
import { Memory, beginsHere } from "./memory.js";
import { Moments } from "./moments.js";
import { lengthOf, playedBy, union } from "./stretches.js";
import { indexAt } from "./times.js";

const STEP_S = 15;
const SAVE_EVERY_MS = 4000;
const NEAR_START_S = 3;
const RETRY_AFTER_MS = 10000;
const MOST = .8;
const NEAR_END = .97;

class Session extends EventTarget {
  constructor(box) {
    super();
    const {session, stem, name, title, seconds, bytes, script} = box.dataset;
    Object.assign(this, {box, number: session, stem, name, title, script});
    [this.planned, this.bytes] = [Number(seconds), Number(bytes)];
    this.audio = box.querySelector("audio");
    this.file = decodeURIComponent(this.audio.getAttribute("src"));
    this.memory = new Memory(stem, () => this.tell("remembered"));
    this.data = this.moments = null;
    this.savedAt = this.failedAt = 0;
    this.known = this.wasPlaying = false;
    this.#listen();
  }

  tell(what) {
    this.dispatchEvent(new Event(what));
  }

  on(what, act) {
    for (const one of what.split(" ")) this.addEventListener(one, act);
  }

  /* Where it is and how long it takes, in seconds */

  get at() {
    return this.audio.readyState ? this.audio.currentTime : this.wanted ?? this.memory.values.at;
  }

  get ms() {
    return Math.round(this.at * 1000);
  }

  get seconds() {
    return this.audio.duration || this.planned;
  }

  get isPlaying() {
    return !this.audio.paused && !this.audio.ended;
  }

  get isBegun() {
    return this.memory.values.at > NEAR_START_S;
  }

  get hasFailed() {
    return Boolean(this.audio.error);
  }

  get doing() {
    return this.data?.steps[Math.max(0, indexAt(this.data.steps, this.ms))];
  }

  /* Loading */

  async load() {
    if (this.audio.preload === "none") this.audio.preload = "metadata";
    this.loading ??= loadSession(this.stem, this.script);
    try {
      const data = await this.loading;
      if (this.data) return;
      [this.data, this.moments] = [data, new Moments(data)];
      this.tell("loaded");
    } catch {
      this.loading = undefined; /* perhaps the next time */
      this.tell("unloaded");
    }
  }

  #listen() {
    const on = (type, act) => this.audio.addEventListener(type, act.bind(this));
    on("loadedmetadata", this.#isKnown);
    on("play", this.#plays);
    on("pause", this.#pauses);
    on("timeupdate", this.#moves);
    on("seeked", this.#moves);
    on("ended", this.#ends);
    on("error", this.#fails);
  }

  #isKnown() {
    this.known = true;
    const place = this.wanted ?? this.memory.values.at;
    this.wanted = undefined;
    if (place > 0 && place < this.seconds - 1) this.audio.currentTime = place;
    this.tell("moved");
  }

  #plays() {
    this.wasPlaying = true;
    beginsHere();
    if (this.memory.values.done && !this.isBegun) this.memory.change({heard: []});
    this.load();
    this.tell("played");
  }

  #pauses() {
    this.wasPlaying = false;
    this.save();
    this.tell("paused");
  }

  #moves() {
    this.tell("moved");
    if (Date.now() - this.savedAt > SAVE_EVERY_MS) this.save();
  }

  /* Going to the end is not doing it: most of it has to be played. */
  #ends() {
    const heard = this.heard;
    const done = this.memory.values.done || this.#isMost(heard);
    this.memory.change({at: 0, heard: this.#isMost(heard) ? [] : heard, done});
    this.audio.load(); /* from the start, and as if nothing had been played */
    this.tell("ended");
  }

  /* What broke off, as when the network or the version of a file changed in between, goes on where it was, once. */
  #fails() {
    if (this.known && Date.now() - this.failedAt > RETRY_AFTER_MS) {
      this.failedAt = Date.now();
      this.wanted = this.audio.currentTime;
      this.save();
      this.audio.load();
      if (this.wasPlaying) this.play();
      return;
    }
    this.tell("failed");
  }

  /* What a listener does */

  play() {
    this.audio.play().catch(() => {});
  }

  pause() {
    this.audio.pause();
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  seek(seconds, {play = false} = {}) {
    const to = Math.min(Math.max(0, seconds), this.seconds);
    if (this.audio.readyState) this.audio.currentTime = to;
    else this.wanted = to;
    if (play) this.play();
    else if (!this.audio.readyState) this.audio.load();
    this.tell("moved");
  }

  /* By chapters, by seconds, or by steps. */
  go(where) {
    const [kind, way] = where.split("-");
    if (kind === "seconds") this.seek(this.at + (way === "back" ? -STEP_S : STEP_S));
    else if (this.data) this.seek(this.#place(kind === "step" ? this.data.steps : this.data.chapters, way));
  }

  #place(starts, way) {
    const here = Math.max(0, indexAt(starts, this.ms));
    if (way === "next") return starts[here + 1] ? starts[here + 1][0] / 1000 : this.seconds;
    const again = this.at - starts[here][0] / 1000 > NEAR_START_S;
    return starts[again ? here : Math.max(0, here - 1)][0] / 1000;
  }

  /* What is remembered */

  get heard() {
    return union([...this.memory.values.heard, ...playedBy(this.audio)]);
  }

  #isMost(heard) {
    return lengthOf(heard) >= MOST * this.seconds;
  }

  save() {
    if (!this.audio.readyState || this.audio.ended) return;
    this.savedAt = Date.now();
    const {currentTime} = this.audio, heard = this.heard;
    const done = this.memory.values.done || (currentTime >= NEAR_END * this.seconds && this.#isMost(heard));
    this.memory.change({at: Math.round(currentTime * 10) / 10, heard, done, when: this.savedAt});
  }
}

export { Session };
