"use strict";
// Forms send JSON to the admin API: data-send="METHOD path". Once a second, the parts that have changed are replaced.
const message = document.getElementById("message");
const filter = document.getElementById("filter");
const pause = document.getElementById("pause");
const shown = {};
let forgetting;

// Errors stay until something else is said.
function say(text, failed = false) {
  clearTimeout(forgetting);
  if (!failed) forgetting = setTimeout(() => (message.textContent = ""), 5000);
  message.setAttribute("role", failed ? "alert" : "status");
  message.className = failed ? "alert" : "";
  message.textContent = text;
}

function valueOf(input) {
  if (input.type === "number" || input.dataset.type === "number") return Number(input.value);
  return input.type === "checkbox" ? input.checked : input.value;
}

// The JSON object of forms and groups of fields, without empty fields.
function read(containers) {
  const inputs = containers.flatMap((container) => [...container.querySelectorAll("[name]")]);
  const whole = inputs.find((input) => input.name === "json");
  if (whole) return JSON.parse(whole.value);
  return Object.fromEntries(inputs.filter((input) => input.value !== "").map((input) => [input.name, valueOf(input)]));
}

async function call(method, path, body) {
  const answer = await fetch(path, { method, body: body && JSON.stringify(body) });
  const content = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw new Error(content.error);
  return content;
}

document.addEventListener("submit", async (event) => {
  const { send, confirm: question, done, show } = event.target.dataset;
  if (!send) return;
  event.preventDefault();
  if (question && !window.confirm(question)) return;
  const [method, path] = send.split(" ");
  const others = (event.target.dataset.with ?? "").split(" ").filter(Boolean);
  try {
    const body = method === "POST" ? read([event.target, ...others.map((id) => document.getElementById(id))]) : undefined;
    const content = await call(method, path, body);
    if (show) fill(document.getElementById(show), content);
    say(done);
    await refresh();
  } catch (error) {
    say(error.message, true);
  }
});

function fill(target, content) {
  for (const element of target.querySelectorAll("[data-value]")) element.textContent = content[element.dataset.value];
  target.hidden = false;
}

document.addEventListener("click", async (event) => {
  const source = document.getElementById(event.target.dataset?.copy);
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source.textContent);
    say("Copied");
  } catch {
    // Without permission, people can still copy what is selected.
    window.getSelection().selectAllChildren(source);
    say("Selected: press Ctrl+C to copy");
  }
});

function applyFilter() {
  const words = filter.value.toLowerCase().split(/[\s,]+/).filter(Boolean);
  for (const row of document.querySelectorAll("#live-requests tbody tr")) {
    const text = row.textContent.toLowerCase();
    row.hidden = words.length > 0 && !words.some((word) => text.includes(word));
  }
}
filter.addEventListener("input", applyFilter);

function replace(part, html) {
  const element = document.getElementById(`live-${part}`);
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  element.innerHTML = html;
  // The focused button is a new element now, or gone.
  if (focused && focused !== element) (document.getElementById(focused.id) ?? element.querySelector("button"))?.focus();
}

async function refresh() {
  const parts = await call("GET", "live");
  for (const [part, html] of Object.entries(parts)) {
    if (shown[part] === html || (part === "requests" && pause.checked)) continue;
    replace(part, html);
    shown[part] = html;
  }
  applyFilter();
}

let isLost = false;
async function watch() {
  if (!document.hidden) {
    try {
      await refresh();
      if (isLost) say("The server answers again");
      isLost = false;
    } catch {
      if (!isLost) say("The server does not answer. This page tries again.", true);
      isLost = true;
    }
  }
  setTimeout(watch, 1000);
}
document.addEventListener("visibilitychange", () => document.hidden || refresh().catch(() => {}));
watch();
