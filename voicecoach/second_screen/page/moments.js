/* What is to be shown now: the server tells a moment and what comes after it, and the page counts on by itself. */
const JUMP_MS = 250;
const HEARD = 6; /* messages, some 3 s of them */

class Moments {
  #views = [];
  #state = {};
  #isPlaying = false;
  #position = 0;
  #length = 1;
  #ahead = 0; /* the position, less this page's clock */
  #heard = []; /* that of the last messages */

  tell({view, then, state, playing}, now) {
    const ahead = view.at - now;
    /* What comes late says less: of the last messages the one that was fastest tells the position best. Older ones say
       nothing, since the sound falls behind where the machine can't keep up. */
    const goesOn = playing && this.#isPlaying && Math.abs(ahead - this.#ahead) < JUMP_MS;
    this.#heard = [...(goesOn ? this.#heard : []), ahead].slice(-HEARD);
    this.#ahead = Math.max(...this.#heard);
    this.#views = [view];
    for (const change of then) this.#views.push({...this.#views.at(-1), ...change});
    [this.#state, this.#isPlaying, this.#position, this.#length] = [state, playing, view.at, view.at + view.left];
  }

  get state() {
    return this.#state;
  }

  get isPlaying() {
    return this.#isPlaying;
  }

  /* The view at this time of the page's clock; null before the first. */
  at(now) {
    if (!this.#views.length) return null;
    const last = this.#views.at(-1).at;
    const position = this.#isPlaying ? Math.max(this.#views[0].at, Math.min(now + this.#ahead, last)) : this.#position;
    while (this.#views.length > 1 && this.#views[1].at <= position) this.#views.shift();
    const [view, following] = this.#views;
    return {
      ...view, at: position, left: Math.max(0, this.#length - position),
      session_progress: position / Math.max(1, this.#length), set_progress: between(view, following, position),
    };
  }
}

function between(view, following, position) {
  if (!following || following.set_progress < view.set_progress || following.at <= view.at) return view.set_progress;
  return view.set_progress + (following.set_progress - view.set_progress) * (position - view.at) / (following.at - view.at);
}

export { Moments };
