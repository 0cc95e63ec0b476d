/* Plays what the server sends, as one stretch: each piece starts at the sample at which the one before it ends.

   The pieces are scheduled with nodes of their own and no worklet is needed: browsers have worklets for secure addresses
   alone, and a phone in the home network comes by plain http. */
import { send, viewer } from "./server.js";

const RATE_HZ = 48000, HEAD_BYTES = 16;
const START_S = .15;
/* A piece that comes later than it should be heard by less than this is begun in its middle. */
const LATE_S = .2;
const SAY_MS = 100, AGAIN_MS = 500;

class Sound {
  #context = null;
  #wanted = false;
  #running = false;
  #pieces = []; /* those that are scheduled: {start, end, node} in samples */
  #base = null; /* when sample 0 would have been, by the context's clock */
  #take = 0;
  #channels = 1;
  #lost = 0;
  #abort = null;

  get isHeard() {
    return this.#running && this.#context?.state === "running";
  }

  /* Called in a tap: browsers make no sound before one. */
  async start() {
    this.#context ??= new AudioContext({sampleRate: RATE_HZ, latencyHint: "interactive"});
    this.#wanted = true;
    await this.#context.resume();
    if (!this.#running) this.#run();
  }

  stop() {
    this.#wanted = false;
    this.#abort?.abort();
  }

  async #run() {
    this.#running = true;
    const says = setInterval(() => this.#say(), SAY_MS);
    while (this.#wanted) {
      this.#abort = new AbortController();
      try {
        const answer = await fetch(`sound?viewer=${viewer}`, {signal: this.#abort.signal});
        if (answer.ok) await this.#play(answer);
      } catch {
        /* the connection was lost: try again */
      }
      this.#drop(0);
      this.#base = null;
      if (this.#wanted) await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
    clearInterval(says);
    this.#running = false;
  }

  async #play(answer) {
    this.#channels = Number(answer.headers.get("Voicecoach-Channels"));
    const reader = answer.body.getReader();
    let bytes = new Uint8Array(0);
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      bytes = joined(bytes, value);
      for (let piece = this.#cut(bytes); piece; piece = this.#cut(bytes)) {
        if (!piece.count) return void (this.#wanted = false); /* another page plays now */
        bytes = piece.rest;
        this.#schedule(piece);
      }
    }
  }

  #cut(bytes) {
    if (bytes.length < HEAD_BYTES) return null;
    const head = new DataView(bytes.buffer, bytes.byteOffset);
    const count = head.getUint32(4, true), end = HEAD_BYTES + 2 * this.#channels * count;
    if (bytes.length < end) return null;
    return {take: head.getUint32(0, true), start: Number(head.getBigUint64(8, true)), count, sound: bytes.slice(HEAD_BYTES, end), rest: bytes.subarray(end)};
  }

  #schedule({take, start, count, sound}) {
    const context = this.#context, now = context.currentTime;
    if (take !== this.#take) this.#drop(start);
    this.#take = take;
    this.#base ??= now + START_S - start / RATE_HZ;
    let late = now - this.#time(start);
    if (late > LATE_S) {
      this.#lost += late;
      this.#base += late + START_S;
      late = 0;
    }
    const skipped = late > 0 ? Math.min(count, Math.ceil((late + .005) * RATE_HZ)) : 0;
    if (skipped === count) return;
    const node = context.createBufferSource();
    node.buffer = this.#buffer(sound, count, skipped);
    node.connect(context.destination);
    node.start(this.#time(start + skipped));
    this.#pieces = this.#pieces.filter((one) => this.#time(one.end) > now);
    this.#pieces.push({start: start + skipped, end: start + count, node});
  }

  #buffer(sound, count, skipped) {
    const samples = new DataView(sound.buffer);
    const buffer = this.#context.createBuffer(this.#channels, count - skipped, RATE_HZ);
    for (let channel = 0; channel < this.#channels; channel += 1) {
      const data = buffer.getChannelData(channel);
      for (let n = 0; n < data.length; n += 1) {
        data[n] = samples.getInt16(2 * ((n + skipped) * this.#channels + channel), true) / 32768;
      }
    }
    return buffer;
  }

  /* What was to be heard from a sample on is heard no more. */
  #drop(from) {
    for (const {start, end, node} of this.#pieces) {
      if (end > from) node.stop(Math.max(0, this.#time(Math.max(start, from))));
    }
    this.#pieces = this.#pieces.filter(({start}) => start < from).map((one) => ({...one, end: Math.min(one.end, from)}));
  }

  #time(sample) {
    return (this.#base ?? 0) + sample / RATE_HZ;
  }

  #say() {
    if (this.#base === null || this.#context.state !== "running") return;
    const {currentTime, outputLatency = 0} = this.#context;
    const last = this.#pieces.at(-1)?.end ?? 0;
    const sample = Math.min((currentTime - outputLatency - this.#base) * RATE_HZ, last);
    if (sample > 0) send("heard", {sample, lost_s: this.#lost});
  }
}

function joined(one, other) {
  if (!one.length) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

export { Sound };
