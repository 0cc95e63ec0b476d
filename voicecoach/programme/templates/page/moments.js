/* What there is to see at a position of a session: the View of timeline/view.py, from the file of the session. */
import { indexAt } from "./times.js";

const TICK_LIT_MS = 300;
const [CLOSES, SAID, KEPT] = [2, 4, 8];

class Moments {
  #views = [];

  constructor(data) {
    this.data = data;
    let view = {};
    for (const [, , , shown] of data.steps) this.#views.push(view = {...view, ...shown.view});
  }

  /* The number of the step that is seen at `at`: for a moment the set that ends with its last number. */
  stepAt(at) {
    const number = Math.max(0, indexAt(this.data.steps, at, 0));
    return at < (this.data.steps[number][3].until ?? 0) ? number - 1 : number;
  }

  /* The view at `at`, in milliseconds. */
  at(at) {
    const number = this.stepAt(at), view = this.#views[number];
    const [start, end, , {counts = [], phases = [], progress}] = this.data.steps[number];
    const seen = Math.min(at, end);
    const phase = phases.length ? view.phases[phaseAt(phases, Math.min(at, end - 1) - start)] : "";
    const counted = counts.filter((count) => count <= seen).length;
    return {
      ...view, at, step: number, phase, doing: phase || view.doing,
      number: view.reps === null ? Math.ceil(Math.max(0, end - at) / 1000) : counted,
      said: this.#line(start, seen, SAID), cue: this.#line(start, seen, KEPT), tick: this.#tick(at),
      set_progress: between(progress, (seen - start) / Math.max(1, end - start)),
      session_progress: Math.min(1, at / Math.max(1, this.data.duration)), left: Math.max(0, this.data.duration - at),
    };
  }

  #line(start, at, mark) {
    const {lines} = this.data;
    for (let index = indexAt(lines, at + 1, 0); index >= 0 && lines[index][0] >= start; index -= 1) {
      const [begin, text, marks] = lines[index];
      const isIn = marks & CLOSES ? begin > start && begin <= at + 1 : begin <= at;
      if (isIn && marks & mark) return text;
    }
    return "";
  }

  #tick(at) {
    const [start, number] = this.data.ticks[indexAt(this.data.ticks, at, 0)] ?? [-TICK_LIT_MS, 0];
    return at - start < TICK_LIT_MS ? number : 0;
  }
}

function phaseAt(lengths, at) {
  let rest = at % lengths.reduce((sum, length) => sum + length);
  return lengths.findIndex((length) => (rest -= length) < 0);
}

function between([first, last], share) {
  return Math.min(1, Math.max(0, first + (last - first) * share));
}

export { Moments };
