// Everything a person can do on the page, as functions: they change the state or ask the sandbox, and never throw.

import type { ClientAction, ClockChange, Fault, SandboxMessage } from '../protocol.ts';
import { EMPTY_DRAFT } from './composer/draft.ts';
import type { MessageActions } from './message/message-context.ts';
import { plainText } from './message/message-text.ts';
import type { SandboxSocket } from './socket.ts';
import { NEWEST, slideDown, slideUp } from './state/drawn-window.ts';
import type { PageState } from './state/page-state.ts';
import { firstUnreadIndex, messagesOf } from './state/selectors.ts';
import type { Store } from './state/store.ts';

const TOAST_MS = 6_000;

export interface PageActions extends MessageActions {
  /** On a phone the list of channels closes, unless another server was only looked at. */
  openChannel(channelId: string, more?: { readonly keepsSidebar: boolean }): void;
  drawOlder(): void;
  drawNewer(): void;
  drawNewest(): void;
  /** Marks the open channel as read up to its newest message. */
  markRead(): void;
  switchUser(userId: string): void;
  useMessageMenu(commandId: string, messageId: string): void;
  closeMenu(): void;
  copyText(message: SandboxMessage): void;
  startReply(messageId: string): void;
  startEdit(message: SandboxMessage): void;
  cancelReplyAndEdit(): void;
  deleteMessage(message: SandboxMessage): void;
  submitModal(fields: Readonly<Record<string, string>>): void;
  closeModal(): void;
  setClock(change: ClockChange): void;
  injectFault(fault: Fault): void;
  setDmsClosed(closed: boolean): void;
  toggleTheme(): void;
  toggleSidebar(isOpen?: boolean): void;
  toggleTools(): void;
  closePicture(): void;
  /** Shows a line about what went wrong, for some seconds. */
  say(text: string): void;
}

export interface PageParts {
  readonly store: Store<PageState>;
  readonly socket: SandboxSocket;
  /** Remembers a setting in this browser. */
  readonly remember: (key: 'theme' | 'user' | 'tools', value: string) => void;
}

export function createPageActions({ store, socket, remember }: PageParts): PageActions {
  const say = createToast(store);
  const ask = (action: ClientAction): void => {
    socket.request(action).catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
  };
  return {
    say,
    ...channelActions(store),
    ...messageActions(store, ask),
    ...menuActions(store, ask, say),
    ...modalActions(store, socket),
    switchUser(userId) {
      if (store.get().me?.id === userId) return;
      remember('user', userId);
      store.update({ draft: EMPTY_DRAFT, menu: undefined, modal: undefined, isSidebarOpen: false });
      socket.switchUser(userId);
    },
    setClock: (change) => ask({ kind: 'set-clock', change }),
    injectFault: (fault) => ask({ kind: 'inject-fault', fault }),
    setDmsClosed: (closed) => ask({ kind: 'set-dms-closed', closed }),
    toggleTheme() {
      const theme = store.get().theme === 'dark' ? 'light' : 'dark';
      remember('theme', theme);
      store.update({ theme });
    },
    toggleSidebar: (isOpen) => store.update((state) => ({ isSidebarOpen: isOpen ?? !state.isSidebarOpen })),
    toggleTools() {
      const isToolsOpen = !store.get().isToolsOpen;
      remember('tools', isToolsOpen ? 'open' : 'closed');
      store.update({ isToolsOpen });
    },
    closePicture: () => store.update({ picture: undefined }),
  };
}

function createToast(store: Store<PageState>): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    store.update({ toast: text });
    timer = setTimeout(() => store.update({ toast: undefined }), TOAST_MS);
  };
}

function channelActions(
  store: Store<PageState>,
): Pick<PageActions, 'openChannel' | 'drawOlder' | 'drawNewer' | 'drawNewest' | 'markRead'> {
  const readMark = (state: PageState, channelId: string | undefined): Partial<PageState> => {
    const newest = messagesOf(state, channelId).at(-1);
    const me = state.me;
    if (me === undefined || channelId === undefined || newest === undefined) return {};
    const mine = state.lastRead[me.id] ?? {};
    if (mine[channelId] === newest.id) return {};
    return { lastRead: { ...state.lastRead, [me.id]: { ...mine, [channelId]: newest.id } } };
  };
  return {
    openChannel(channelId, more) {
      store.update((state) => {
        const list = messagesOf(state, channelId);
        const firstUnread = list[firstUnreadIndex(list, state.lastRead[state.me?.id ?? '']?.[channelId])];
        return {
          channelId,
          newSinceId: firstUnread?.id,
          drawn: NEWEST,
          draft: state.channelId === channelId ? state.draft : EMPTY_DRAFT,
          replyToId: undefined,
          editingId: undefined,
          isSidebarOpen: more?.keepsSidebar === true && state.isSidebarOpen,
          menu: undefined,
        };
      });
    },
    drawOlder: () => slide(store, slideUp),
    drawNewer: () => slide(store, slideDown),
    drawNewest: () => slide(store, () => NEWEST),
    markRead() {
      const change = readMark(store.get(), store.get().channelId);
      if (Object.keys(change).length > 0) store.update(change);
    },
  };
}

function slide(store: Store<PageState>, move: typeof slideUp): void {
  const state = store.get();
  const drawn = move(messagesOf(state, state.channelId), state.drawn);
  if (drawn !== state.drawn) store.update({ drawn });
}

type Ask = (action: ClientAction) => void;

function messageActions(store: Store<PageState>, ask: Ask): MessageActions {
  const use = (message: SandboxMessage, customId: string): void => {
    store.update((state) => ({ usedComponents: { ...state.usedComponents, [message.id]: customId } }));
  };
  return {
    pressButton(message, customId) {
      use(message, customId);
      ask({ kind: 'press-button', channelId: message.channel_id, messageId: message.id, customId });
    },
    pick(message, customId, values) {
      use(message, customId);
      ask({ kind: 'pick', channelId: message.channel_id, messageId: message.id, customId, values });
    },
    dismiss: (message) => ask({ kind: 'dismiss', channelId: message.channel_id, messageId: message.id }),
    openMenu: (message, x, y) => store.update({ menu: { messageId: message.id, x, y } }),
    showPicture: (url, alt) => store.update({ picture: { url, alt } }),
    forgetInteraction: (interactionId) =>
      store.update((state) => ({
        interactions: state.interactions.filter((one) => one.interactionId !== interactionId),
      })),
  };
}

type MenuActions = Pick<
  PageActions,
  'useMessageMenu' | 'closeMenu' | 'copyText' | 'startReply' | 'startEdit' | 'cancelReplyAndEdit' | 'deleteMessage'
>;

function menuActions(store: Store<PageState>, ask: Ask, say: (text: string) => void): MenuActions {
  return {
    useMessageMenu(commandId, messageId) {
      const { channelId } = store.get();
      store.update({ menu: undefined });
      if (channelId !== undefined) ask({ kind: 'use-message-menu', channelId, commandId, messageId });
    },
    closeMenu: () => store.update({ menu: undefined }),
    copyText(message) {
      store.update({ menu: undefined });
      navigator.clipboard.writeText(plainText(message)).catch(() => say('The browser did not allow copying.'));
    },
    startReply: (messageId) => store.update({ menu: undefined, replyToId: messageId, editingId: undefined }),
    startEdit: (message) =>
      store.update({
        menu: undefined,
        replyToId: undefined,
        editingId: message.id,
        draft: { ...EMPTY_DRAFT, text: message.content, caret: message.content.length },
      }),
    cancelReplyAndEdit: () =>
      store.update((state) => ({
        replyToId: undefined,
        editingId: undefined,
        draft: state.editingId === undefined ? state.draft : EMPTY_DRAFT,
      })),
    deleteMessage(message) {
      store.update({ menu: undefined });
      ask({ kind: 'delete-message', channelId: message.channel_id, messageId: message.id });
    },
  };
}

function modalActions(store: Store<PageState>, socket: SandboxSocket): Pick<PageActions, 'submitModal' | 'closeModal'> {
  return {
    submitModal(fields) {
      const { modal } = store.get();
      if (modal === undefined) return;
      socket.request({ kind: 'submit-modal', interactionId: modal.interactionId, fields }).then(
        () => store.update((state) => (state.modal === modal ? { modal: undefined, modalError: undefined } : {})),
        (error: unknown) => store.update({ modalError: error instanceof Error ? error.message : String(error) }),
      );
    },
    closeModal() {
      const { modal } = store.get();
      store.update({ modal: undefined, modalError: undefined });
      // It may be closed because the connection is gone; then there is nothing to tell.
      if (modal !== undefined)
        socket.request({ kind: 'close-modal', interactionId: modal.interactionId }).catch(() => undefined);
    },
  };
}
