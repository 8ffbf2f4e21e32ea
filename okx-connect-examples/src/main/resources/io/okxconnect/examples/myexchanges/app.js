// Comfort alone: every page works without it. Nothing that is typed leaves the form.
"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

for (const button of document.querySelectorAll("[data-reveal]")) {
  const field = document.getElementById(button.dataset.reveal);
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.textContent = shown ? button.dataset.hide : label;
    button.setAttribute("aria-pressed", String(shown));
  });
}

// What the parts of a key look like; the server, and OKX, decide.
function hint(field) {
  const place = document.getElementById(field.id + "-hint");
  const text = field.value.trim();
  const good = new RegExp("^(?:" + field.dataset.form + ")$").test(text);
  place.classList.toggle("good", text !== "" && good);
  place.classList.toggle("odd", text !== "" && !good);
  place.textContent = text === "" ? place.dataset.hint : good ? field.dataset.good : field.dataset.odd;
}

for (const field of document.querySelectorAll("input[data-form]")) {
  field.addEventListener("input", () => hint(field));
}

for (const button of document.querySelectorAll("button.fill")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    for (const name of ["apiKey", "secretKey", "passphrase"]) {
      const field = document.getElementById(name);
      field.value = button.dataset[name];
      hint(field);
    }
    document.getElementById("connect").focus();
  });
}

// A second click sends nothing again.
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", event => {
    const button = form.querySelector("button:not([type=button])");
    if (button.getAttribute("aria-disabled") === "true") {
      event.preventDefault();
      return;
    }
    button.setAttribute("aria-disabled", "true");
    if (button.dataset.busy) {
      button.textContent = button.dataset.busy;
    }
  });
}

// A page that comes back out of the browser's memory shows no secret and no busy button.
window.addEventListener("pageshow", event => {
  if (event.persisted) {
    location.reload();
  }
});

const ago = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
for (const time of document.querySelectorAll("time")) {
  const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
  const [size, unit] = [[86400, "day"], [3600, "hour"], [60, "minute"]].find(([s]) => Math.abs(seconds) >= s) ?? [1, "second"];
  time.title = time.textContent;
  time.textContent = unit === "second" ? ago.format(0, "second") : ago.format(Math.round(seconds / size), unit);
}

document.getElementById("news")?.scrollIntoView({ block: "nearest" });
