import type { Block } from '$api/types';
import { plainOf } from '$lib/html';

const LONG = 100_000;

/** All the words of a block, a paragraph a line, to be compared with another's. */
export function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return textOf(block.html);
    case 'task':
    case 'callout':
    case 'discussion':
      return [block.title, textOf(block.html)].filter(Boolean).join('\n');
    case 'picture':
      return [block.alt, block.caption].filter(Boolean).join('\n');
    case 'formula':
      return [block.latex, block.note].filter(Boolean).join('\n');
    case 'material':
      return [block.title, block.note].filter(Boolean).join('\n');
    case 'quiz':
      return block.title;
    case 'embed':
      return [block.title, block.url].filter(Boolean).join('\n');
  }
}

export function textOf(html: string): string {
  return html
    .split(/<\/(?:p|h2|h3|h4|li|tr|blockquote|pre)>|<br\s*\/?>/)
    .map((part) => plainOf(part, LONG))
    .filter((part) => part !== '')
    .join('\n');
}
