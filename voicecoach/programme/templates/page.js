'use strict';
(() => {
  const root = document.documentElement;
  root.classList.add('js');

  const STEP_S = 15;
  const SAVE_EVERY_MS = 4000;
  const NEAR_START_S = 3;
  const RETRY_AFTER_MS = 10000;
  const [SHORT, CLOSING] = [1, 2];
  const served = location.protocol === 'http:' || location.protocol === 'https:';
  const byId = (id) => document.getElementById(id);
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // What is remembered

  const keyOf = (stem) => `voicecoach/${root.dataset.programme}/${stem}`;

  // Storage may be switched off, full, or hold something strange; the page works without.
  function recall(stem) {
    try {
      const { at, done } = JSON.parse(localStorage.getItem(keyOf(stem)) ?? '{}') ?? {};
      return { at: Number.isFinite(at) ? at : 0, done: done === true };
    } catch {
      return { at: 0, done: false };
    }
  }

  function remember(stem, memory) {
    try {
      localStorage.setItem(keyOf(stem), JSON.stringify(memory));
    } catch {
      // There is nothing to be done about it, and nothing is lost but the place.
    }
  }

  // Times

  function clock(seconds) {
    const total = Math.max(0, Math.floor(seconds));
    const two = (number) => String(number).padStart(2, '0');
    const [hours, minutes] = [Math.floor(total / 3600), Math.floor(total / 60) % 60];
    return hours ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
  }

  /** The index of the last row that begins at or before `at`, by the rows' first entries; -1 before the first. */
  function indexAt(rows, at) {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle][0] <= at + 0.05) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // The screen stays awake while a session plays

  let lock = null;
  let asking = false;
  async function stayAwake() {
    const playing = sessions.some((session) => !session.audio.paused);
    if (asking) return;
    try {
      if (playing && !document.hidden && (!lock || lock.released)) {
        asking = true;
        lock = await navigator.wakeLock?.request('screen');
        asking = false;
        if (sessions.every((session) => session.audio.paused)) await lock?.release();
      } else if (!playing) {
        await lock?.release();
      }
    } catch {
      asking = false; // refused, as at low battery: the sound goes on
    }
  }

  // A session

  class Session {
    constructor(box) {
      this.box = box;
      this.data = JSON.parse(box.querySelector('script').textContent);
      this.audio = box.querySelector('audio');
      this.links = [...box.querySelectorAll('[data-at]')];
      this.memory = recall(this.data.stem);
      this.lines = [];
      this.line = -1;
      this.savedAt = 0;
      this.failedAt = 0;
      this.known = this.playing = false;
      this.lines_box = box.querySelector('.words');
      this.listen();
      this.showMemory();
      if (box.open) this.opened();
    }

    get at() {
      return this.audio.readyState ? this.audio.currentTime : this.wanted ?? this.memory.at;
    }

    get seconds() {
      return this.audio.duration || this.data.seconds;
    }

    listen() {
      const { audio, box } = this;
      const on = (type, act) => audio.addEventListener(type, act.bind(this));
      on('loadedmetadata', this.loaded);
      on('play', this.played);
      on('pause', this.paused);
      on('timeupdate', this.moved);
      on('seeked', this.moved);
      on('ended', this.ended);
      on('error', this.failed);
      box.addEventListener('toggle', () => box.open && this.opened());
      box.addEventListener('click', (event) => this.clicked(event));
      box.querySelector('.drawing').addEventListener('click', (event) => this.pointed(event));
      box.querySelector('.done input').addEventListener('change', (event) => this.setDone(event.target.checked));
      box.querySelector('[type=search]').addEventListener('input', (event) => this.search(event.target.value));
      this.lines_box.addEventListener('keydown', (event) => this.walk(event));
    }

    opened() {
      if (this.audio.preload === 'none') this.audio.preload = 'metadata';
      if (!this.lines.length) this.write();
      this.show();
    }

    loaded() {
      this.known = true;
      const place = this.wanted ?? this.memory.at;
      this.wanted = undefined;
      if (place > 0 && place < this.seconds - 1) this.audio.currentTime = place;
      this.show();
    }

    played() {
      this.playing = true;
      for (const other of sessions) if (other !== this) other.audio.pause();
      this.box.classList.add('started');
      this.tellSystem();
      stayAwake();
    }

    paused() {
      this.playing = false;
      this.save();
      stayAwake();
    }

    moved() {
      this.show();
      if (Date.now() - this.savedAt > SAVE_EVERY_MS) this.save();
    }

    ended() {
      this.memory.at = 0;
      this.setDone(true);
      this.audio.currentTime = 0;
      stayAwake();
    }

    /** What broke off, as when the network or the version of a file changed in between, goes on where it was, once. */
    failed() {
      const { currentTime } = this.audio;
      if (this.known && Date.now() - this.failedAt > RETRY_AFTER_MS) {
        this.failedAt = Date.now();
        this.wanted = currentTime;
        this.audio.load();
        if (this.playing) this.audio.play().catch(() => {});
        return;
      }
      this.doing.textContent = 'This sound file can’t be played. Is it in the same folder as this page?';
    }

    get doing() {
      return this.box.querySelector('.doing');
    }

    seek(seconds, { play = false } = {}) {
      const to = Math.min(Math.max(0, seconds), this.seconds);
      if (this.audio.readyState) this.audio.currentTime = to;
      else this.wanted = to;
      if (play) this.audio.play().catch(() => {});
      else if (!this.audio.readyState) this.audio.load();
      this.show();
    }

    go(where) {
      const starts = this.data.chapters;
      const here = Math.max(0, indexAt(starts, this.at));
      const again = this.at - starts[here][0] > NEAR_START_S;
      const places = {
        back: () => this.at - STEP_S,
        forward: () => this.at + STEP_S,
        previous: () => starts[again ? here : Math.max(0, here - 1)][0],
        next: () => starts[here + 1]?.[0] ?? this.seconds,
      };
      this.seek(places[where]());
    }

    clicked(event) {
      const target = event.target.closest('[data-at], [data-go], [data-print], .words button');
      if (!target || event.ctrlKey || event.metaKey) return;
      if (target.dataset.at) {
        event.preventDefault();
        this.seek(Number(target.dataset.at), { play: true });
      } else if (target.dataset.go) this.go(target.dataset.go);
      else if ('print' in target.dataset) printSheet(this.box.dataset.session);
    }

    pointed(event) {
      const { left, width } = event.currentTarget.getBoundingClientRect();
      this.seek(((event.clientX - left) / width) * this.seconds);
    }

    // What is remembered

    save() {
      this.savedAt = Date.now();
      if (this.audio.readyState && !this.audio.ended) this.memory.at = Math.round(this.audio.currentTime * 10) / 10;
      remember(this.data.stem, this.memory);
      this.showMemory();
    }

    setDone(done) {
      this.memory.done = done;
      remember(this.data.stem, this.memory);
      this.showMemory();
      countDone();
    }

    showMemory() {
      const { at, done } = this.memory;
      const begun = at > NEAR_START_S;
      this.box.classList.toggle('is-done', done);
      this.box.classList.toggle('started', begun || !this.audio.paused);
      this.box.querySelector('.done input').checked = done;
      this.box.querySelector('.ring').style.setProperty('--at', begun ? at / this.data.seconds : 0);
      this.box.querySelector('.state').textContent = done ? 'done' : begun ? `stopped at ${clock(at)}` : '';
    }

    // What shows where it is

    show() {
      if (!this.box.open) return;
      const { at } = this;
      const step = this.data.steps[Math.max(0, indexAt(this.data.steps, at))];
      const begun = at > 0 || !this.audio.paused;
      if (!this.audio.error) this.doing.textContent = begun && step ? step[2] : 'Ready when you are';
      this.box.querySelector('.left').textContent = begun && step ? clock(Math.ceil(step[1] - at)) : '';
      this.box.querySelector('.playhead').style.left = `${(100 * at) / this.seconds}%`;
      const chapter = begun ? indexAt(this.data.chapters, at) : -1;
      this.links.forEach((link, index) => setCurrent(link, index === chapter));
      this.follow(begun ? indexAt(this.data.lines, at) : -1);
    }

    follow(index) {
      if (index === this.line || !this.lines.length) return;
      if (this.lines[this.line]) setCurrent(this.lines[this.line], false);
      this.line = index;
      const line = this.lines[index];
      if (!line) return;
      setCurrent(line, true);
      if (this.lines_box.contains(document.activeElement)) return;
      this.reach(line);
      // Only the box scrolls: scrollIntoView would move the page as well.
      const [box, row] = [this.lines_box.getBoundingClientRect(), line.getBoundingClientRect()];
      if (row.height) this.lines_box.scrollTop += row.top - box.top - this.lines_box.clientHeight / 3;
    }

    // Every word

    write() {
      const groups = this.data.chapters.map(([, title]) => [make('h5', { textContent: title, dir: 'auto' }), make('ol')]);
      this.lines = this.data.lines.map(([at, text, marks]) => {
        const words = make('span', { textContent: text, dir: 'auto' });
        const line = make('button', { type: 'button', tabIndex: -1 }, make('time', { textContent: clock(at) }), ' ', words);
        line.dataset.at = at;
        const chapter = indexAt(this.data.chapters, marks & CLOSING ? at - 0.1 : at);
        groups[Math.max(0, chapter)]?.[1].append(make('li', { className: marks & SHORT ? 'short' : '' }, line));
        return line;
      });
      this.lines_box.append(...groups.flat());
      if (this.lines.length) this.reach(this.lines[0]);
    }

    /** One line can be reached with Tab, the others from there with the arrow keys. */
    reach(line) {
      if (this.reached) this.reached.tabIndex = -1;
      this.reached = line;
      line.tabIndex = 0;
    }

    walk(event) {
      const shown = this.lines.filter((line) => !line.parentElement.hidden);
      const here = shown.indexOf(document.activeElement);
      const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: shown.length - 1 }[event.key];
      if (here < 0 || !shown[to]) return;
      event.preventDefault();
      this.reach(shown[to]);
      shown[to].focus();
    }

    search(query) {
      const wanted = query.trim().toLowerCase();
      let count = 0;
      this.lines.forEach((line, index) => {
        const found = mark(line.querySelector('span'), this.data.lines[index][1], wanted);
        line.parentElement.hidden = !found;
        count += found && wanted ? 1 : 0;
      });
      for (const list of this.lines_box.querySelectorAll('ol')) {
        list.previousSibling.hidden = list.hidden = Boolean(wanted) && !list.querySelector('li:not([hidden])');
      }
      const first = this.lines.find((line) => !line.parentElement.hidden);
      if (first) this.reach(first);
      this.lines_box.scrollTop = 0;
      const counted = count === 1 ? '1 line' : `${count || 'No'} lines`;
      this.box.querySelector('.found').textContent = wanted ? `${counted} found` : '';
    }

    // Lock screens and headphones

    tellSystem() {
      const media = navigator.mediaSession;
      if (!media) return;
      const { title, artist, album } = this.data;
      const artwork = [{ src: document.querySelector('link[rel=icon]').href, type: 'image/png', sizes: '192x192' }];
      media.metadata = new MediaMetadata({ title, artist, album, artwork });
      const acts = {
        play: () => this.audio.play(),
        pause: () => this.audio.pause(),
        seekbackward: ({ seekOffset }) => this.seek(this.at - (seekOffset || STEP_S)),
        seekforward: ({ seekOffset }) => this.seek(this.at + (seekOffset || STEP_S)),
        seekto: ({ seekTime }) => this.seek(seekTime),
        previoustrack: () => this.go('previous'),
        nexttrack: () => this.go('next'),
      };
      for (const [action, act] of Object.entries(acts)) {
        try {
          media.setActionHandler(action, act);
        } catch {
          // A browser that doesn't know the action.
        }
      }
    }
  }

  function setCurrent(element, current) {
    if (current) element.setAttribute('aria-current', 'true');
    else element.removeAttribute('aria-current');
  }

  /** Shows `text` with every `wanted` in it marked; whether there is any. */
  function mark(element, text, wanted) {
    const lower = text.toLowerCase();
    // Where lower case has another length (İ), places in it would be wrong in the text.
    const parts = [];
    let from = 0;
    let found = wanted ? lower.indexOf(wanted) : -1;
    const anywhere = found >= 0 || !wanted;
    while (found >= 0 && lower.length === text.length) {
      parts.push(text.slice(from, found), make('mark', { textContent: text.slice(found, found + wanted.length) }));
      from = found + wanted.length;
      found = lower.indexOf(wanted, from);
    }
    element.replaceChildren(...parts, text.slice(from));
    return anywhere;
  }

  function countDone() {
    const done = sessions.filter((session) => session.memory.done).length;
    byId('count-done').textContent = `${done} of ${sessions.length}`;
  }

  function printSheet(number) {
    for (const sheet of document.querySelectorAll('.sheet')) {
      sheet.classList.toggle('chosen', sheet.dataset.sheet === number);
    }
    root.classList.add('printing');
    window.print();
  }

  // Without a network, and on the home screen

  async function ask(worker, message) {
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => (port1.onmessage = (event) => resolve(event.data)));
    worker.postMessage(message, [port2]);
    return answer;
  }

  const fileOf = (session) => decodeURIComponent(session.audio.getAttribute('src'));

  function showKept(kept, problem) {
    const count = sessions.filter((session) => kept.includes(fileOf(session))).length;
    const all = count === sessions.length;
    const said = [`${count} of ${sessions.length} sessions kept on this device${all ? ': they play without a network.' : '.'}`];
    if (problem === 'full') said.push('There is no room for more. Free some space, then try again.');
    if (problem === 'network') said.push('The network failed. What is missing can be fetched later.');
    byId('kept').textContent = said.join(' ');
    byId('keep').hidden = all;
    return all;
  }

  /** Has the worker keep every session, the next ones first. */
  async function keepAll(worker) {
    const next = Math.max(0, sessions.findIndex((session) => !session.memory.done));
    const order = [...sessions.slice(next), ...sessions.slice(0, next)];
    byId('keep').disabled = true;
    for (const session of order) {
      const { kept, problem } = await ask(worker, { keep: fileOf(session) });
      showKept(kept, problem);
      if (problem) break;
    }
    byId('keep').disabled = false;
  }

  async function workOffline() {
    if (!served || !window.isSecureContext || !('serviceWorker' in navigator)) return;
    const registration = await navigator.serviceWorker.register(root.dataset.worker);
    await navigator.serviceWorker.ready;
    const worker = () => registration.active;
    byId('app').hidden = false;
    // Only a page that came from an earlier version's store is told of another one.
    navigator.serviceWorker.addEventListener('controllerchange', () => (byId('renewed').hidden = false));
    byId('reload').addEventListener('click', () => location.reload());
    const { kept } = await ask(worker(), {});
    byId('keep').addEventListener('click', () => {
      navigator.storage?.persist?.().catch(() => {});
      keepAll(worker());
    });
    const network = navigator.connection;
    const dear = network?.saveData || network?.type === 'cellular';
    if (!showKept(kept) && !dear) await keepAll(worker());
  }

  function offerHomeScreen() {
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      byId('app').hidden = byId('install').hidden = false;
      byId('install').onclick = () => event.prompt();
    });
    window.addEventListener('appinstalled', () => (byId('install').hidden = true));
    // Only Safari on iOS has this property, false in the browser and true from the home screen.
    if (served && navigator.standalone === false) byId('app').hidden = byId('ios-hint').hidden = false;
  }

  const sessions = [];
  for (const box of document.querySelectorAll('[data-session]')) sessions.push(new Session(box));
  const next = sessions.find((session) => !session.memory.done) ?? sessions[0];
  for (const session of sessions) session.box.open = session === next;
  countDone();
  window.addEventListener('pagehide', () => sessions.forEach((session) => session.audio.paused || session.save()));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) sessions.forEach((session) => session.audio.paused || session.save());
    stayAwake();
  });
  window.addEventListener('afterprint', () => root.classList.remove('printing'));
  offerHomeScreen();
  window.addEventListener('load', () => workOffline().catch(() => {}));
})();
