// A long form is saved while one writes. Without this file it is saved by its buttons. Every word that is shown comes from
// the page or the answer; nothing here is a live region, so nobody is interrupted while writing.
(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const PAUSE = 3000; // milliseconds without a key
  const said = form.querySelector("[data-said]");
  let timer = 0;
  let isSaving = false;
  let isStopped = false;
  let pressed = null; // a button that waits for the saving under way

  const measure = (counted) => {
    const text = document.getElementById(counted.dataset.count).value;
    const words = text.split(/\s+/).filter(Boolean);
    const length = counted.dataset.byWords ? words.length : [...words.join("")].length;
    counted.querySelector("[data-number]").textContent = length;
  };

  const show = (answer) => {
    form.elements.read.value = answer.read;
    document.querySelector("[data-meter] [data-done]").textContent = answer.done;
    document.querySelector("[data-bar]").setAttribute("width", `${Math.floor((100 * answer.done) / answer.total)}%`);
  };

  const save = async () => {
    if (isSaving) return later();
    isSaving = true;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, redirect: "error",
      });
      const told = await answer.json();
      said.textContent = told.said;
      if (answer.ok) show(told);
      else isStopped = true; // both texts are shown when the form is sent
    } catch {
      said.textContent = form.dataset.failed;
    } finally {
      isSaving = false;
      if (pressed) form.requestSubmit(pressed);
    }
  };

  const later = () => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(save, PAUSE);
  };

  const counted = [...form.querySelectorAll("[data-count]")];
  counted.forEach(measure);
  form.addEventListener("input", () => { counted.forEach(measure); later(); });
  form.addEventListener("submit", (event) => {
    isStopped = true;
    clearTimeout(timer);
    if (!isSaving || pressed) return;
    event.preventDefault(); // else the form would be sent as it was before the answer
    pressed = event.submitter || form.querySelector("[type=submit].btn-primary");
  });
})();
