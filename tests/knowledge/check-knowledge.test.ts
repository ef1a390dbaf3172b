// `npm run knowledge` as an owner runs it: the counts, every fault with file and line, and the exit code.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEED_FOLDER } from './load.ts';

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/check-knowledge.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run knowledge', () => {
  it('prints what the owner’s list holds as JSON, and ends well', () => {
    const { status, stdout } = check('--json', SEED_FOLDER);
    const report = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(report).toMatchObject({
      folder: SEED_FOLDER,
      counts: { tiers: 4, topics: 9, topicsWithAlternatives: 2, projectSteps: 5, kubectlCommands: 17, tables: 2 },
    });
    expect(report.tiers.map(({ topics }: { topics: unknown[] }) => topics.length)).toEqual([3, 2, 2, 2]);
    expect(report.faults).toEqual([expect.objectContaining({ severity: 'notice', file: 'skills.md', line: 91 })]);
  });

  it('checks the project’s own folder when none is named', () => {
    const { status, stdout } = check();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^knowledge:\n {6}4 {2}tiers\n/);
    expect(stdout.trimEnd()).toMatch(/no faults$/);
  });

  it('ends with 1 and names both lines of a broken table and a topic without a title', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'studypod-check-'));
    try {
      writeFileSync(
        path.join(dir, 'list.md'),
        '## Top priority\n- :\n  - Difficulty: Easy\n\n## Lakes\n\n| Concept | AWS |\n| --- | --- |\n| one |\n',
      );
      const { status, stdout } = check(dir);
      expect(status).toBe(1);
      expect(stdout).toContain('list.md:2 fault: topic without a title');
      expect(stdout).toContain('list.md:9 fault: broken table: 1 cell in this row, 2 in the header');
      expect(check('--json', dir).status).toBe(1);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it('says in one line that a folder does not exist, or is none', () => {
    expect(check('no/such/folder')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'cannot read the folder no/such/folder: it does not exist\n',
    });
    expect(check('package.json').stderr).toBe('cannot read the folder package.json: it is not a folder\n');
  });
});
