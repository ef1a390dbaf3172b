// How the tests run: sources as they are, two workers at most (the machines have two cores), and what is timed alone, at the end.
import { configDefaults, defineConfig } from 'vitest/config';

/** Their figures would be those of the tests beside them. */
const TIMED = [
  'tests/faults/reminder-load.test.ts',
  'tests/browser/page-speed.test.ts',
  'tests/knowledge/knowledge-source.test.ts',
  'tests/quiz/kubectl/speed-and-fuzz.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: ['tests/e2e/description-tally.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'side by side',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...TIMED],
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'timed', include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
