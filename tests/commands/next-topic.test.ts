// `/next-topic` from the first answer to the end of the list, with old buttons, edited lists and wild names.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeOverEdit } from '../../src/study/take-over-edit.ts';
import { makeFocus, makeKnowledge, makeTopic, SAMPLE_TOPICS } from '../study/sample-list.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { ADA, controlsOf, NOON, openStudyDesk, type StudyDesk, textOf } from './study-desk.ts';

let desk: StudyDesk;

beforeEach(async () => {
  desk = await openStudyDesk();
});

afterEach(() => desk.close());

describe('/next-topic', () => {
  it('names Kubernetes to a newcomer with tier, difficulty, hours, reasons, what would change them, and the source', async () => {
    const message = await desk.run(desk.nextTopic);
    expectWithinLimits(message);
    const text = textOf(message);
    expect(text).toContain('Next: Kubernetes');
    expect(text).toContain('Top priority');
    // Medium (40) to high (64): the middle is 52.
    expect(text).toContain('medium to high · about 52 hours');
    expect(text).toContain('Why this one');
    expect(text).toContain('Finishing or skipping it brings Cloud ML Services.');
    expect(text).toContain('pods number 1');
    expect(text).toContain('Source: skills.md');
    expect(controlsOf(message)).toEqual(['Start', 'Finish', 'Skip', 'Explain', 'Look at another open topic']);
  });

  it('starts, finishes and goes on to the next topic, and takes the last step back', async () => {
    const first = await desk.run(desk.nextTopic);
    const started = await desk.see(first, 'Start');
    expect(textOf(started)).toContain('You have started it (0 of 4 focus items ticked)');
    const finished = await desk.see(started, 'Finish');
    expect(textOf(finished)).toContain('Kubernetes is now **done** (it was learning).');
    expect(textOf(finished)).toContain('Next: Cloud ML Services');
    const undone = await desk.see(finished, 'Undo');
    expect(textOf(undone)).toContain('Taken back: Kubernetes is learning again.');
    expect(textOf(undone)).toContain('Next: Kubernetes');
    expect(controlsOf(undone)).not.toContain('Undo');
  });

  it('edits the pressed message rather than sending another', async () => {
    const reply = await desk.use(await desk.run(desk.nextTopic), 'Finish');
    expect(reply.kind).toBe('edit');
  });

  it('says so when an old button repeats what is true already', async () => {
    const first = await desk.run(desk.nextTopic);
    await desk.see(first, 'Finish');
    desk.travel(30 * 86_400_000);
    const again = await desk.see(first, 'Finish');
    expect(textOf(again)).toContain('Kubernetes was done already.');
    expect(textOf(again)).toContain('Next: Cloud ML Services');
  });

  it('says when a change can no longer be taken back alone', async () => {
    const finished = await desk.see(await desk.run(desk.nextTopic), 'Finish');
    await desk.run(desk.topic, { name: 'Kubernetes', status: 'todo' });
    expect(textOf(await desk.see(finished, 'Undo'))).toContain('was changed again since');
  });

  it('asks for one of the alternatives once, keeps it, and comes to the end of the list', async () => {
    for (const topic of SAMPLE_TOPICS.slice(0, 7)) await desk.study.setStatus(ADA, topic, 'done', NOON);
    const asked = await desk.run(desk.nextTopic);
    expectWithinLimits(asked);
    expect(textOf(asked)).toContain('Next, choose one');
    expect(controlsOf(asked)).toEqual(['Weights & Biases (W&B)', 'Neptune.ai', 'Skip', 'Look at another open topic']);
    const chosen = await desk.see(asked, 'Neptune.ai');
    expect(textOf(chosen)).toContain('Next: Neptune.ai');
    expect(textOf(await desk.run(desk.nextTopic))).toContain('Next: Neptune.ai');
    const last = await desk.see(await desk.see(chosen, 'Finish'), 'Skip');
    expect(textOf(last)).toContain('You have reached the end of the list');
    expect(textOf(last)).toContain('8 topics done, 1 skipped');
    expect(textOf(last)).toContain('5 steps open in `/project`');
    expect(controlsOf(last)).toEqual(['Undo']);
  });

  it('explains the topic privately, with its concepts when the knowledge has any', async () => {
    const first = await desk.run(desk.nextTopic);
    const reply = await desk.use(first, 'Explain');
    expect(reply.kind).toBe('message');
    expect(textOf(await desk.see(first, 'Explain'))).toContain('pods number 1');
    const place = { file: 'concepts/kubernetes.md', headings: ['Pod'], line: 3 };
    const pod = {
      id: 'pod',
      title: 'Pod',
      aliases: [],
      summary: 'The smallest thing that is scheduled.',
      relatedIds: [],
      topicId: 'kubernetes',
      place,
    };
    desk.editKnowledge(makeKnowledge({ concepts: [pod] }));
    expect(textOf(await desk.see(first, 'Explain'))).toContain('**Pod** – The smallest thing that is scheduled.');
  });

  it('starts the quiz on the deck that knows the topic, and offers none where no deck does', async () => {
    const task = {
      id: 'get-pods',
      goal: 'List the pods',
      command: 'kubectl get pods',
      accepted: [],
      parameters: {},
      aliases: [],
      place: { file: 'kubectl.md', headings: [], line: 1 },
    };
    desk.editKnowledge(makeKnowledge({ kubectlTasks: [task] }));
    const first = await desk.run(desk.nextTopic);
    expect(controlsOf(first)).toContain('Quiz: kubectl');
    expect(JSON.stringify(first.components)).toContain(`quiz-topic|1|${ADA}|kubectl|5|mixed|kubernetes`);
    expect(controlsOf(await desk.see(first, 'Finish')).join()).not.toContain('Quiz');
  });

  it('shows another topic on request, and starting it there puts it first', async () => {
    const card = await desk.see(await desk.run(desk.nextTopic), 'Look at another open topic', ['dvc']);
    expect(textOf(card)).toContain('Medium Priority · easy · about 16 hours');
    await desk.see(card, 'Start');
    expect(textOf(await desk.run(desk.nextTopic))).toContain('Next: DVC');
  });

  it('says plainly that a topic has left the list, and keeps what was noted', async () => {
    const first = await desk.run(desk.nextTopic);
    await desk.see(first, 'Start');
    desk.editKnowledge(makeKnowledge({ topics: SAMPLE_TOPICS.slice(1) }));
    await expect(desk.use(first, 'Finish')).rejects.toMatchObject({ code: 'topic-gone' });
    expect(textOf(await desk.run(desk.nextTopic))).toContain('Next: Cloud ML Services');
    desk.editKnowledge(makeKnowledge());
    expect(textOf(await desk.run(desk.nextTopic))).toContain('You have started it');
  });

  it('follows a rename with old buttons, progress and undo', async () => {
    const first = await desk.run(desk.nextTopic);
    const started = await desk.see(first, 'Start');
    const place = { file: 'renames.md', headings: [], line: 1 };
    const renamed = makeKnowledge({
      topics: SAMPLE_TOPICS.map((topic) => (topic.id === 'kubernetes' ? { ...topic, id: 'k8s' } : topic)),
      renames: [{ subject: 'topic', from: 'kubernetes', to: 'k8s', place }],
    });
    desk.editKnowledge(renamed);
    expect(await takeOverEdit(desk.store, renamed)).toEqual([]);
    const finished = await desk.see(started, 'Finish');
    expect(textOf(finished)).toContain('Kubernetes is now **done** (it was learning).');
    expect(textOf(await desk.see(finished, 'Undo'))).toContain('Taken back: Kubernetes is learning again.');
    expect(await takeOverEdit(desk.store, makeKnowledge())).toEqual([{ subject: 'topic', id: 'k8s', people: 1 }]);
  });

  it('says that an alternative has left the list', async () => {
    for (const topic of SAMPLE_TOPICS.slice(0, 7)) await desk.study.setStatus(ADA, topic, 'done', NOON);
    const asked = await desk.run(desk.nextTopic);
    desk.editKnowledge(
      makeKnowledge({
        topics: SAMPLE_TOPICS.map((topic) => (topic.id === 'trackers' ? { ...topic, alternatives: [] } : topic)),
      }),
    );
    await expect(desk.use(asked, 'Neptune.ai')).rejects.toMatchObject({ code: 'alternative-gone' });
  });

  it('has words for an empty list and for one that waits for itself', async () => {
    desk.editKnowledge(makeKnowledge({ topics: [] }));
    expect(textOf(await desk.run(desk.nextTopic))).toContain('no topics yet');
    const circle = [makeTopic('a', 0, { prerequisiteIds: ['b'] }), makeTopic('b', 1, { prerequisiteIds: ['a'] })];
    desk.editKnowledge(makeKnowledge({ topics: circle }));
    expect(textOf(await desk.run(desk.nextTopic))).toContain('wait for one another');
  });

  it('keeps to the limits of Discord, and escapes, whatever the list holds', async () => {
    const long = '*bold* @everyone `code` '.repeat(60);
    const topics = Array.from({ length: 60 }, (_, order) =>
      makeTopic(`${'very-long-topic-id-'.repeat(8)}${order}`, order, {
        title: long,
        shortTitle: `${order} ${long}`,
        why: long,
        focus: makeFocus(40, long),
        alternatives: order === 0 ? Array.from({ length: 30 }, (_, index) => `${index} ${long}`) : [],
      }),
    );
    desk.editKnowledge(makeKnowledge({ topics }));
    const asked = await desk.run(desk.nextTopic);
    expectWithinLimits(asked);
    expect(textOf(asked)).not.toMatch(/@everyone/);
    expect(textOf(asked)).not.toMatch(/(?<!\\)\*bold/);
    const skipped = await desk.see(asked, 'Skip');
    expectWithinLimits(skipped);
    expectWithinLimits(await desk.see(skipped, 'Explain'));
    expectWithinLimits(await desk.see(skipped, 'Start'));
  });
});
