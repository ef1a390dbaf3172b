// Names as people write them: forgiving where it is clear, strict where another thing has nearly the same name.

import { describe, expect, test } from 'vitest';
import { hideNames } from '../../src/quiz/concept-cards.ts';
import { matchTerm, plainName } from '../../src/quiz/term-match.ts';

const eks = { answer: 'Amazon Elastic Kubernetes Service', accepted: ['EKS'], rivals: ['Amazon ECS', 'AWS Fargate'] };
const ingress = { answer: 'Ingress', accepted: [], rivals: ['Egress', 'Service'] };

describe('a written name', () => {
  test.each([
    'EKS',
    'eks',
    ' the Elastic Kubernetes Service ',
    'elastic-kubernetes-service',
    'Amazon elastic kubernetes services',
  ])('%j names EKS', (said) => {
    expect(matchTerm(eks, said)).toBe('named');
  });

  test.each(['ECS', 'Amazon ECS', 'Fargate'])('%j is the name of something else', (said) => {
    expect(matchTerm(eks, said)).toBe('other');
  });

  test('of three letters is never forgiven a letter', () => {
    expect(matchTerm({ answer: 'ETL', accepted: [], rivals: [] }, 'ELT')).toBe('unknown');
    expect(matchTerm({ answer: 'EKS', accepted: [], rivals: [] }, 'EK')).toBe('unknown');
  });

  test('is forgiven one letter where no other name is as near', () => {
    expect(matchTerm(ingress, 'Ingres')).toBe('slip');
    expect(matchTerm(ingress, 'Egress')).toBe('other');
    expect(matchTerm({ ...ingress, rivals: ['Ingresa'] }, 'Ingres')).toBe('unknown');
  });

  test('may leave out the vendor and what stands in brackets, or say only that', () => {
    const adls = { answer: 'Azure Data Lake Storage Gen2 (ADLS Gen2)', accepted: [], rivals: [] };
    for (const said of ['Data Lake Storage Gen2', 'ADLS Gen2', 'azure data lake storage gen2']) {
      expect(matchTerm(adls, said)).toBe('named');
    }
  });

  test.each(['', '   ', '???', '\u0000'])('that is empty (%j) is no name', (said) => {
    expect(matchTerm(eks, said)).toBe('unknown');
  });

  test('is compared without plural, articles and signs', () => {
    expect(plainName('The Data-Lakes!')).toBe('data lake');
    expect(plainName('EKS')).toBe('eks');
    expect(plainName('Kubernetes')).toBe(plainName('kubernete'));
  });
});

describe('a definition', () => {
  test('hides the name, its plural, its other names and what it is short for', () => {
    const concept = { title: 'Pod', aliases: ['pods', 'Kubernetes pod'] };
    expect(hideNames('A Pod is small. Pods and a Kubernetes  pod; a podium is not.', concept)).toBe(
      'A _____ is small. _____ and a _____; a podium is not.',
    );
    expect(hideNames('Extract, transform, load means …', { title: 'ETL', aliases: ['Extract transform load'] })).toBe(
      '_____ means …',
    );
  });
});
