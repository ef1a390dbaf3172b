// Holds recorded REST requests and their answers against Discord's own OpenAPI description, where it is at hand.

import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { RecordedRequest } from '../../sandbox/rest/rest-app.ts';

/** Discord's description beside the checkout; `DISCORD_OPENAPI` names another place. It is not part of the project. */
const PLACE = process.env.DISCORD_OPENAPI ?? new URL('../../../shared/discord/openapi.json', import.meta.url);

/** False where the description is absent: such tests then say so and are not run. */
export const hasDescription = existsSync(PLACE);

export interface DescriptionReport {
  /** Requests that were held against the description. */
  readonly checked: number;
  /** One line a fault, naming the route and the place in the body. */
  readonly faults: readonly string[];
}

/** Checks the bodies of requests that were taken (2xx), and the bodies of all answers that the description covers. */
export function checkAgainstDescription(requests: readonly RecordedRequest[]): DescriptionReport {
  const description = loadDescription();
  const faults: string[] = [];
  let checked = 0;
  for (const request of requests) {
    const base = `/paths/${escapePart(request.route)}/${request.method.toLowerCase()}`;
    if (!description.has(base)) {
      faults.push(`${request.method} ${request.route}: not in Discord's description`);
      continue;
    }
    checked += 1;
    const isTaken = request.status < 300;
    if (isTaken && request.body !== undefined) {
      faults.push(
        ...description.check(
          `${base}/requestBody/content/application~1json/schema`,
          asDescribed(request.body),
          request,
        ),
      );
    }
    if (isTaken && request.answer !== undefined) {
      const place = `${base}/responses/${request.status}/content/application~1json/schema`;
      faults.push(...description.check(place, request.answer, request));
    }
    if (request.status === 429)
      faults.push(...description.check(schema('RatelimitedResponse'), request.answer, request));
    // The tree of faults is left out: the description types its codes as numbers, Discord's answers and documents have text.
    else if (request.status >= 400 && request.status < 500) {
      faults.push(...description.check(schema('Error'), request.answer, request));
    }
  }
  return { checked, faults: [...new Set(faults)] };
}

interface Description {
  has(pointer: string): boolean;
  check(pointer: string, value: unknown, request: RecordedRequest): readonly string[];
}

let loaded: Description | undefined;

function loadDescription(): Description {
  loaded ??= createDescription(JSON.parse(readFileSync(PLACE, 'utf8')));
  return loaded;
}

function createDescription(document: Record<string, unknown>): Description {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema({ $id: 'discord', ...document });
  const compiled = new Map<string, ValidateFunction>();
  const validator = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#${encodeURI(pointer)}` });
    compiled.set(pointer, known);
    return known;
  };
  const has = (pointer: string) => resolve(document, pointer) !== undefined;
  return {
    has,
    check(pointer, value, request) {
      const name = `${request.method} ${request.route}`;
      if (!has(pointer)) return [`${name}: no ${pointer.split('/').at(4)} described for status ${request.status}`];
      const validate = validator(pointer);
      if (validate(value)) return [];
      return (validate.errors ?? []).map((error) => {
        const part = pointer.includes('requestBody') ? 'request' : 'answer';
        return `${name}: ${part}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`;
      });
    },
  };
}

/**
 * The description wants permissions of commands as a number; Discord's documents, its answers and discord.js write text,
 * since the bits outgrow a number.
 */
function asDescribed(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(asDescribed);
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
  const { default_member_permissions: permissions, ...rest } = body;
  return { ...rest, default_member_permissions: typeof permissions === 'string' ? Number(permissions) : permissions };
}

function schema(name: string): string {
  return `/components/schemas/${name}`;
}

function resolve(document: unknown, pointer: string): unknown {
  let value = document;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === part.replaceAll('~1', '/').replaceAll('~0', '~'))?.[1];
  }
  return value;
}

function escapePart(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
