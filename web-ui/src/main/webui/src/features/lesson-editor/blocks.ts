import type { Block } from '$api/types';
import { framedAddress } from '$lib/embeds';
import { freshId } from '$lib/fresh-id';
import { plainOf } from '$lib/html';
import type { IconName } from '$ui/icons';
import { t } from './messages';

export type Kind = Block['kind'];
export type BlockOf<K extends Kind> = Extract<Block, { kind: K }>;

export const KINDS: readonly { kind: Kind; icon: IconName }[] = [
  { kind: 'text', icon: 'text' },
  { kind: 'picture', icon: 'image' },
  { kind: 'formula', icon: 'formula' },
  { kind: 'material', icon: 'shelf' },
  { kind: 'quiz', icon: 'quiz' },
  { kind: 'task', icon: 'hand' },
  { kind: 'callout', icon: 'info' },
  { kind: 'embed', icon: 'video' },
  { kind: 'discussion', icon: 'chat' },
];

export const iconOf = (kind: Kind): IconName => KINDS.find((one) => one.kind === kind)?.icon ?? 'text';

export function freshBlock(kind: Kind): Block {
  const id = freshId();
  switch (kind) {
    case 'text':
      return { id, kind, html: '' };
    case 'picture':
      return { id, kind, url: '', alt: '', caption: null };
    case 'formula':
      return { id, kind, latex: '', mathml: '', note: null };
    case 'material':
      return { id, kind, materialId: '', version: 0, title: '', type: '', note: null };
    case 'quiz':
      return { id, kind, assignmentId: '', title: '' };
    case 'task':
      return { id, kind, title: '', html: '', indicators: [] };
    case 'callout':
      return { id, kind, look: 'remember', title: '', html: '' };
    case 'embed':
      return { id, kind, url: '', title: '' };
    case 'discussion':
      return { id, kind, title: '', html: '' };
  }
}

/** What a block is called in the outline. */
export function nameOf(block: Block): string {
  const words = {
    text: () => plainOf((block as BlockOf<'text'>).html, 60),
    picture: () => (block as BlockOf<'picture'>).caption ?? (block as BlockOf<'picture'>).alt,
    formula: () => {
      const { mathml, latex } = block as BlockOf<'formula'>;
      return plainOf(mathml, 40) || latex;
    },
    material: () => (block as BlockOf<'material'>).title,
    quiz: () => (block as BlockOf<'quiz'>).title,
    task: () => (block as BlockOf<'task'>).title,
    callout: () => {
      const { title, html } = block as BlockOf<'callout'>;
      return title || plainOf(html, 60);
    },
    embed: () => (block as BlockOf<'embed'>).title || (block as BlockOf<'embed'>).url,
    discussion: () => (block as BlockOf<'discussion'>).title,
  }[block.kind]();
  return words.trim() === '' ? `${t.kinds[block.kind]}, ${t.blank}` : words;
}

/**
 * Whether a block has what the school's server needs to keep it. A picture not yet chosen or a test not yet
 * picked stays on the desk and is sent once it is something.
 */
export function isSomething(block: Block): boolean {
  switch (block.kind) {
    case 'picture':
      return block.url !== '';
    case 'material':
      return block.materialId !== '';
    case 'quiz':
      return block.assignmentId !== '';
    case 'formula':
      return block.latex.trim() !== '';
    case 'embed':
      return framedAddress(block.url) !== undefined;
    case 'text':
    case 'task':
    case 'callout':
    case 'discussion':
      return true;
  }
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
}

export function copyOf(block: Block): Block {
  return { ...structuredClone(block), id: freshId() };
}
