// The login page: computes a proof of work, so that nobody has to read the security code. Without this file, or where it
// fails, the image is shown as it is. The same file is the worker that computes.
(() => {
  "use strict";

  // SHA-256 (FIPS 180-4) of "puzzle:solution", begun anew for each solution: 52 bytes, one block.
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  const K = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)));
  const H = Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)));
  const W = new Int32Array(64);

  // The first 32 bits of the hash of the block in W[0...15].
  const firstWord = () => {
    for (let i = 16; i < 64; i += 1) {
      const x = W[i - 15], y = W[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
    }
    let a = H[0], b = H[1], c = H[2], d = H[3], e = H[4], f = H[5], g = H[6], h = H[7];
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    return (H[0] + a) | 0;
  };

  // Four ASCII digits as a word.
  const digits = (n) => 0x30303030 | (Math.floor(n / 1000) << 24) | (Math.floor(n / 100) % 10 << 16)
    | (Math.floor(n / 10) % 10 << 8) | n % 10;

  // The first of the solutions 00000000 ... 99999999 whose hash begins with so many zero bits.
  const solve = (puzzle, bits) => {
    const text = puzzle + ":";
    if (text.length !== 44) throw new Error("a puzzle of another length");
    for (let high = 0; high < 10000; high += 1) {
      for (let low = 0; low < 10000; low += 1) {
        for (let i = 0; i < 11; i += 1) {
          W[i] = text.charCodeAt(4 * i) << 24 | text.charCodeAt(4 * i + 1) << 16 | text.charCodeAt(4 * i + 2) << 8
            | text.charCodeAt(4 * i + 3);
        }
        W[11] = digits(high); W[12] = digits(low); W[13] = 0x80000000 | 0; W[14] = 0; W[15] = 52 * 8;
        if (firstWord() >>> (32 - bits) === 0) return String(high * 10000 + low).padStart(8, "0");
      }
    }
    throw new Error("no solution");
  };

  if (typeof document === "undefined") {
    onmessage = ({ data }) => postMessage(solve(data.puzzle, data.bits));
    return;
  }

  const field = document.querySelector(".security-code");
  if (!field) return;
  const form = field.closest("form");
  const source = document.currentScript.src;

  // Another image, without the page being loaded anew.
  const image = field.querySelector("img");
  const sound = field.querySelector("audio");
  const address = image.src;
  field.querySelector("[name=another]").addEventListener("click", (event) => {
    event.preventDefault();
    image.src = `${address}&n=${Date.now()}`;
    sound.load();
    form.elements.captcha.value = "";
    form.elements.captcha.focus();
  });

  if (!form.dataset.work || !window.Worker || !window.fetch) return;
  const status = form.querySelector(".work");
  const answer = form.elements.work;
  let worker, timers = [], isRunning = false, isAwaited = false, hasFailed = false;
  const say = (what) => { status.textContent = what ? status.dataset[what] : ""; };
  const later = (seconds, what) => timers.push(setTimeout(what, seconds * 1000));

  const stop = () => {
    timers.forEach(clearTimeout);
    timers = [];
    worker?.terminate();
    isRunning = isAwaited = false;
    answer.value = "";
  };

  // The image is always a way; so it is when a slow device takes too long.
  const showImage = () => { field.hidden = false; };

  const fail = () => {
    stop();
    hasFailed = true;
    say("");
    showImage();
  };

  const finish = (solution, seconds) => {
    const submits = isAwaited;
    answer.value = solution;
    say("done");
    isAwaited = false;
    timers.forEach(clearTimeout);
    if (submits) return form.submit();
    // Before the answer is too old, another one is computed.
    later(Math.max(10, seconds - 30), () => { stop(); start(); });
  };

  const start = async () => {
    if (isRunning || hasFailed) return;
    isRunning = true;
    say("running");
    later(15, showImage);
    try {
      const reply = await fetch(form.dataset.work, { cache: "no-store" });
      if (!reply.ok) throw new Error(`status ${reply.status}`);
      const { puzzle, bits, seconds } = await reply.json();
      worker = new Worker(source);
      worker.onmessage = ({ data }) => finish(data, seconds);
      worker.onerror = fail;
      worker.postMessage({ puzzle, bits });
    } catch {
      fail();
    }
  };

  field.hidden = true;
  form.addEventListener("focusin", start);
  form.addEventListener("submit", (event) => {
    if (field.hidden && !answer.value) {
      event.preventDefault();
      start();
      isAwaited = true;
      say("awaited");
    }
  });
  // Back from another page: the answer has been used.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    stop();
    say("");
    field.hidden = true;
  });
})();
