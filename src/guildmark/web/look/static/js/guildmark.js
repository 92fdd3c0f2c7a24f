// Comfort only: every page works without it.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelectorAll("details.menu[open], details.dialog[open]").forEach((one) => { one.open = false; one.querySelector("summary").focus(); });
});
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open]").forEach((one) => { if (!one.contains(event.target)) one.open = false; });
});
// On a phone the rooms stand in one line: where one is comes into sight.
document.querySelectorAll(".steps [aria-current]").forEach((one) => { const list = one.closest(".steps"); list.scrollLeft = one.offsetLeft - list.offsetLeft - (list.clientWidth - one.offsetWidth) / 2; });
// A second click on the same button sends nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === "post" && !form.hasAttribute("data-repeat")) {
    form.dataset.sent = "yes";
    window.setTimeout(() => { delete form.dataset.sent; }, 4000);
  }
});
// Choosing or dropping a file sends the form that asks for it.
document.querySelectorAll("form[data-drop]").forEach((form) => {
  const input = form.querySelector("input[type=file]");
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; form.requestSubmit(); }
  });
});
// What somebody typed is kept in this tab until it is sent, so that a session that ends loses nothing.
if (document.querySelector(".message.success")) { sessionStorage.removeItem(sessionStorage.getItem("sent") || ""); sessionStorage.removeItem("sent"); }
document.querySelectorAll("form[data-keep]").forEach((form) => {
  const key = "keep:" + location.pathname + ":" + form.dataset.keep;
  const saved = JSON.parse(sessionStorage.getItem(key) || "null");
  if (saved) for (const field of form.elements) if (field.name in saved && (field.name === "version" || !["hidden", "file", "password"].includes(field.type))) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = saved[field.name].includes(field.value); else field.value = saved[field.name][0];
  }
  form.addEventListener("submit", () => sessionStorage.setItem("sent", key));
  form.addEventListener("input", () => {
    const values = {};
    for (const [name, value] of new FormData(form)) if (typeof value === "string" && name !== "csrfmiddlewaretoken") (values[name] ||= []).push(value);
    sessionStorage.setItem(key, JSON.stringify(values));
  });
});
const first = document.querySelector(".message.error[autofocus]");
if (first) first.focus();
