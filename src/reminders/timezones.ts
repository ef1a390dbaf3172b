// Finds time zones by what people type: a city, a country, a zone's name or its abbreviation.

import { cityMapping } from 'city-timezones';
import { Temporal } from 'temporal-polyfill';
import { isTimezone } from '../study/user-day.ts';

export interface TimezoneMatch {
  /** IANA name. */
  readonly timezone: string;
  /** The place it was found by, e.g. `Munich, Germany`; undefined for a zone found by its own name. */
  readonly place: string | undefined;
  /** Wall-clock time there now, `HH:MM`. */
  readonly localTime: string;
}

export type TimezoneReading =
  | { readonly kind: 'zone'; readonly timezone: string }
  /** The name fits places in several zones, or none; `near` holds at most five zones to choose from. */
  | { readonly kind: 'unclear'; readonly near: readonly string[] };

export interface TimezoneFinder {
  /** Best first, each zone once. With an empty query: `likely`, then large cities. */
  suggest(query: string, nowMs: number, limit: number, likely: readonly string[]): readonly TimezoneMatch[];
  /** What somebody meant who typed instead of picking. */
  read(text: string): TimezoneReading;
}

/** Something that can be typed and stands for a zone. */
interface Name {
  readonly words: string;
  readonly timezone: string;
  readonly place: string | undefined;
  /** Larger places come first. */
  readonly weight: number;
  /** How well a match by this name counts: 0 for a city or zone, 1 for a country. */
  readonly rank: number;
}

/** ICU keeps names that tzdata has replaced (its `backward` file); people look for the present ones. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/**
 * Abbreviations by the place that most people mean with them; the zone's own rules decide about summer time. tzdata has
 * zones of some of these names that stay at winter time all year, which nobody means.
 */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  'America/Los_Angeles': ['pst', 'pdt', 'pt', 'pst8pdt', 'pacific time'],
  'America/Denver': ['mst', 'mdt', 'mt', 'mst7mdt', 'mountain time'],
  'America/Chicago': ['cst', 'cdt', 'ct', 'cst6cdt', 'central time'],
  'America/New_York': ['est', 'edt', 'et', 'est5edt', 'eastern time'],
  'Pacific/Honolulu': ['hst'],
  'Europe/London': ['bst', 'uk'],
  'Europe/Lisbon': ['wet', 'west'],
  'Europe/Berlin': ['cet', 'cest', 'mez', 'mesz', 'met', 'mest'],
  'Europe/Athens': ['eet', 'eest'],
  'Europe/Moscow': ['msk'],
  'Asia/Kolkata': ['ist'],
  'Asia/Singapore': ['sgt'],
  'Asia/Tokyo': ['jst'],
  'Australia/Sydney': ['aest', 'aedt'],
  'Pacific/Auckland': ['nzst', 'nzdt'],
  UTC: ['utc', 'gmt', 'zulu'],
};

/** Names that the table of cities does not have. */
const FORMER_CITIES: Readonly<Record<string, string>> = {
  Bangalore: 'Asia/Kolkata',
  Bombay: 'Asia/Kolkata',
  Calcutta: 'Asia/Kolkata',
  Kiev: 'Europe/Kyiv',
  Madras: 'Asia/Kolkata',
  Redmond: 'America/Los_Angeles',
  Saigon: 'Asia/Ho_Chi_Minh',
};

/** Between a town and a large city, so that a zone's own city comes before places that only share the name. */
const ZONE_WEIGHT = 300_000;
/** A city this many times as large as its next namesake is the one that is meant: London, but not Birmingham. */
const CLEARLY_LARGER = 10;

/** Builds the index: some 8,000 names, a few milliseconds and under 2 MB. */
export function createTimezoneFinder(): TimezoneFinder {
  const shortNames = abbreviations();
  const names = [...shortNames, ...zoneNames(), ...cityNames()];
  return {
    suggest(query, nowMs, limit, likely) {
      const wanted = normalise(query);
      const found = wanted === '' ? [...likely.map(bareName), ...citiesBySize(names)] : rankMatches(names, wanted);
      return distinct(found, limit).map(({ timezone, place }) => ({
        timezone,
        place,
        localTime: localTimeOf(timezone, nowMs),
      }));
    },
    read(text) {
      const wanted = normalise(text);
      const zone =
        shortNames.find((name) => name.words === wanted) ??
        names.find((name) => name.place === undefined && normalise(name.timezone) === wanted);
      if (zone !== undefined) return { kind: 'zone', timezone: zone.timezone };
      const ofCountry = distinct(
        names.filter((name) => name.rank === 1 && name.words === wanted).toSorted(byWeight),
        5,
      );
      if (ofCountry[0] !== undefined && ofCountry.length === 1) {
        return { kind: 'zone', timezone: ofCountry[0].timezone };
      }
      const trimmed = text.trim();
      if (isTimezone(trimmed)) return { kind: 'zone', timezone: canonicalName(trimmed) };
      const ranked = rankMatches(names, wanted);
      const [first, second] = distinct(
        ranked.filter((name) => name.rank === 0 && name.words === wanted).toSorted(byWeight),
        2,
      );
      if (first !== undefined && first.weight >= CLEARLY_LARGER * (second?.weight ?? 0)) {
        return { kind: 'zone', timezone: first.timezone };
      }
      // Other names that merely begin like a whole country say nothing.
      return {
        kind: 'unclear',
        near: (ofCountry.length > 0 ? ofCountry : distinct(ranked, 5)).map((name) => name.timezone),
      };
    },
  };
}

/** Wall-clock time in the zone, `HH:MM`. */
export function localTimeOf(timezone: string, instantMs: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timezone);
  return zoned.toPlainTime().toString({ smallestUnit: 'minute' });
}

function zoneNames(): readonly Name[] {
  return (
    ['UTC', ...Intl.supportedValuesOf('timeZone')]
      .map((zone) => RENAMED[zone] ?? zone)
      // Those without a slash are the abbreviations' own, and no place.
      .filter((zone) => isTimezone(zone) && (zone === 'UTC' || zone.includes('/')))
      .flatMap((timezone) => {
        const own = { timezone, place: undefined, weight: ZONE_WEIGHT, rank: 0 };
        const city = timezone.slice(timezone.lastIndexOf('/') + 1);
        return [
          { ...own, words: normalise(timezone) },
          { ...own, words: normalise(city) },
        ];
      })
  );
}

function abbreviations(): readonly Name[] {
  return Object.entries(ABBREVIATIONS).flatMap(([timezone, words]) =>
    words.map((word) => ({ words: word, timezone, place: undefined, weight: ZONE_WEIGHT, rank: 0 })),
  );
}

function cityNames(): readonly Name[] {
  const former = Object.entries(FORMER_CITIES).map(([city, timezone]) => ({
    words: normalise(city),
    timezone,
    place: city,
    weight: ZONE_WEIGHT,
    rank: 0,
  }));
  const zonesKnown = new Map<string, boolean>();
  const isKnown = (zone: unknown): zone is string => {
    if (typeof zone !== 'string') return false;
    const known = zonesKnown.get(zone) ?? isTimezone(zone);
    zonesKnown.set(zone, known);
    return known;
  };
  const present = cityMapping
    // The table has a few rows without a zone, whatever its types say.
    .filter((city) => isKnown(city.timezone))
    .flatMap((city) => {
      const own = { timezone: city.timezone, place: `${city.city}, ${city.country}`, weight: city.pop };
      return [
        { ...own, words: normalise(city.city), rank: 0 },
        { ...own, words: normalise(city.country), rank: 1 },
        { ...own, words: normalise(city.iso3), rank: 1 },
      ];
    });
  return [...former, ...present];
}

function bareName(timezone: string): Name {
  return { words: '', timezone, place: undefined, weight: 0, rank: 0 };
}

function citiesBySize(names: readonly Name[]): readonly Name[] {
  return names.filter((name) => name.place !== undefined).toSorted(byWeight);
}

function byWeight(a: Name, b: Name): number {
  return b.weight - a.weight;
}

function rankMatches(names: readonly Name[], wanted: string): readonly Name[] {
  if (wanted === '') return [];
  return names
    .map((name) => ({ name, score: scoreOf(name, wanted) }))
    .filter(({ score }) => score < NO_MATCH)
    .toSorted((a, b) => a.score - b.score || byWeight(a.name, b.name))
    .map(({ name }) => name);
}

const NO_MATCH = 9;

/** Lower is better: the whole name, its beginning, the beginning of a word in it, anything in it. */
function scoreOf({ words, rank }: Name, wanted: string): number {
  if (words === wanted) return rank;
  if (words.startsWith(wanted)) return 2 + rank;
  if (words.includes(` ${wanted}`)) return 4 + rank;
  return wanted.length >= 3 && rank === 0 && words.includes(wanted) ? 6 : NO_MATCH;
}

function distinct(names: readonly Name[], limit: number): readonly Name[] {
  const byZone = new Map<string, Name>();
  for (const name of names) {
    if (byZone.size >= limit) break;
    if (!byZone.has(name.timezone)) byZone.set(name.timezone, name);
  }
  return [...byZone.values()];
}

/** Lower case without accents; slashes, underscores, commas and the like become single spaces. */
function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}+]+/gu, ' ')
    .trim();
}

function canonicalName(timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timezone).timeZoneId;
}
