// Parts what people write around a question from the question itself, such as `my boss wants an A/B test, what is that`.

/** Marks between two clauses, and words that begin another one. */
const BETWEEN =
  /[.,;:?!()\n]+\s*|\s+(?:and|but|because|so|since)\s+(?=(?:why|how|what|whats|where|when|which|do|does|is|are|can|should|i|im|it|we|you|my)\b)/i;
/** What asks for a thing or speaks of it. */
const ASKING =
  /\b(?:what|whats|what’s|what's|explain|define|definition|about|means?|is|are|wants?|heard|called|understand)\b/i;
const MAX_CLAUSES = 8;

/** The clauses of a longer question that ask for something; empty when it is in one piece. */
export function askingClauses(question: string): readonly string[] {
  const clauses = question
    .split(BETWEEN)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  return clauses.length < 2 ? [] : clauses.slice(0, MAX_CLAUSES).filter((clause) => ASKING.test(clause));
}
