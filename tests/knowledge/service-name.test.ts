// The names that a cell of a cloud row gives a service: short forms, former names, and the name without its maker.

import { describe, expect, it } from 'vitest';
import { readService } from '../../src/knowledge/reading/service-name.ts';

describe('the name of a service', () => {
  it('is told apart from short forms and former names in brackets', () => {
    expect(readService('Microsoft Entra ID (Entra; formerly Azure Active Directory, formerly Azure AD)')).toEqual({
      name: 'Microsoft Entra ID',
      aliases: ['Entra ID', 'Entra', 'Active Directory', 'AD'],
      formerNames: ['Azure Active Directory', 'Azure AD'],
    });
  });

  it.each([
    ['Amazon S3', ['S3']],
    ['Google Cloud Run', ['Cloud Run']],
    ['Google Cloud Pub/Sub', ['Pub/Sub', 'Cloud Pub/Sub']],
    ['Cloud Run', []],
  ])('%s is found without its maker as well', (cell, aliases) => {
    expect(readService(cell).aliases).toEqual(aliases);
  });

  it.each(['AWS Batch', 'Azure Functions', 'Azure DNS', 'Google Cloud Storage (GCS)'])(
    '%s does not answer to the word of every day that is left without its maker',
    (cell) => {
      const { aliases } = readService(cell);
      expect(aliases).not.toContain(cell.replace(/ \(.*/, '').split(' ').at(-1));
    },
  );
});
