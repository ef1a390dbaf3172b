// The page's signs as drawings; they say nothing to a screen reader, the element around them does.

import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

const SHAPES = {
  hash: svg`<path d="M9.500 3 8 21M16 3l-1.500 18M4 8.500h17M3 15.500h17" />`,
  thread: svg`<path d="M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM8 9h8M8 12.500h5" />`,
  chats: svg`<path d="M4 5h12a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-6l-4 3.500V15H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM20.500 9.500A1.500 1.500 0 0 1 22 11v6a2 2 0 0 1-2 2v3l-3.500-3H13" />`,
  menu: svg`<path d="M4 6h16M4 12h16M4 18h16" />`,
  close: svg`<path d="m5 5 14 14M19 5 5 19" />`,
  tools: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9" /><circle cx="15" cy="7" r="2.200" /><circle cx="9" cy="17" r="2.200" />`,
  sun: svg`<circle cx="12" cy="12" r="4.200" /><path d="M12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M4.900 4.900l1.800 1.800M17.300 17.300l1.800 1.800M4.900 19.100l1.800-1.800M17.300 6.700l1.800-1.800" />`,
  moon: svg`<path d="M20.500 14.500A8.500 8.500 0 0 1 9.500 3.500a8.500 8.500 0 1 0 11 11Z" />`,
  dots: svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3.200" />`,
  reply: svg`<path d="m9 5-6 6 6 6M3 11h11a6 6 0 0 1 6 6v2" />`,
  send: svg`<path d="M4 12 3 4l18 8-18 8 1-8Zm0 0h8" />`,
  chevron: svg`<path d="m6 9 6 6 6-6" />`,
  check: svg`<path d="m5 12.500 5 5 9-11" />`,
  external: svg`<path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5" />`,
  eye: svg`<path d="M2 12s3.500-6.500 10-6.500S22 12 22 12s-3.500 6.500-10 6.500S2 12 2 12Z" /><circle cx="12" cy="12" r="2.800" />`,
  clock: svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v5l3.500 2" />`,
  down: svg`<path d="M12 4v15M5 12.500l7 7 7-7" />`,
  apps: svg`<rect x="4" y="4" width="6.500" height="6.500" rx="1.500" /><rect x="13.500" y="4" width="6.500" height="6.500" rx="1.500" /><rect x="4" y="13.500" width="6.500" height="6.500" rx="1.500" /><rect x="13.500" y="13.500" width="6.500" height="6.500" rx="1.500" />`,
  copy: svg`<rect x="8" y="8" width="12" height="12" rx="2" /><path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2" />`,
  pencil: svg`<path d="m4 20 1-4.500L16.500 4 20 7.500 8.500 19 4 20Z" />`,
  bin: svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5" />`,
  file: svg`<path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8l-5-5ZM14 3v5h5" />`,
  download: svg`<path d="M12 4v11M7 11l5 5 5-5M4 20h16" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof SHAPES;

export function icon(name: IconName, size = 20): TemplateResult {
  return html`<svg
    class="icon"
    aria-hidden="true"
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${SHAPES[name]}
  </svg>`;
}
