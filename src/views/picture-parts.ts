// Pieces of SVG that a picture is put together from: text that fits, rounded boxes, and the colours they come in.

/** Readable on Discord's dark and light alike, since every picture brings its own dark card. */
export const PICTURE_COLOURS = {
  card: '#1c1e2b',
  panel: '#282b3c',
  track: '#3a3e54',
  text: '#f4f5fa',
  muted: '#b3b8cd',
  done: '#34d399',
  learning: '#a78bfa',
  /** Filled part of what is not finished, under light text. */
  begun: '#6d4fc4',
  due: '#fbbf24',
  onBright: '#11131c',
  /** From a little to a lot. */
  heat: ['#57419b', '#7655cc', '#9f7cff', '#d0c2ff'],
} as const;

/** Three times the width of a phone's message column, so that it is sharp there. Pixels. */
export const PICTURE = { width: 1_200, padding: 56, inner: 1_088 } as const;

/** A part of a picture with its height in pixels; `draw` puts it at a top edge. */
export interface PictureSection {
  readonly height: number;
  draw(top: number): readonly string[];
}

export interface TextStyle {
  readonly size: number;
  readonly colour?: string;
  readonly isBold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Widest it may be, in pixels; longer text ends in an ellipsis. */
  readonly fit?: number;
}

/** Widths of characters in ems of Inter Regular, measured on the letters named; all others count as 0.62. */
const CHARACTER_EMS: readonly (readonly [RegExp, number])[] = [
  [/[il.,:;'|!jI]/, 0.29],
  [/[ft()r\-–·/]/, 0.4],
  [/ /, 0.28],
  [/[mwMW@%…]/, 0.92],
  [/[A-Z0-9&]/, 0.68],
  [/[a-z]/, 0.58],
];
const OTHER_CHARACTER_EMS = 0.62;
const BOLD_FACTOR = 1.06;
/** Wide scripts and pictures take a whole em. */
const WIDE_CHARACTER = /[\u1100-\uFFEF\u{10000}-\u{3FFFF}]/u;

/** Text with its baseline at `y`. */
export function textPart(text: string, x: number, y: number, style: TextStyle): string {
  const { size, colour = PICTURE_COLOURS.text, isBold = false, anchor = 'start', fit } = style;
  const shown = fit === undefined ? text : fitText(text, size, fit, isBold);
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${isBold ? 700 : 400}" fill="${colour}" text-anchor="${anchor}">${escapeXml(shown)}</text>`;
}

export function boxPart(box: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  readonly radius?: number;
  readonly stroke?: string;
}): string {
  const stroke = box.stroke === undefined ? '' : ` stroke="${box.stroke}" stroke-width="3"`;
  return `<rect x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}" rx="${box.radius ?? 0}" fill="${box.colour}"${stroke}/>`;
}

/** Shortens to a width, by the widths of its characters. */
export function fitText(text: string, size: number, width: number, isBold = false): string {
  const room = width / size / (isBold ? BOLD_FACTOR : 1);
  const characters = [...text];
  let ems = 0;
  let fitting = 0;
  for (const character of characters) {
    ems += characterEms(character);
    if (ems > room) return fitting === 0 ? '' : `${characters.slice(0, fitting).join('').trimEnd()}…`;
    if (ems + characterEms('…') <= room) fitting += 1;
  }
  return text;
}

/** About how wide the text is in pixels; a little too much rather than too little. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + characterEms(character), 0) * size;
}

function characterEms(character: string): number {
  if (WIDE_CHARACTER.test(character)) return 1;
  return CHARACTER_EMS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER_CHARACTER_EMS;
}

function escapeXml(text: string): string {
  return (
    text
      // XML 1.0 has no way to write control characters.
      .replace(/\p{Cc}/gu, ' ')
      .toWellFormed()
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
