// Reads the service out of questions for its equivalent in another cloud; knows the clouds' names but no service.

import type { CloudProvider } from '../types.ts';

/** A service as typed, and the cloud that was asked for, where one was named. */
export interface CloudQuestion {
  readonly service: string;
  readonly asked: CloudProvider | undefined;
  /** True for forms that ask for an equivalent; `X in Azure` may be a question about X itself. */
  readonly isExplicit: boolean;
}

const CLOUD = "(?:(?<cloud>aws|amazon|azure|microsoft|ms|gcp|google(?:\\s+cloud)?)(?:[’']?s)?)";
const SAME =
  '(?:equivalents?|counterparts?|versions?|alternatives?|analog(?:ue)?s?|replacements?|substitutes?|competitors?|offerings?|answers?|cousin|twin)';
const SERVICE = '(?<service>.+?)';
const ANY = '^(?:.*?\\b)?';

const EXPLICIT = [
  `${ANY}${CLOUD}\\s+${SAME}\\s+(?:of|for|to|with)\\s+${SERVICE}$`,
  `${ANY}${SAME}\\s+(?:of|for|to)\\s+${SERVICE}\\s+(?:in|on|from|within|at|for)\\s+${CLOUD}$`,
  `^${SERVICE}\\s+${SAME}\\s+(?:in|on|for|from|at)\\s+${CLOUD}$`,
  `^${SERVICE}\\s+${CLOUD}\\s+${SAME}$`,
  `^${SERVICE}\\s+${SAME}\\s+${CLOUD}$`,
  `^${CLOUD}\\s+${SAME}\\s+${SERVICE}$`,
  `${ANY}${CLOUD}\\s+(?:name|word|term)\\s+(?:of|for)\\s+${SERVICE}$`,
  `^(?:what|how)(?:'s|’s|s)?\\s+(?:is|are|do\\s+(?:you|i|we)\\s+call)?\\s*${SERVICE}\\s+(?:called|named|known\\s+as)\\s+(?:in|on|by|at)\\s+${CLOUD}$`,
  `^(?:what\\s+)?does\\s+${CLOUD}\\s+(?:have|use|offer|call|provide)\\s+(?:(?:something|anything|a\\s+service)\\s+)?(?:instead\\s+of|like|similar\\s+to|for)\\s+${SERVICE}$`,
  `${ANY}${CLOUD}\\s+(?:service|product|thing|tool)\\s+(?:that\\s+is\\s+)?(?:like|similar\\s+to|same\\s+as)\\s+${SERVICE}$`,
  `${ANY}(?:like|similar\\s+to|same\\s+as)\\s+${SERVICE}\\s+(?:but\\s+)?(?:in|on|for|from)\\s+${CLOUD}$`,
].map((pattern) => new RegExp(pattern, 'i'));

const LOOSE = [
  `${ANY}${SAME}\\s+(?:of|for|to)\\s+${SERVICE}$`,
  `^${SERVICE}\\s+${SAME}$`,
  `^${SERVICE}\\s+(?:in|on|for|from|at)\\s+${CLOUD}$`,
  `^${SERVICE}\\s+${CLOUD}$`,
].map((pattern) => new RegExp(pattern, 'i'));

const LEADING = /^(?:(?:what|whats|what's|which|is|are|the|a|an|there|find|me|give)\s+)+/i;
const MAX_LENGTH = 120;

/** Every reading of a question as one for an equivalent, explicit forms first; empty when it is none. */
export function readCloudQuestions(question: string): readonly CloudQuestion[] {
  const text = question
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.]+$/, '')
    .trim();
  if (text.length > MAX_LENGTH) return [];
  return [...readings(text, EXPLICIT, true), ...readings(text, LOOSE, false)];
}

function readings(text: string, patterns: readonly RegExp[], isExplicit: boolean): CloudQuestion[] {
  return patterns.flatMap((pattern) => {
    const { service, cloud } = pattern.exec(text)?.groups ?? {};
    const bare = service?.replace(LEADING, '').trim() ?? '';
    return bare === '' ? [] : [{ service: bare, asked: providerOf(cloud), isExplicit }];
  });
}

function providerOf(cloud: string | undefined): CloudProvider | undefined {
  if (cloud === undefined) return undefined;
  if (/^(?:aws|amazon)/i.test(cloud)) return 'aws';
  return /^(?:azure|m)/i.test(cloud) ? 'azure' : 'gcp';
}
