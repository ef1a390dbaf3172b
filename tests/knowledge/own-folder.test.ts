// Our own folder: without faults, with the same topics as the owner's list, and with a source behind every fact.

import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { faultLines, OWN_FOLDER, SEED_FOLDER } from './load.ts';

const own = await loadKnowledge(OWN_FOLDER);
const seed = await loadKnowledge(SEED_FOLDER);

describe('our own knowledge', () => {
  it('has neither a fault nor a notice', () => {
    expect(faultLines(own)).toEqual([]);
  });

  it('has the same topics as the owner’s list under the same ids, so that progress survives a change of folder', () => {
    const outline = ({ knowledge }: typeof own) =>
      knowledge.topics.map(({ id, tierId, prerequisiteIds, difficulty, alternatives }) => ({
        id,
        tierId,
        prerequisiteIds,
        level: difficulty && [difficulty.low, difficulty.high],
        choices: alternatives.length,
      }));
    expect(outline(own)).toEqual(outline(seed));
    expect(own.knowledge.projectSteps.map(({ topicIds }) => topicIds)).toEqual(
      seed.knowledge.projectSteps.map(({ topicIds }) => topicIds),
    );
  });

  it('says the same efforts', () => {
    const efforts = ({ knowledge }: typeof own) => knowledge.topics.map(({ effortHours }) => effortHours);
    expect(efforts(own)).toEqual(efforts(seed));
  });

  it('names a public page and a review day behind every concept, symptom, task and row', () => {
    const { concepts, troubleshooting, kubectlTasks, cloudRows } = own.knowledge;
    const all = [...concepts, ...troubleshooting, ...kubectlTasks, ...cloudRows];
    const bare = all.filter(({ source }) => source?.reviewedOn === undefined).map(({ id }) => id);
    expect(bare).toEqual([]);
  });

  it('gives each concept what it is compared by', () => {
    const thin = own.knowledge.concepts.filter(({ useWhen, notFor, relates }) => !(useWhen && notFor && relates));
    expect(thin.map(({ id }) => id)).toEqual([]);
  });
});
