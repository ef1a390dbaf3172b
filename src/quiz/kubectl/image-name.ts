// Says whether a text names a container image (distribution/reference's grammar); keeps out whether there is such an image.

const DOMAIN = /^(?:[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*)(?:\.[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*)*(?::\d+)?$/;
const PATH_PART = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** `[DOMAIN/]PATH[:TAG][@DIGEST]`; capitals are for the domain and the tag alone. */
export function isImageName(text: string): boolean {
  const [tagged = '', digest, ...more] = text.split('@');
  if (more.length > 0 || (digest !== undefined && !DIGEST.test(digest))) return false;
  const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
  if (colon >= 0 && !TAG.test(tagged.slice(colon + 1))) return false;
  const [first = '', ...rest] = tagged.slice(0, colon < 0 ? undefined : colon).split('/');
  const isFirstFit = PATH_PART.test(first) || (rest.length > 0 && DOMAIN.test(first));
  return isFirstFit && rest.every((part) => PATH_PART.test(part));
}
