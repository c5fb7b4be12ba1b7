import type { Place } from '$ui/handed-in/passages';

/** What is selected within an element whose text is one text; nothing if none of it is. */
export function selectedIn(box: HTMLElement): Place | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined;
  return {
    from: offsetIn(box, range.startContainer, range.startOffset),
    to: offsetIn(box, range.endContainer, range.endOffset),
  };
}

function offsetIn(box: HTMLElement, node: Node, at: number): number {
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(node, at);
  return before.toString().length;
}

/** Selects it, as a mouse would. */
export function select(box: HTMLElement, { from, to }: Place): void {
  const [begin, end] = [nodeAt(box, from), nodeAt(box, to)];
  if (begin && end) getSelection()?.setBaseAndExtent(begin.node, begin.at, end.node, end.at);
}

function nodeAt(box: HTMLElement, offset: number): { node: Node; at: number } | undefined {
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, at: left };
    left -= length;
  }
  return undefined;
}
