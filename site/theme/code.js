// The page of the code: a telephone that reads the message fills the code in (WebOTP), and a clock says when another code
// can be asked for.
(() => {
  "use strict";
  const field = document.querySelector("input[autocomplete=one-time-code]");
  if (field && "OTPCredential" in window && navigator.credentials && window.AbortController) {
    const waiting = new AbortController();
    field.form.addEventListener("submit", () => waiting.abort());
    navigator.credentials.get({ otp: { transport: ["sms"] }, signal: waiting.signal }).then((message) => {
      if (!message || field.value) return;
      field.value = message.code;
      field.form.querySelector("button").focus();
    }).catch(() => {});
  }

  const again = document.querySelector(".again");
  if (!again || !window.performance) return;
  const clock = again.querySelector("[data-sentence]");
  const link = again.querySelector("a");
  const status = again.querySelector("[role=status]");
  const ends = performance.now() + Number(again.dataset.seconds) * 1000;
  const language = document.documentElement.lang;

  const show = () => {
    const left = Math.ceil((ends - performance.now()) / 1000);
    clock.hidden = left <= 0;
    link.hidden = left > 0;
    if (left <= 0) {
      status.textContent = status.dataset.ready;
      clearInterval(timer);
    } else {
      clock.textContent = clock.dataset.sentence.replace("{seconds}", left.toLocaleString(language));
    }
  };
  const timer = setInterval(show, 1000);
  again.hidden = false;
  show();
})();
