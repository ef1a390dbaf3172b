// Starts the page: state, socket, drawing and keys are put together here and nowhere else.

import { render } from 'lit';
import 'twemoji-colr-font/twemoji.css';
import '@fontsource-variable/inter/wght.css';
import './look/styles.css';
import { createComposer } from './composer/composer.ts';
import { defineClockFace } from './frame/clock-face.ts';
import { pageView } from './frame/page-view.ts';
import { focusComposer, listenToKeys } from './keyboard.ts';
import { dressComponents } from './look/components.ts';
import { defineSandboxTime, refreshTimes, setTimeSource } from './markdown/sandbox-time.ts';
import { defineSandboxSelect } from './message/sandbox-select.ts';
import { createPageActions } from './page-actions.ts';
import { ScrollKeeper } from './scroll-keeper.ts';
import { SandboxSocket } from './socket.ts';
import { applyEvent } from './state/apply-event.ts';
import { createPageState, type PageState } from './state/page-state.ts';
import { openChannel, sandboxNowMs, unreadOf } from './state/selectors.ts';
import { createStore } from './state/store.ts';

/** Where the tools stand beside the messages from the start, in pixels of width. */
const WIDE = 1100;

function start(root: HTMLElement): void {
  dressComponents();
  defineSandboxTime();
  defineSandboxSelect();
  defineClockFace();
  const store = createStore<PageState>(initialState(), draw);
  const socket = new SandboxSocket(recall('user') ?? 'ada', {
    onEvent: (event) => {
      store.update((state) => applyEvent(state, event, Date.now()));
      if (event.type === 'clock') refreshTimes();
    },
    onState: (connection) => store.update({ connection }),
  });
  const actions = createPageActions({ store, socket, remember });
  const composer = createComposer(store, socket, actions);
  const keeper = new ScrollKeeper(actions);
  const moveFocus = createFocusKeeper();
  setTimeSource(() => sandboxNowMs(store.get(), Date.now()));
  listenToKeys(store, actions);
  setInterval(() => forgetTyping(store.get(), (typing) => store.update({ typing })), 1_000);

  function draw(state: PageState): void {
    document.documentElement.dataset.theme = state.theme;
    document.title = titleOf(state);
    render(pageView(state, actions, composer), root);
    keeper.afterDraw(state);
    moveFocus(state);
  }
}

function initialState(): PageState {
  const theme = recall('theme') ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
  return createPageState({
    theme: theme === 'light' ? 'light' : 'dark',
    isToolsOpen: window.innerWidth >= WIDE && recall('tools') !== 'closed',
  });
}

/** The person lives with the tab, so that two tabs can be two people; the looks live with the browser. */
function storageOf(key: 'theme' | 'user' | 'tools'): Storage {
  return key === 'user' ? sessionStorage : localStorage;
}

function remember(key: 'theme' | 'user' | 'tools', value: string): void {
  storageOf(key).setItem(`sandbox-${key}`, value);
}

function recall(key: 'theme' | 'user' | 'tools'): string | undefined {
  return storageOf(key).getItem(`sandbox-${key}`) ?? undefined;
}

function titleOf(state: PageState): string {
  const unread = state.channels.reduce((sum, channel) => sum + unreadOf(state, channel).mentions, 0);
  const channel = openChannel(state);
  const place = channel === undefined ? 'Sandbox' : `${channel.kind === 'dm' ? '@' : '#'}${channel.name} – Sandbox`;
  return unread > 0 ? `(${unread}) ${place}` : place;
}

function forgetTyping(state: PageState, update: (typing: PageState['typing']) => void): void {
  const left = state.typing.filter((one) => one.untilMs > Date.now());
  if (left.length < state.typing.length) update(left);
}

/** Opening a menu moves the focus into it; closing one, or a form, gives it back to the composer. */
function createFocusKeeper(): (state: PageState) => void {
  let before: Pick<PageState, 'menu' | 'modal' | 'picture' | 'editingId' | 'replyToId' | 'channelId'> | undefined;
  return (state) => {
    const isOpened = state.menu !== undefined && state.menu !== before?.menu;
    const hasClosed = ['menu', 'modal', 'picture'].some(
      (key) =>
        (key === 'menu' || key === 'modal' || key === 'picture') &&
        before?.[key] !== undefined &&
        state[key] === undefined,
    );
    const isWriting = state.editingId !== before?.editingId || state.replyToId !== before?.replyToId;
    const isElsewhere = state.channelId !== before?.channelId && window.innerWidth > 700;
    if (isOpened) document.querySelector<HTMLElement>('.menu button')?.focus();
    else if (hasClosed || isWriting || isElsewhere) focusComposer();
    before = state;
  };
}

const root = document.getElementById('app');
if (root === null) throw new Error('index.html lacks the element #app');
start(root);
