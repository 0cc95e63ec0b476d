/* The second screen: what the live session tells is drawn, and what is pressed here goes there. */
import { Controls } from "./controls.js";
import { filmOf } from "./films.js";
import { Moments } from "./moments.js";
import { listen } from "./server.js";
import { Sound } from "./sound.js";
import { TrainingView } from "./training_view.js";

const DRAWN_EVERY_MS = 30;
const find = (id) => document.getElementById(id);
const [moments, controls, drawn, sound] = [new Moments(), new Controls(find("controls")), new TrainingView(find("screen"), filmOf), new Sound()];
let plays = false, line = "Connecting …";

/* Drawing */

let drawnAt = 0;

function draw(now) {
  requestAnimationFrame(draw);
  if (now - drawnAt < DRAWN_EVERY_MS) return;
  drawnAt = now;
  const view = moments.at(performance.now());
  if (view) {
    drawn.show(view, moments.state);
    controls.show(view, moments.state);
  }
  find("hear").hidden = !(plays && controls.areYours && !sound.isHeard);
  say(line);
}

function say(text) {
  if (find("line").textContent !== text) find("line").textContent = text;
  find("line").hidden = !text;
}

/* The screen stays on while it plays, where the browser can do that: for secure addresses and on this machine. */

let lock = null;

async function keepOn() {
  const wanted = moments.isPlaying && document.visibilityState === "visible";
  try {
    if (wanted && (!lock || lock.released)) lock = await navigator.wakeLock.request("screen");
    if (!wanted && lock && !lock.released) await lock.release();
  } catch {
    lock = null; /* refused, as with a low battery */
  }
}

if ("wakeLock" in navigator) {
  setInterval(keepOn, 1000);
} else {
  find("awake").hidden = false;
}

/* Full screen, where there is one: not on an iPhone */

find("fullscreen").hidden = !document.documentElement.requestFullscreen;
find("fullscreen").addEventListener("click", () =>
  document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
);

/* The sound, where it is heard here */

find("hear").addEventListener("click", () => sound.start());

const HEARS = {
  hello(about) {
    document.title = `${about.title} – Voicecoach`;
    plays = about.plays;
    controls.keys = about.keys;
  },
  moment(told) {
    moments.tell(told, performance.now());
  },
  control(told) {
    controls.control(told);
    if (!told.yours) sound.stop();
  },
  end() {
    line = "The session is over.";
    plays = false;
    sound.stop();
    controls.control({yours: false, shared: false, alone: true, by: ""});
    find("controls").hidden = true;
    lock?.release();
  },
};

listen(
  (kind, about) => HEARS[kind](about),
  (isThere) => { line = isThere ? "" : "The connection is lost. It comes back by itself …"; }
);
requestAnimationFrame(draw);
