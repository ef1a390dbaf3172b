// What the knowledge's owner learns beside a running bot: questions that found nothing, and whom an edit would touch.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProcess } from './process.ts';
import { SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

let studypod: Studypod;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studypod-owner-'));
  writeFileSync(join(folder, 'skills.md'), readFileSync(join(SEED_DIR, 'skills.md'), 'utf8'));
  studypod = await startStudypod({ knowledgeDir: folder });
});
afterAll(async () => {
  await studypod.dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function knowledge(...args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const environment = { DATABASE_URL: `sqlite:${studypod.databasePath}`, KNOWLEDGE_DIR: folder };
  const child = startProcess(environment, 'src/cli/check-knowledge.ts', args);
  return { code: await child.ended, output: child.output() };
}

describe('npm run knowledge, beside the running bot,', () => {
  it('lists with --gaps what nobody could answer, and not who asked', async () => {
    const ada = studypod.sandbox.user('Ada');
    await ada.slash('explain', { query: 'What is Apache Flink?' });
    await ada.slash('explain', { query: 'what is apache flink' });
    await ada.slash('explain', { query: 'service vs ingress' });
    const { code, output } = await knowledge('--gaps');
    expect(code).toBe(0);
    expect(output).toMatch(/2 × {2}what is apache flink/);
    expect(output).not.toMatch(/ingress/);
    expect(output).not.toContain(ada.id);
  });

  it('counts the people whose progress an edit would cut off', async () => {
    await studypod.sandbox.user('Ada').slash('topic', { name: 'MLflow', status: 'learning' });
    expect((await knowledge()).output).not.toMatch(/no longer there/);
    const path = join(folder, 'skills.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('- MLflow: ', '- Metaflow: '));
    const { code, output } = await knowledge();
    expect(code).toBe(0);
    expect(output).toMatch(/topic mlflow: 1 person/);
  });

  it('answers a wrong option with how it is called', async () => {
    const { code, output } = await knowledge('--gasp');
    expect(code).toBe(1);
    expect(output.trim()).toBe('npm run knowledge [-- [--json] [--gaps] [FOLDER]]');
  });
});
