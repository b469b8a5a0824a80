// Says what went wrong with a request, keeps the reader's place after a swap, and keeps the query string short.
// Without this file every page still works: the server answers plain links and forms with whole pages.

/** Shows a sentence in the page's region for notices, which screen readers speak; text only, never markup. */
export function tell(words) {
  const region = document.getElementById("notices");
  if (!region) return;
  const note = document.createElement("p");
  note.textContent = words;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Dismiss";
  close.addEventListener("click", () => note.remove());
  note.append(" ", close);
  region.replaceChildren(note);
}

const REASONS = {
  401: "This page is no longer signed in. Open the address with its token again.",
  403: "This page is too old to decide from. Load it again, then decide.",
  404: "That is no longer there. Load the page again.",
  413: "That is too large.",
};

document.addEventListener("htmx:response:error", (event) => {
  const { ctx } = event.detail;
  const { status } = ctx.response;
  const answered = new DOMParser().parseFromString(ctx.text, "text/html");
  if (status === 409) {
    // Another decision came in between. Where the answer is a page of its own, it takes the place of the whole.
    if (!ctx.select || answered.querySelector(ctx.select)) return;
    Object.assign(ctx, { target: "#main", select: "#main", swap: "outerHTML show:top", push: "false" });
    return;
  }
  // What was typed stays where it is: only the server's own words are shown.
  const reason = answered.getElementById("trouble")?.textContent;
  tell(reason ?? REASONS[status] ?? `The workbench answered with an error (${status}). Nothing was changed on this page.`);
});

document.addEventListener("htmx:error", () => {
  tell("The workbench does not answer. Is rashomon serve still running?");
});

// htmx gives the focus back to an element of the same id. Where that element is gone (a claim that was decided
// and left the list), the focus would fall to the top of the page: it goes to what was swapped in instead. Where a
// link leads to a form (href="…#form"), the focus goes into the form, as if the page had been opened there.
const FIELD = "input:not([type=hidden]), select, textarea";
let held = null;
let goal = null;
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx, tasks } = event.detail;
  const main = tasks?.find((task) => task.type === "main");
  held = main?.target?.contains?.(document.activeElement) ? document.activeElement : null;
  goal = ctx.sourceElement.hash?.slice(1) || null;
});
document.addEventListener("htmx:after:settle", (event) => {
  if (event.detail.task?.type !== "main") return;
  const field = goal && document.getElementById(goal)?.querySelector(FIELD);
  const place = event.detail.task.target;
  if (field) {
    field.focus();
  } else if (held && document.activeElement === document.body && place?.isConnected) {
    if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  }
  held = goal = null;
});

// Empty filters are left out of the address, both when htmx asks and when the browser does.
document.addEventListener("formdata", (event) => {
  if (event.target.method !== "get") return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});
