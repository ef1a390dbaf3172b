// Reads the body of a request: JSON, or multipart with `payload_json` and `files[n]`.

import type { Upload } from '../files.ts';
import { refusals } from '../refusal.ts';

export interface ReadBody {
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

const FILE_FIELD = /^files\[(\d+)\]$/;

/** @throws Refusal 50109 for what is no JSON */
export async function readBody(request: Request): Promise<ReadBody> {
  if (request.method === 'GET' || request.method === 'DELETE') return { body: undefined, uploads: [] };
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request);
  const text = await request.text();
  return { body: text === '' ? undefined : parseJson(text), uploads: [] };
}

async function readMultipart(request: Request): Promise<ReadBody> {
  const form = await request.formData().catch(() => {
    throw refusals.invalidJson();
  });
  const uploads: Upload[] = [];
  for (const [field, value] of form.entries()) {
    const index = FILE_FIELD.exec(field)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const data = new Uint8Array(await value.arrayBuffer());
    const contentType = value.type === '' ? 'application/octet-stream' : value.type;
    uploads.push({ index, name: value.name, contentType, data });
  }
  const payload = form.get('payload_json');
  return { body: typeof payload === 'string' ? parseJson(payload) : undefined, uploads };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.invalidJson();
  }
}
