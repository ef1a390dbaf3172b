// `npm run bench`: runs every measurement, or the ones named, and prints the figures as a table (`--json`: as JSON).
// `--crowd 3000` has so many reminders due in one minute instead of 100,000; 0 leaves that part out.

import { parseArgs } from 'node:util';
import type { Figure } from './figure.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, crowd: { type: 'string' } },
  allowPositionals: true,
});

/** Each is loaded only when it runs. What takes long is whole only when it is asked for by name. */
const BENCHES: Readonly<Record<string, (isNamed: boolean) => Promise<readonly Figure[]>>> = {
  assistant: async () => (await import('./assistant.ts')).benchAssistant(),
  knowledge: async (isNamed) => (await import('./knowledge.ts')).benchKnowledge(isNamed ? 50_000 : 5_000),
  reminders: async (isNamed) =>
    (await import('./reminders.ts')).benchReminders(Number(values.crowd ?? (isNamed ? 100_000 : 2_000))),
};

const unknown = positionals.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No such measurement: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}

const figures: Record<string, readonly Figure[]> = {};
for (const [name, bench] of Object.entries(BENCHES)) {
  const isNamed = positionals.includes(name);
  if (isNamed || positionals.length === 0) figures[name] = await bench(isNamed);
}
if (values.json) console.log(JSON.stringify(figures, undefined, 2));
else for (const [name, list] of Object.entries(figures)) printTable(name, list);

function printTable(title: string, list: readonly Figure[]): void {
  const width = Math.max(...list.map((figure) => figure.name.length));
  console.log(`\n${title}`);
  for (const { name, value, unit } of list) {
    const shown = Number.isInteger(value) ? String(value) : value.toPrecision(3);
    console.log(`  ${name.padEnd(width)}  ${shown.padStart(10)} ${unit}`);
  }
}
