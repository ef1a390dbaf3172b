// Lists of command lines, one a line, as people write them; each list is compared with itself, every line with every other.

/** Lines without `kubectl`; empty ones are left out. */
export function listCommands(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
