// Takes what is private out of a question before it is stored or sent: keys, passwords, tokens, addresses and Discord ids.

export interface RedactedText {
  readonly text: string;
  /** How many secrets were taken out; ids of mentions are not counted. */
  readonly secretCount: number;
}

const REMOVED = '[removed]';

/** Forms of secrets, by the documentation of who issues them, and the assignments in which others stand. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g,
  /\bsk-[A-Za-z0-9_-]{20,}/g,
  /\b(?:gh[opsur]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,})/g,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g,
  /\bAIza[A-Za-z0-9_-]{35}\b/g,
  /\bdapi[a-f0-9]{32}\b/g,
  /\bhf_[A-Za-z0-9]{30,}\b/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g,
  /\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}/g,
  /(?<=\bbearer\s+)[A-Za-z0-9._~+/=-]{12,}/gi,
  /(?<=\b(?:[a-z0-9]+[_-])*(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|secret[_-]?key|certificate-authority-data|client-certificate-data|client-key-data)["']?\s*[:=]\s*["']?)[^\s"',;]{6,}/gi,
  /(?<=:\/\/[^\s/:@]+:)[^\s/@]+(?=@)/g,
  /\b[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\b/gu,
];

/** Mentions and snowflakes: they name people, channels and roles, and mean nothing to a model. */
const DISCORD_IDS: readonly RegExp[] = [/<(?:@[!&]?|#)\d{15,21}>/g, /\b\d{17,20}\b/g];

/** Idempotent: what was redacted stays as it is. */
export function redact(text: string): RedactedText {
  let secretCount = 0;
  let redacted = text;
  for (const pattern of SECRETS) {
    redacted = redacted.replace(pattern, (found) => {
      if (found === REMOVED) return found;
      secretCount += 1;
      return REMOVED;
    });
  }
  for (const pattern of DISCORD_IDS) redacted = redacted.replace(pattern, '').replace(/ {2,}/g, ' ');
  return { text: redacted.trim(), secretCount };
}
