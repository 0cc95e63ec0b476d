/* Addresses within the page: what one leads to is opened, and all that it stands in. */
function show(element) {
  for (let one = element; one; one = one.parentElement?.closest("details")) if (one.matches("details")) one.open = true;
}

function addressed() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; /* not one of ours */
  }
}

function goToAddress() {
  const place = addressed();
  if (!place) return;
  show(place);
  place.scrollIntoView();
}

export { show, addressed, goToAddress };
