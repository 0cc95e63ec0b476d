/* The way to the live session: its events, and what is sent there. */
const SILENT_MS = 6000, AGAIN_MS = 1500;

/* Stays the same when the page is loaded again, so that it has the controls again. */
function identity() {
  const made = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    let known = sessionStorage.getItem("viewer");
    if (!known) sessionStorage.setItem("viewer", known = made());
    return known;
  } catch {
    return made();
  }
}

const viewer = identity();

/* Sends something as this viewer; whether it was taken. */
async function send(to, about) {
  try {
    const answer = await fetch(to, {
      method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({viewer, ...about}),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/* Listens until the session is over. `hears` is called with each kind of event and what it says; `is_there` with
   whether the connection stands. A browser opens a stream that ended again, but not one that was refused, and never
   learns of one that went silent, as after a sleep: that is seen to here. */
function listen(hears, isThere) {
  let source, heardAt, over = false;
  const open = () => {
    source?.close();
    heardAt = performance.now();
    source = new EventSource(`events?viewer=${viewer}`);
    for (const kind of ["hello", "moment", "control", "beat", "end"]) {
      source.addEventListener(kind, (event) => {
        heardAt = performance.now();
        if (over) return;
        isThere(true);
        if (kind === "end") {
          over = true;
          source.close();
        }
        if (kind !== "beat") hears(kind, JSON.parse(event.data));
      });
    }
    source.addEventListener("error", () => over || isThere(false));
  };
  open();
  setInterval(() => {
    const silent = performance.now() - heardAt;
    if (!over && (silent > SILENT_MS || (source.readyState === EventSource.CLOSED && silent > AGAIN_MS))) {
      isThere(false);
      open();
    }
  }, 500);
}

export { listen, send, viewer };
