/* The page of a programme. */
import { After } from "./after.js";
import { stayAwake } from "./awake.js";
import { Dock } from "./dock.js";
import { byId, write } from "./elements.js";
import { filmOf, loadFigures } from "./figures.js";
import { whenAnotherBegins } from "./memory.js";
import { Offline, offerHomeScreen } from "./offline.js";
import { addressed, goToAddress, show } from "./places.js";
import { Session } from "./session.js";
import { SessionBox } from "./session_box.js";
import { printSheet } from "./sheets.js";
import { StartButton, nextOf } from "./start.js";
import { tellSystem } from "./system.js";
import { Training } from "./training.js";

document.documentElement.classList.add("js");

const sessions = [...document.querySelectorAll("[data-session]")].map((box) => new Session(box));
const training = new Training(filmOf);
const dock = new Dock(training);
const after = new After(sessions, goOn);
const offline = new Offline(sessions);
const start = new StartButton(sessions, begin);
const isPlaying = () => sessions.some((session) => session.isPlaying);

function begin(session) {
  session.play();
  training.open(session);
}

function doneOf(some) {
  return some.filter((session) => session.memory.values.done).length;
}

function showProgress() {
  write(byId("count-done"), `${doneOf(sessions)} of ${sessions.length}`);
  for (const group of document.querySelectorAll(".group")) {
    const inside = sessions.filter((session) => group.contains(session.box));
    write(group.querySelector(".group-done"), `${doneOf(inside)} of ${inside.length} done`);
  }
  start.show();
  offline.show();
}

function goOn() {
  show(nextOf(sessions).box);
  offline.keepNext();
}

function pauseAll(except) {
  for (const session of sessions) if (session !== except) session.pause();
}

function watch(session) {
  session.on("played", () => {
    pauseAll(session);
    dock.follow(session);
    tellSystem(session);
    session.box.classList.add("started");
  });
  session.on("played paused ended", () => {
    stayAwake(isPlaying);
    dock.show();
    start.show();
  });
  session.on("moved loaded", () => dock.show());
  session.on("remembered", showProgress);
  session.on("ended", () => {
    dock.hide();
    training.close();
    after.open(session);
  });
}

const wanted = addressed();
for (const session of sessions) session.box.open = false;
for (const session of sessions) {
  new SessionBox(session, {training: begin, after: (one) => after.open(one), sheet: printSheet});
  watch(session);
}
if (!wanted?.closest("[data-session]")) show(nextOf(sessions).box);
goToAddress();
addEventListener("hashchange", goToAddress);
showProgress();
whenAnotherBegins(() => pauseAll(null));

function saveAll() {
  for (const session of sessions) if (session.isPlaying) session.save();
}

addEventListener("pagehide", saveAll);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) saveAll();
  stayAwake(isPlaying);
});
offerHomeScreen();
addEventListener("load", () => requestAnimationFrame(() => setTimeout(loadFigures)));
addEventListener("load", () => offline.begin().catch(() => {}));
