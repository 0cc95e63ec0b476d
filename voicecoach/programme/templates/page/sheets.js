/* The sheets on paper: all of them, or that of one session. */
const root = document.documentElement;

function printSheet(session) {
  for (const sheet of document.querySelectorAll(".sheet")) {
    sheet.classList.toggle("chosen", sheet.dataset.sheet === session.number);
  }
  root.classList.add("printing");
  print();
}

addEventListener("afterprint", () => root.classList.remove("printing"));

export { printSheet };
