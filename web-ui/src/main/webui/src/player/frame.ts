/** The frame in which a package's own pages run, of the same origin as this one: SCORM's pages look for us there. */
export function makeFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.id = 'khung';
  frame.title = document.title;
  frame.allow = 'fullscreen; autoplay';
  document.body.append(frame);
  return frame;
}

/** `bai 1/a.html?x=1` beside the folder that this page stands in; names may hold any letter. */
export function address(href: string): string {
  const rest = href.search(/[?#]/);
  const path = rest < 0 ? href : href.slice(0, rest);
  return `../${path.split('/').map(encodeURIComponent).join('/')}${rest < 0 ? '' : href.slice(rest)}`;
}
