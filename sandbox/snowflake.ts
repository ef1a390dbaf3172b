// Discord's ids: 42 bits of milliseconds since 2015, then a counter; always rising, so that order by id is order in time.

/** First second of 2015. Source: https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;
const COUNTER_BITS = 22n;

/** The smallest id of an instant; `step` tells apart ids of the same millisecond (0 to 4,194,303). */
export function snowflakeAt(epochMs: number, step = 0): string {
  return String(((BigInt(Math.floor(epochMs)) - DISCORD_EPOCH_MS) << COUNTER_BITS) + BigInt(step));
}

/** A source of new ids. They rise even when `nowMs` is set back. */
export function createSnowflakes(nowMs: () => number): () => string {
  let last = 0n;
  return () => {
    const fresh = BigInt(snowflakeAt(nowMs()));
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
}

export function isSnowflake(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}
