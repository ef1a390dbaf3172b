// Runs in the page before its own code: tells how long after a frame's arrival the message in it is painted.

/** When each frame of the page's WebSocket came, by its text. */
const arrivals = [];

window.WebSocket = class extends window.WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener('message', (event) => arrivals.push({ text: String(event.data), atMs: performance.now() }));
  }
};

let painted = Promise.resolve(0);

/** Starts to watch; to be called before the message is sent. */
window.watchFor = (text) => {
  const { promise, resolve } = Promise.withResolvers();
  const list = document.querySelector('[data-testid="message-list"]');
  const observer = new MutationObserver(() => {
    if (!list.lastElementChild.textContent.includes(text)) return;
    observer.disconnect();
    const arrival = arrivals.find((one) => one.text.includes(text));
    // The change was drawn before a frame; the task after the next frame's callbacks runs when that frame is painted.
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - arrival.atMs)));
  });
  observer.observe(list, { childList: true, subtree: true, characterData: true });
  painted = promise;
};

/** Resolves with the milliseconds from the arrival of the frame that holds the text to the first painting that shows it. */
window.whenPainted = () => painted;

/** Scrolls the messages by most of a window in each of `count` frames; resolves with the milliseconds between them. */
window.scrollFrames = async (count) => {
  const scroller = document.querySelector('[data-testid="message-scroller"]');
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [await nextFrame()];
  for (let index = 0; index < count; index += 1) {
    scroller.scrollBy({ top: 500 });
    times.push(await nextFrame());
  }
  return times.slice(1).map((time, index) => Math.round((time - times[index]) * 10) / 10);
};

/** Scrolls to the very top and waits until older messages were drawn; resolves with how many pixels the read one moved. */
window.movedAtTop = async () => {
  const scroller = document.querySelector('[data-testid="message-scroller"]');
  const first = () => document.querySelector('[data-testid="message"]');
  scroller.scrollTo({ top: 0 });
  const read = first();
  const before = read.getBoundingClientRect().top;
  while (first() === read) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return Math.round(read.getBoundingClientRect().top - before);
};
