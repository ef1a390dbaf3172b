// The main job, as a newcomer does it: on the project's own knowledge, and on the owner's list alone.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply, User } from '../../sandbox/driver.ts';
import { HELP_SECTIONS } from '../../src/views/help-view.ts';
import { KNOWLEDGE_DIR, labelsOf, SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

describe.each([
  { name: 'the project’s own knowledge', knowledgeDir: KNOWLEDGE_DIR },
  { name: 'the owner’s list alone', knowledgeDir: SEED_DIR },
])('on $name, a newcomer', ({ knowledgeDir }) => {
  let studypod: Studypod;
  let ada: User;

  beforeAll(async () => {
    studypod = await startStudypod({ knowledgeDir });
    ada = studypod.sandbox.user('Ada');
  });
  afterAll(() => studypod.dispose());

  it('sees both sides of “service vs ingress”, and where they come from', async () => {
    const reply = await ada.slash('explain', { query: 'service vs ingress' });
    expect(reply.text).toMatch(/Service vs Ingress/i);
    expect(reply.text).toMatch(/\*\*Service\*\* – .+\n\*\*Ingress\*\* – .+/);
    expect(reply.text).toMatch(/\.md ›/);
  });

  it('is told plainly when there is nothing on a question', async () => {
    const reply = await ada.slash('explain', { query: 'what is the capital of France' });
    expect(reply.text).toMatch(/nothing on this here/i);
    expect(reply.text).not.toMatch(/\.md ›/);
  });

  it('is offered titles while typing', async () => {
    const choices = await ada.autocomplete('explain', 'query', 'ingr');
    expect(choices.map((choice) => choice.name)).toContain('Ingress');
  });

  it('finds EKS for AKS', async () => {
    expect((await ada.slash('cloud', { service: 'AKS' })).text).toMatch(/\bEKS\b/);
    expect((await ada.slash('cloud', { service: 'Flurbostore' })).text).not.toMatch(/\.md ›/);
  });

  it('is sent to Kubernetes first, with reasons, and onwards after finishing it', async () => {
    const first = await ada.slash('next-topic');
    expect(first.text).toMatch(/Next: Kubernetes/);
    expect(first.text).toMatch(/Why this one/);
    const next = await ada.press(first, 'Finish');
    expect(next.text).toMatch(/Next: /);
    expect(next.text).not.toMatch(/Next: Kubernetes/);
    expect((await ada.slash('next-topic')).text).not.toMatch(/Next: Kubernetes/);
    expect((await ada.slash('topic', { name: 'Kubernetes' })).text).toMatch(/Done/);
  });

  it('goes through a kubectl session of five to its summary, with typed and chosen cards', async () => {
    const seen = await goThroughSession(ada, await ada.slash('quiz', { deck: 'kubectl' }));
    expect(seen.modes).toEqual(['chosen', 'typed', 'chosen', 'typed', 'chosen']);
    expect(seen.last.text).toMatch(/kubectl quiz: \d of 5 right/);
    expect(labelsOf(seen.last)).toContain('Another round');
  });

  it('sees all of it in /progress', async () => {
    const { text } = await ada.slash('progress');
    expect(text).toMatch(/1 of 9 topics/);
    expect(text).toMatch(/1 day/);
  });

  it('finds every command in /help', async () => {
    const help = (await ada.slash('help')).text;
    const registered = [...studypod.sandbox.world.commands.values()].map((command) => command.name);
    const slashCommands = registered.filter((name) => /^[a-z-]+$/.test(name)).map((name) => `/${name}`);
    for (const command of slashCommands) expect(help).toContain(`\`${command}\``);
    const described = HELP_SECTIONS.flatMap((section) => section.entries.map((entry) => entry.command));
    expect(described.toSorted()).toEqual(slashCommands.toSorted());
  });

  it('gets the daily reminder once, at its time, as a DM', async () => {
    const linus = studypod.sandbox.user('Linus');
    const inTwoMinutes = new Date(studypod.sandbox.clock.nowMs() + 120_000).toISOString().slice(11, 16);
    const set = await linus.slash('remind', { time: inTwoMinutes }, { subcommand: 'daily' });
    expect(set.text).toMatch(inTwoMinutes);
    expect(linus.dms()).toHaveLength(0);
    studypod.sandbox.clock.advance(121_000);
    const dm = await linus.waitForDm();
    expect(JSON.stringify(dm)).toMatch(/Kubernetes/);
    // Ten more looks at the same minute bring nothing more; the last one ends when its answer is there.
    for (let look = 0; look < 10; look += 1) studypod.sandbox.clock.advance(1_000);
    await linus.slash('remind', {}, { subcommand: 'status' });
    expect(linus.dms()).toHaveLength(1);
  });

  it('made Discord refuse nothing and asked for no route that is not there', () => {
    expect(studypod.sandbox.unknownRoutes).toEqual([]);
    expect(studypod.sandbox.requests.filter((request) => request.status >= 400)).toEqual([]);
    expect(studypod.logLines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  });
});

/** Answers every card, right or wrong, up to the summary. */
async function goThroughSession(user: User, first: Reply): Promise<{ modes: string[]; last: Reply }> {
  const modes: string[] = [];
  let reply = first;
  for (let press = 0; press < 40; press += 1) {
    const labels = labelsOf(reply);
    if (labels.includes('A')) {
      modes.push('chosen');
      reply = await user.press(reply, 'A');
    } else if (labels.includes('Write the answer')) {
      const isSecondTry = /One more try/.test(reply.text);
      if (!isSecondTry) modes.push('typed');
      reply = await user.submitModal(await user.press(reply, 'Write the answer'), { answer: 'kubectl get pods' });
    } else if (labels.includes('Next') || labels.includes('Summary')) {
      reply = await user.press(reply, labels.includes('Next') ? 'Next' : 'Summary');
    } else return { modes, last: reply };
  }
  throw new Error(`the session did not end: ${reply.text}`);
}
