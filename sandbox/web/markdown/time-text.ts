// How `<t:…>` reads: Discord's seven styles in the reader's zone and language.
// Source: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles

import type { TimeStyle } from './parse.ts';

const STYLES: Readonly<Record<Exclude<TimeStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { hour: '2-digit', minute: '2-digit' },
  T: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { day: 'numeric', month: 'long', year: 'numeric' },
  f: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  F: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** `locale` and `timeZone` are the browser's own when absent. */
export function timeText(
  seconds: number,
  style: TimeStyle,
  nowMs: number,
  place: { readonly locale?: string; readonly timeZone?: string } = {},
): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  if (style === 'R') return relativeText(seconds - nowMs / 1000, place.locale);
  return new Intl.DateTimeFormat(place.locale, { ...STYLES[style], timeZone: place.timeZone }).format(date);
}

function relativeText(distanceSeconds: number, locale: string | undefined): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, seconds]) => Math.abs(distanceSeconds) >= seconds) ?? ['second', 1];
  return format.format(Math.round(distanceSeconds / size), unit);
}
