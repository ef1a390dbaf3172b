// Reads resource amounts such as `200m` and `1.5Gi` as apimachinery's resource.Quantity does.

const QUANTITY = /^([+-]?)(\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d{1,3})?$/;
const DECIMAL_POWERS: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY_POWERS: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
/** Amounts are kept in units of 10⁻⁹, the smallest that Kubernetes knows. */
const NANO_DIGITS = 9;

/**
 * One text for all spellings that the API would store alike (`0.2` and `200m`); undefined where kubectl refuses the amount.
 * The kind of suffix stays, since `1000Ki` and `1024k` are stored apart.
 */
export function canonicalQuantity(text: string): string | undefined {
  const [whole, sign, digits, suffix = ''] = QUANTITY.exec(text) ?? [];
  if (whole === undefined || digits === undefined) return undefined;
  const exponent = /^[eE]([+-]?\d+)$/.exec(suffix)?.[1];
  const binary = BINARY_POWERS[suffix];
  const power = exponent === undefined ? (DECIMAL_POWERS[suffix] ?? 0) : Number(exponent);
  const nanos = scaledNanos(digits, power) * (binary === undefined ? 1n : 2n ** BigInt(binary));
  const format = formatOf(exponent, binary, nanos);
  return `${sign === '-' ? '-' : ''}${nanos}n${format}`;
}

/** `memory=512Mi,cpu=0.2` sorted, with each amount in one spelling. */
export function canonicalAmounts(text: string): string | undefined {
  if (text === '') return '';
  const amounts = new Map<string, string>();
  for (const part of text.split(',')) {
    const [name = '', amount = '', ...more] = part.split('=');
    const canonical = canonicalQuantity(amount);
    if (name === '' || more.length > 0 || canonical === undefined) return undefined;
    amounts.set(name, canonical);
  }
  return [...amounts]
    .map((pair) => pair.join('='))
    .sort()
    .join(', ');
}

function scaledNanos(digits: string, power: number): bigint {
  const [whole = '', fraction = ''] = digits.split('.');
  const shift = power + NANO_DIGITS - fraction.length;
  const all = BigInt(`${whole}${fraction}`);
  if (shift >= 0) return all * 10n ** BigInt(shift);
  // Smaller parts are rounded up (Quantity's RoundUp).
  const divisor = 10n ** BigInt(-shift);
  return (all + divisor - 1n) / divisor;
}

/** Below 1024 an amount is written without its binary suffix. */
function formatOf(exponent: string | undefined, binary: number | undefined, nanos: bigint): string {
  if (exponent !== undefined) return ' exponent';
  return binary !== undefined && nanos >= 1024n * 10n ** BigInt(NANO_DIGITS) ? ' binary' : '';
}
