/* The files that stand beside the page: each session has one with all that is heard in it. */
import { make } from "./elements.js";

const served = location.protocol === "http:" || location.protocol === "https:";
const waiting = new Map();

/* What the file of a session calls. */
window.voicecoachSession = (stem, data) => waiting.get(stem)?.(data);

/* The data of a session. A script is what a page on a disk may load as well. */
function loadSession(stem, address) {
  return new Promise((resolve, reject) => {
    waiting.set(stem, resolve);
    const fail = () => reject(new Error(`${address} can’t be loaded`));
    document.head.append(make("script", {src: address, onerror: fail, onload: fail}));
  });
}

export { loadSession, served };
