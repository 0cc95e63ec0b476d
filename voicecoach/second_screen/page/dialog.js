/* What covers the screen for a moment: a list to choose from, or the keys. */
class Dialog {
  #shown = "";

  constructor(root) {
    this.root = root;
  }

  show({listing, help}, keys, areYours) {
    const shown = JSON.stringify([listing, help, areYours]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.root.hidden = !listing && !(help && areYours); /* who only looks on could not close it */
    if (this.root.hidden) return;
    this.root.querySelector("h2").textContent = listing ? listing.title : "Keys";
    const rows = listing ? listing.rows.map((row, number) => choice(row, number, areYours)) : keys.map(line);
    this.root.querySelector("ol").replaceChildren(...rows);
    if (!listing) return;
    rows[listing.at].setAttribute("aria-current", "true");
    rows[listing.at].scrollIntoView({block: "nearest"});
  }
}

function choice(row, number, areYours) {
  const button = document.createElement("button");
  [button.type, button.textContent, button.dataset.key, button.disabled] = ["button", row, `row ${number}`, !areYours];
  return item(button);
}

function line([key, what]) {
  return item(`${key}: ${what}`);
}

function item(content) {
  const made = document.createElement("li");
  made.append(content);
  return made;
}

export { Dialog };
