// The text of a patch as kubectl sends it: JSON as it was typed, YAML turned into JSON.

import { type Document, isCollection, isScalar, type Node, parseAllDocuments, type Tags, visit } from 'yaml';
import { canonicalJson, isJson } from './canonical-json.ts';

export type PatchText =
  | {
      readonly kind: 'patch';
      /** One text for all spellings of the same patch. */
      readonly canonical: string;
      /** `other` is also what kubectl sends unread, though it is no JSON. */
      readonly shape: 'list' | 'object' | 'nothing' | 'other';
    }
  /** kubectl cannot turn it into JSON, and sends nothing. */
  | { readonly kind: 'unreadable' };

/** Beyond it a patch is told by its text alone: reading YAML may take milliseconds for each thousand characters. */
const MOST_YAML = 500;
/** What the library reads as an instant is text to kubectl. */
const TIMESTAMP = 'tag:yaml.org,2002:timestamp';

/**
 * What begins with a brace is sent unread, anything else is YAML, as in kubectl's `ToJSON`
 * (k8s.io/apimachinery/pkg/util/yaml): by the rules of YAML 1.1 (`yes` is true, 010 is 8), of which the first document
 * counts, and of a key that comes twice the last.
 */
export function readPatchText(text: string): PatchText {
  if (text.trimStart().startsWith('{')) {
    return { kind: 'patch', canonical: canonicalJson(text), shape: isJson(text) ? 'object' : 'other' };
  }
  if (text.length > MOST_YAML) return { kind: 'patch', canonical: text, shape: 'object' };
  const json = yamlToJson(text);
  if (json === undefined) return { kind: 'unreadable' };
  return { kind: 'patch', canonical: canonicalJson(json), shape: shapeOf(json) };
}

function shapeOf(json: string): Extract<PatchText, { kind: 'patch' }>['shape'] {
  if (json === 'null') return 'nothing';
  return json.startsWith('{') ? 'object' : json.startsWith('[') ? 'list' : 'other';
}

/** undefined for what is no YAML, or has no form in JSON. */
function yamlToJson(text: string): string | undefined {
  try {
    const [document] = parseAllDocuments(text, { version: '1.1', uniqueKeys: false, customTags: asInKubectl });
    if (document === undefined) return 'null';
    // Before it becomes a value: keys that are lists or maps would be written out, one within the other, for seconds.
    if (document.errors.length > 0 || !hasJsonForm(document)) return undefined;
    return JSON.stringify(document.toJS());
  } catch {
    // The library throws on unknown anchors, on too many of them and on nesting beyond the stack; kubectl refuses as well.
    return undefined;
  }
}

function hasJsonForm(document: Node | Document): boolean {
  let hasForm = true;
  visit(document, {
    Pair(_, { key }) {
      if (isCollection(key) || (isScalar(key) && key.value === null)) hasForm = false;
    },
    Scalar(_, { value }) {
      if (typeof value === 'number' && !Number.isFinite(value)) hasForm = false;
    },
  });
  return hasForm;
}

/** Without numbers of base 60 and instants, and with `0o10`. */
function asInKubectl(tags: Tags): Tags {
  return [...tags.filter((tag) => typeof tag === 'string' || !isTime(tag)), 'intOct'];
}

function isTime(tag: Exclude<Tags[number], string>): boolean {
  return tag.tag === TIMESTAMP || ('format' in tag && tag.format === 'TIME');
}
