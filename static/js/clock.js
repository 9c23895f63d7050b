// The two clocks go on, and a confirmation can be put away. Every word comes from the page; without this file the page
// shows the time at which it was made.
(() => {
  const bar = document.querySelector(".clock-bar");
  const STRIP = 150;

  const tell = () => {
    const now = Date.now() / 1000;
    for (const clock of bar.querySelectorAll("time[data-zone]")) {
      clock.textContent = new Intl.DateTimeFormat("en-GB", {
        hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: clock.dataset.zone,
      }).format(now * 1000);
      clock.dateTime = new Date(now * 1000).toISOString();
    }
    const states = [...bar.querySelectorAll(".state")];
    if (!states.some((one) => one.dataset.from <= now && now < one.dataset.until)) return; // open for more than a day
    for (const said of bar.querySelectorAll(".state, .left")) {
      said.hidden = now < said.dataset.from || now >= said.dataset.until;
      if (said.hidden || !said.classList.contains("left")) continue;
      const minutes = Math.ceil((said.dataset.until - now) / 60);
      const pattern = minutes < 60 ? bar.dataset.minutesLeft : bar.dataset.hoursLeft;
      said.textContent = pattern.replace("{h}", Math.floor(minutes / 60)).replace("{m}", minutes % 60);
    }
    const tick = bar.querySelector(".day-tick");
    if (tick) {
      const { from, until } = tick.dataset;
      tick.setAttribute("x", Math.min(STRIP, ((now - from) / (until - from)) * STRIP).toFixed(1));
    }
  };

  if (bar) {
    tell();
    setTimeout(() => { tell(); setInterval(tell, 60000); }, 60000 - (Date.now() % 60000));
  }

  for (const button of document.querySelectorAll("[data-close]")) {
    button.hidden = false;
    button.addEventListener("click", () => button.closest(".toast").remove());
  }
})();
