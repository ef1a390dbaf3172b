// The drawing thread: draws PNGs, leaves the event loop free, survives bad input and its own end.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { createPictureRenderer, type PictureRenderer } from '../../src/operations/picture-renderer.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="2" y="15" font-family="Inter">Hi</text></svg>';
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47];

const renderers: PictureRenderer[] = [];
const warnings: unknown[] = [];

function makeRenderer(patienceMs?: number): PictureRenderer {
  const renderer = createPictureRenderer({ warn: (...said: unknown[]) => warnings.push(said) }, patienceMs);
  renderers.push(renderer);
  return renderer;
}

afterEach(async () => {
  for (const renderer of renderers.splice(0)) await renderer.close();
  warnings.length = 0;
});

describe('the drawing thread', () => {
  it('draws PNGs, several at once each for its own order', async () => {
    const renderer = makeRenderer();
    const wide = SVG.replace('width="40"', 'width="80"');
    const [small, large] = await Promise.all([renderer.draw(SVG), renderer.draw(wide)]);
    expect([...(small ?? []).slice(0, 4)]).toEqual(PNG_SIGNATURE);
    // Bytes 16 to 19 of a PNG are its width.
    expect(small?.[19]).toBe(40);
    expect(large?.[19]).toBe(80);
  });

  it('has the letters of its own typeface', async () => {
    const renderer = makeRenderer();
    const blank = await renderer.draw(SVG.replace('Hi', ' '));
    const written = await renderer.draw(SVG);
    expect(written?.length).toBeGreaterThan(blank?.length ?? 0);
  });

  it('gives nothing for what is no SVG, says so in the log, and goes on', async () => {
    const renderer = makeRenderer();
    expect(await renderer.draw('<svg')).toBeUndefined();
    expect(warnings).toHaveLength(1);
    expect(await renderer.draw(SVG)).toBeDefined();
  });

  it('gives up on a thread that is silent for too long, and starts another', async () => {
    // No thread is up within a millisecond.
    const impatient = makeRenderer(1);
    expect(await impatient.draw(SVG)).toBeUndefined();
    expect(JSON.stringify(warnings)).toContain('took too long');
    const patient = makeRenderer();
    expect(await patient.draw(SVG)).toBeDefined();
  });

  it('fails what is still being drawn when it is closed, and draws again afterwards', async () => {
    const renderer = makeRenderer();
    const drawing = renderer.draw(SVG);
    await renderer.close();
    expect(await drawing).toBeUndefined();
    expect(await renderer.draw(SVG)).toBeDefined();
  });

  it('leaves the event loop free while a picture of full size is drawn', async () => {
    const renderer = makeRenderer();
    const rows = Array.from({ length: 120 }, (_, row) => `<text y="${row * 15}">Row ${row} of a long picture</text>`);
    const large = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1800" font-family="Inter">${rows.join('')}</svg>`;
    await renderer.draw(SVG);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const startMs = performance.now();
    expect(await renderer.draw(large)).toBeDefined();
    const tookMs = performance.now() - startMs;
    delay.disable();
    // Most of the drawing must have passed without holding this thread up; on it, the longest hold would be all of it.
    expect(delay.max / 1e6).toBeLessThan(Math.max(40, tookMs * 0.8));
  });
});
