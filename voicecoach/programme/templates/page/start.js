/* The large button: what comes next, or where it goes on. */
import { byId, write } from "./elements.js";
import { clock, minutes } from "./times.js";

/* The session to go on with, or the first that isn't done; the last when all are. */
function nextOf(sessions) {
  const begun = sessions.filter((session) => session.isBegun && !session.memory.values.done);
  const latest = begun.sort((one, other) => other.memory.values.when - one.memory.values.when)[0];
  return latest ?? sessions.find((session) => !session.memory.values.done) ?? sessions.at(-1);
}

function lowered(name) {
  return name.replace(/^Week/, "week");
}

class StartButton {
  constructor(sessions, start) {
    this.sessions = sessions;
    byId("start").addEventListener("click", () => start(this.session));
    this.show();
  }

  get session() {
    return this.sessions.find((session) => session.isPlaying) ?? nextOf(this.sessions);
  }

  show() {
    const {session} = this;
    const {at, done} = session.memory.values;
    const name = lowered(session.name), length = session.box.dataset.length.replaceAll(" ", "\u00a0");
    const left = `${minutes(session.planned - at)} left`;
    const [what, more] = session.isPlaying
      ? ["Show the training", name]
      : session.isBegun
        ? [`Go on at ${clock(at)}`, `${name} · ${left}`]
        : [`${done ? "Train" : "Start"} ${name}${done ? " again" : ""} · ${length}`, done ? "All of it is done" : ""];
    write(byId("start").querySelector(".what"), what);
    write(byId("start").querySelector("small"), more);
  }
}

export { StartButton, nextOf };
