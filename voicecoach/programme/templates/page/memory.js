/* What is remembered of each session on this device, and told to all tabs that show it. */
const ROOM = `voicecoach/${document.documentElement.dataset.programme}/`;
const FEELINGS = ["easy", "right", "hard"];
const TAB = String(Math.random());
const listeners = new Map();

/* Storage may be switched off, full, or hold something strange; the page works without. */
function stored(stem) {
  try {
    return JSON.parse(localStorage.getItem(ROOM + stem) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

function store(stem, value) {
  try {
    localStorage.setItem(ROOM + stem, JSON.stringify(value));
  } catch {
    /* There is nothing to be done about it, and nothing is lost but the place. */
  }
}

const isStretch = (one) => Array.isArray(one) && one.length === 2 && one.every(Number.isFinite);

/* `at` is the place in seconds, `heard` the stretches played since it was begun, `when` the time of the last of them. */
function plain({at, done, heard, felt, remark, when}) {
  return {
    at: Number.isFinite(at) ? at : 0,
    done: done === true,
    heard: Array.isArray(heard) ? heard.filter(isStretch) : [],
    felt: FEELINGS.includes(felt) ? felt : "",
    remark: typeof remark === "string" ? remark : "",
    when: Number.isFinite(when) ? when : 0,
  };
}

class Memory {
  #values;
  #tell;

  /* `tell` is called whenever something changes, here or in another tab. */
  constructor(stem, tell) {
    this.stem = stem;
    this.#values = plain(stored(stem));
    this.#tell = tell;
    listeners.set(ROOM + stem, () => {
      this.#values = plain(stored(stem));
      tell();
    });
  }

  get values() {
    return this.#values;
  }

  /* What another tab has changed meanwhile stays. */
  change(values) {
    this.#values = plain({...this.#values, ...stored(this.stem), ...values});
    store(this.stem, this.#values);
    this.#tell();
  }
}

/* One tab plays at a time: whoever begins tells the others, which do what `stop` says. */
function beginsHere() {
  store("playing", `${TAB} ${Date.now()}`);
}

function whenAnotherBegins(stop) {
  listeners.set(`${ROOM}playing`, stop);
}

addEventListener("storage", ({key}) => {
  if (key === null) for (const listener of listeners.values()) listener();
  else listeners.get(key)?.();
});

export { FEELINGS, Memory, beginsHere, whenAnotherBegins, store, stored };
