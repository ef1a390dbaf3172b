// What a drawing function gives back: a template, or plain text (which Lit escapes).

import type { TemplateResult } from 'lit';

export type Drawn = TemplateResult | string;
