// Small texts about messages: when they were sent, who used which command, whether a picture may be shown.

import type { SandboxMessage } from '../../protocol.ts';
import type { FLAG } from '../discord-numbers.ts';

const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DATE = new Intl.DateTimeFormat(undefined, { day: '2-digit', month: '2-digit', year: 'numeric' });
const LONG_DATE = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const DAY_MS = 86_400_000;

/** As Discord words it: "Today at 09:41", "Yesterday at …", a date before that. In the reader's zone. */
export function messageTime(sentMs: number, nowMs: number): string {
  const time = TIME.format(sentMs);
  if (DATE.format(sentMs) === DATE.format(nowMs)) return `Today at ${time}`;
  if (DATE.format(sentMs) === DATE.format(nowMs - DAY_MS)) return `Yesterday at ${time}`;
  return `${DATE.format(sentMs)} ${time}`;
}

export function shortTime(sentMs: number): string {
  return TIME.format(sentMs);
}

/** The line between the messages of two days. */
export function dayName(ms: number): string {
  return LONG_DATE.format(ms);
}

export function hasFlag(message: SandboxMessage, flag: (typeof FLAG)[keyof typeof FLAG]): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}

/**
 * Address of a picture that may be shown: the sandbox's own files and drawn ones; undefined for all others, since nothing
 * is fetched from elsewhere. The sandbox names itself 127.0.0.1, the page may be open as localhost: the path counts.
 */
export function ownPicture(url: string | undefined): string | undefined {
  if (url === undefined || url.startsWith('data:image/')) return url;
  if (!URL.canParse(url, location.href)) return undefined;
  const { hostname, port, pathname, search } = new URL(url, location.href);
  const isHere = LOOPBACK.includes(hostname) && port === location.port;
  return isHere ? `${pathname}${search}` : undefined;
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Plain text of a message, to be copied or read out: its content and its embeds' words. */
export function plainText(message: SandboxMessage): string {
  const parts = [message.content];
  for (const embed of message.embeds) {
    parts.push(embed.title ?? '', embed.description ?? '');
    for (const field of embed.fields ?? []) parts.push(field.name, field.value);
    parts.push(embed.footer?.text ?? '');
  }
  return parts.filter((part) => part !== '').join('\n');
}
