import type { Opening } from '$api/types';

/** So that the pictures of later questions are here when the network is not. */
export function preloadPictures(opening: Opening): void {
  for (const [, source] of JSON.stringify(opening.parts).matchAll(/<img[^>]*? src=\\"([^"\\]+)\\"/g)) {
    if (source) new Image().src = source;
  }
}
