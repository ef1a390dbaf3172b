// The thread that draws: gets SVG, gives PNG back under the same number. Started by picture-renderer.ts alone.

import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { describeFault } from './describe-fault.ts';
import { PICTURE_FONT, type PictureAnswer, type PictureOrder } from './picture-renderer.ts';

const FONT_FILES = ['400Regular/Inter_400Regular.ttf', '700Bold/Inter_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
);

parentPort?.on('message', (order: PictureOrder) => {
  parentPort?.postMessage(draw(order));
});

function draw({ number, svg }: PictureOrder): PictureAnswer {
  try {
    const image = new Resvg(svg, {
      // The machine's own fonts are left alone, so that pictures look the same everywhere.
      font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: PICTURE_FONT },
    });
    return { kind: 'drawn', number, png: new Uint8Array(image.render().asPng()) };
  } catch (cause) {
    return { kind: 'failed', number, message: describeFault(cause).message };
  }
}
