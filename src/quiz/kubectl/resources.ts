// Finds the resource type that a word names, as kubectl's REST mapper and shortcut expander do with built-in types.

import { builtInResources, type ResourceEntry } from './table/built-in-resources.ts';

export interface ResourceType {
  readonly entry: ResourceEntry;
  readonly version: string;
}

/** What `all` stands for in kubectl's discovery of a cluster without extensions. */
const allCategory: readonly ResourceType[] = builtInResources.filter((entry) => entry.isInAll).map(preferred);

const cache = new Map<string, ResourceType | undefined>();
/** Words are people's input: the cache is kept from growing with them. */
const CACHE_LIMIT = 5_000;

/** The types that one word such as `po`, `Pods`, `deployments.v1.apps` or `all` names; undefined where a cluster has none. */
export function findResourceTypes(word: string): readonly ResourceType[] | undefined {
  if (word === 'all') return allCategory;
  const type = findResourceType(word);
  return type === undefined ? undefined : [type];
}

export function findResourceType(word: string): ResourceType | undefined {
  if (cache.has(word)) return cache.get(word);
  const type = lookUp(word);
  if (cache.size < CACHE_LIMIT) cache.set(word, type);
  return type;
}

/** By group, version and kind; the kind's capitals do not count. */
export function findKind(group: string, version: string, kind: string): ResourceType | undefined {
  const isKind = (entry: ResourceEntry) => entry.group === group && entry.kind.toLowerCase() === kind.toLowerCase();
  const entry = builtInResources.find((one) => isKind(one) && one.versions.includes(version));
  return entry && { entry, version };
}

/** `pods`, `deployments.apps`: how kubectl names a type where the version goes without saying. */
export function typeName(type: ResourceType): string {
  const { entry, version } = type;
  const group = entry.group === '' ? '' : `.${entry.group}`;
  return version === entry.versions[0] ? `${entry.plural}${group}` : `${entry.plural}.${version}${group}`;
}

function lookUp(word: string): ResourceType | undefined {
  const [name = '', ...rest] = word.split('.');
  if (rest.length === 0) return find(name, () => true);
  // kubectl tries NAME.VERSION.GROUP first, then NAME.GROUP (schema.ParseResourceArg).
  const [version = '', ...group] = rest;
  const versioned = rest.length > 1 ? find(name, (entry) => inGroup(entry, group.join('.')), version) : undefined;
  return versioned ?? find(name, (entry) => inGroup(entry, rest.join('.')));
}

/** A group may be cut short, as in `deployments.app`; a whole match goes first because the table's order is that of discovery. */
function inGroup(entry: ResourceEntry, group: string): boolean {
  return entry.group === group || (group !== '' && entry.group.startsWith(group));
}

function find(name: string, fits: (entry: ResourceEntry) => boolean, version?: string): ResourceType | undefined {
  const lower = name.toLowerCase();
  const isNamed = (entry: ResourceEntry) =>
    entry.plural === lower || entry.singular === lower || entry.shortNames.includes(name);
  for (const entry of builtInResources) {
    if (!isNamed(entry) || !fits(entry)) continue;
    // A short name stands for the type in its preferred version, whatever version is written behind it.
    if (version === undefined || entry.shortNames.includes(name)) return preferred(entry);
    if (entry.versions.includes(version)) return { entry, version };
  }
  return undefined;
}

function preferred(entry: ResourceEntry): ResourceType {
  return { entry, version: entry.versions[0] ?? '' };
}
