// Holds the page's state and tells who listens that it changed, once a frame; knows nothing of what the state means.

export interface Store<State> {
  get(): State;
  update(change: Partial<State> | ((state: State) => Partial<State>)): void;
}

/**
 * `draw` is called once for any number of updates within a frame; in a hidden tab, where no frames come, after a
 * moment, so that the title's unread mark is right.
 */
export function createStore<State extends object>(initial: State, draw: (state: State) => void): Store<State> {
  let state = initial;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    const run = (): void => {
      isScheduled = false;
      draw(state);
    };
    if (document.hidden) setTimeout(run, 50);
    else requestAnimationFrame(run);
  }

  return {
    get: () => state,
    update(change) {
      const patch = typeof change === 'function' ? change(state) : change;
      state = { ...state, ...patch };
      schedule();
    },
  };
}
