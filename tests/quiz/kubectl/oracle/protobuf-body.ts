// Reads as much of a protobuf request body as is needed to compare two: every field, less what the path says already.

interface Field {
  readonly number: number;
  readonly value: Buffer | bigint;
}

/** What Kubernetes puts before a protobuf body. */
const MAGIC = 'k8s\0';
const METADATA_FIELD = 1;
const NAMESPACE_FIELD = 3;
/** Of the envelope (runtime.Unknown): the object itself. */
const RAW_FIELD = 2;

/** A text that is the same for two bodies with the same fields, or undefined for a body of another kind. */
export function protobufText(body: string): string | undefined {
  const bytes = Buffer.from(body, 'latin1');
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) return undefined;
  return readFields(bytes.subarray(MAGIC.length))
    .map((field) => (field.number === RAW_FIELD ? `2:{${objectText(field.value)}}` : fieldText(field)))
    .join(' ');
}

/** A namespace in the metadata repeats the one in the path; some commands write it only where `-n` is given. */
function objectText(value: Buffer | bigint): string {
  if (typeof value === 'bigint') return String(value);
  return readFields(value)
    .map((field) => {
      if (field.number !== METADATA_FIELD || typeof field.value === 'bigint') return fieldText(field);
      const kept = readFields(field.value).filter((inner) => inner.number !== NAMESPACE_FIELD);
      return `1:{${kept.map(fieldText).join(' ')}}`;
    })
    .join(' ');
}

function fieldText(field: Field): string {
  return `${field.number}:${typeof field.value === 'bigint' ? field.value : JSON.stringify(field.value.toString('latin1'))}`;
}

/** Wire format: https://protobuf.dev/programming-guides/encoding/ (varints, and fields with a length). */
function readFields(bytes: Buffer): readonly Field[] {
  const fields: Field[] = [];
  let at = 0;
  while (at < bytes.length) {
    const key = readVarint(bytes, at);
    const number = Number(key.value >> 3n);
    const next = readVarint(bytes, key.end);
    if ((key.value & 7n) === 0n) {
      fields.push({ number, value: next.value });
      at = next.end;
    } else {
      const end = next.end + Number(next.value);
      fields.push({ number, value: bytes.subarray(next.end, end) });
      at = end;
    }
  }
  return fields;
}

function readVarint(bytes: Buffer, start: number): { value: bigint; end: number } {
  let value = 0n;
  let at = start;
  for (let shift = 0n; at < bytes.length; shift += 7n) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return { value, end: at };
}
