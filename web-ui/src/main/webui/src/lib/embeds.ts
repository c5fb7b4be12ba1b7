/**
 * The sites whose pages may stand inside a lesson, as the server knows them (EmbedSites): a pasted address that is none
 * of these is told at once, not when it is saved.
 */
const ID = '([A-Za-z0-9_-]{4,80})';
const REST = '(?:[/?&#].*)?';
const SITES: readonly [RegExp, string][] = (
  [
    [
      `https://(?:www\\.|m\\.)?youtube\\.com/watch\\?(?:.*&)?v=${ID}${REST}`,
      'www.youtube-nocookie.com/embed/',
    ],
    [
      `https://(?:www\\.)?youtube(?:-nocookie)?\\.com/(?:embed|shorts|live)/${ID}${REST}`,
      'www.youtube-nocookie.com/embed/',
    ],
    [`https://youtu\\.be/${ID}${REST}`, 'www.youtube-nocookie.com/embed/'],
    [`https://(?:www\\.)?vimeo\\.com/([0-9]{4,20})${REST}`, 'player.vimeo.com/video/'],
    [`https://player\\.vimeo\\.com/video/([0-9]{4,20})${REST}`, 'player.vimeo.com/video/'],
    [
      `https://(?:www\\.)?geogebra\\.org/(?:m|classic|material/iframe/id)/${ID}${REST}`,
      'www.geogebra.org/material/iframe/id/',
    ],
    [
      'https://phet\\.colorado\\.edu/(sims/html/[A-Za-z0-9_/.-]{1,160}\\.html)(?:\\?.*)?',
      'phet.colorado.edu/',
    ],
    [`https://(?:www\\.)?desmos\\.com/(calculator/[a-z0-9]{4,40})${REST}`, 'www.desmos.com/'],
    [
      `https://docs\\.google\\.com/(presentation/d/(?:e/)?[A-Za-z0-9_-]{10,160})${REST}`,
      'docs.google.com/|/embed',
    ],
    [
      `https://docs\\.google\\.com/(document/d/(?:e/)?[A-Za-z0-9_-]{10,160})${REST}`,
      'docs.google.com/|/preview',
    ],
  ] as const
).map(([address, frame]) => [new RegExp(`^${address}$`), frame]);

/** The address at which the site lets itself be framed; undefined where it is none of ours. */
export function framedAddress(typed: string): string | undefined {
  const url = typed.trim();
  if (url.length > 500 || url.includes('..')) return undefined;
  for (const [address, frame] of SITES) {
    const id = address.exec(url)?.[1];
    if (id === undefined) continue;
    const [before = '', after = ''] = frame.split('|');
    return `https://${before}${id}${after}`;
  }
  return undefined;
}
