// Hints first: who wants to find something out is not handed the answer.

import { describe, expect, it } from 'vitest';
import { tutoringNote } from '../../src/assistant/tutoring.ts';

describe('a question', () => {
  it.each([
    'Help me understand how a Service finds its pods',
    'help me to figure out why the pod restarts',
    'give me a hint for scaling a deployment',
    'don’t tell me the answer: what does an Ingress do?',
    'Quiz me on MLflow',
    'my guess is kubectl restart deployment web',
    'Is it right that a DaemonSet runs one pod a node?',
  ])('that wants help to find out gets a hint first: %s', (question) => {
    expect(tutoringNote(question, undefined)).toContain('one hint or one leading question');
  });

  it.each([
    'what is a service',
    'how do I restart a deployment?',
    'I tried to restart it, and it still fails. Why?',
    'I give up, tell me the answer to my attempt',
    'no more hints, just tell me how to scale it',
    'which tests does Databricks run on me?',
  ])('that wants an answer gets one: %s', (question) => {
    expect(tutoringNote(question, undefined)).toBeUndefined();
  });

  it('beside an open card brings the card and its hints, and never wants its answer told', () => {
    const note = tutoringNote('just tell me', {
      question: 'Scale web to three',
      hints: ['The verb is scale.'],
    });
    expect(note).toContain('never with its answer');
    expect(note).toContain('Card: Scale web to three');
    expect(note).toContain('Hint: The verb is scale.');
  });
});
