// A fenced code block with its colours and a button to copy it.

import { html, type TemplateResult } from 'lit';
import { common, createLowlight } from 'lowlight';
import type { Drawn } from './drawn.ts';

type Tree = ReturnType<typeof highlighter.highlight>;
type TreeChild = Tree['children'][number];

const highlighter = createLowlight(common);

/** Colours by language where it is known, plain text otherwise. */
export function drawCode(code: string, language: string): TemplateResult {
  return html`<div class="code-block">
    <button class="code-copy" type="button" aria-label="Copy the code" title="Copy" @click=${(event: Event) => copy(event, code)}>
      Copy
    </button>
    <pre><code>${colour(code, language)}</code></pre>
  </div>`;
}

function colour(code: string, language: string): readonly Drawn[] {
  if (language === '' || !highlighter.registered(language)) return [code];
  return highlighter.highlight(language, code).children.map(drawTree);
}

function drawTree(node: TreeChild): Drawn {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const names = node.properties.className;
  return html`<span class=${Array.isArray(names) ? names.join(' ') : ''}>${node.children.map(drawTree)}</span>`;
}

function copy(event: Event, code: string): void {
  const button = event.currentTarget;
  void navigator.clipboard.writeText(code).then(() => {
    if (button instanceof HTMLElement) button.classList.add('is-copied');
  });
}
