// The colours and signs that every message shares, so that a glance tells what kind of answer it is.

/** Embed colours (24-bit RGB), readable beside Discord's dark and light backgrounds. */
export const COLOURS = {
  /** An answer from the knowledge base. */
  knowledge: 0x3b82f6,
  /** What to learn: topics, the list, the plan. */
  study: 0x8b5cf6,
  /** A quiz card. */
  quiz: 0xf59e0b,
  /** Right, finished. */
  success: 0x22c55e,
  /** Wrong, dangerous. */
  failure: 0xef4444,
  /** Nothing found, nothing yet, switched off. */
  neutral: 0x64748b,
  /** Reminders. */
  reminder: 0x14b8a6,
} as const;
