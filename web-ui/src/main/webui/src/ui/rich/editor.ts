import { Editor, Mark, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { freshTable, isInTable, TABLE, tableCommands } from './table';

/** What a teacher writes with. Loaded only where something is written, and nothing of it by whoever reads. */

const Sub = Mark.create({
  name: 'sub',
  excludes: 'sup',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
  addKeyboardShortcuts() {
    return { 'Mod-,': () => this.editor.commands.toggleMark('sub') };
  },
});

const Sup = Mark.create({
  name: 'sup',
  excludes: 'sub',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
  addKeyboardShortcuts() {
    return { 'Mod-.': () => this.editor.commands.toggleMark('sup') };
  },
});

const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: '' },
    alt: { default: '' },
    width: { default: null },
    height: { default: null },
  }),
  parseHTML: () => [{ tag: 'img[src^="/api/"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
});

function drawn(latex: string, mathml: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'math';
  span.dataset['latex'] = latex;
  span.innerHTML = mathml;
  return span;
}

const Formula = Node.create({
  name: 'formula',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ latex: { default: '' }, mathml: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'span.math',
      getAttrs: (span) => ({
        latex: span.getAttribute('data-latex') ?? '',
        mathml: span.querySelector('math')?.outerHTML ?? '',
      }),
    },
  ],
  renderHTML: ({ node }) => drawn(String(node.attrs['latex']), String(node.attrs['mathml'])),
});

export interface Wish {
  place: HTMLElement;
  html: string;
  label: string;
  headings: boolean;
  /** Sends a picture and gives its address and size. */
  picture: ((file: File) => void) | undefined;
  onchange: (html: string) => void;
  onselect: () => void;
  onformula: (latex: string) => void;
  onfocus: () => void;
}

const pictures = (files: FileList | undefined) =>
  [...(files ?? [])].filter((file) => file.type.startsWith('image/'));

export function makeEditor(wish: Wish): Editor {
  const taken = (files: FileList | undefined): boolean => {
    const some = pictures(files);
    if (some.length === 0 || wish.picture === undefined) return false;
    for (const one of some) wish.picture(one);
    return true;
  };
  return new Editor({
    element: wish.place,
    content: wish.html,
    extensions: [
      StarterKit.configure({
        heading: wish.headings ? { levels: [2, 3] } : false,
        link: { openOnClick: false, autolink: true, protocols: ['http', 'https', 'mailto'] },
        codeBlock: false,
        trailingNode: false,
      }),
      Sub,
      Sup,
      Picture,
      Formula,
      ...TABLE,
    ],
    editorProps: {
      attributes: { class: 'rich', role: 'textbox', 'aria-multiline': 'true', 'aria-label': wish.label },
      handlePaste: (_view, event) => taken(event.clipboardData?.files),
      handleDrop: (_view, event) => taken(event.dataTransfer?.files),
      handleClickOn: (_view, _at, node) => {
        if (node.type.name === 'formula') wish.onformula(String(node.attrs['latex']));
        return false;
      },
    },
    onUpdate: ({ editor }) => wish.onchange(editor.isEmpty ? '' : editor.getHTML()),
    onTransaction: () => wish.onselect(),
    onFocus: () => wish.onfocus(),
  });
}

/** The verbs of the toolbar. */
export const verbs = {
  bold: (e: Editor) => e.chain().focus().toggleBold().run(),
  italic: (e: Editor) => e.chain().focus().toggleItalic().run(),
  underline: (e: Editor) => e.chain().focus().toggleUnderline().run(),
  sub: (e: Editor) => e.chain().focus().toggleMark('sub').run(),
  sup: (e: Editor) => e.chain().focus().toggleMark('sup').run(),
  bullets: (e: Editor) => e.chain().focus().toggleBulletList().run(),
  numbers: (e: Editor) => e.chain().focus().toggleOrderedList().run(),
  heading: (e: Editor, level: 2 | 3) => e.chain().focus().toggleHeading({ level }).run(),
  table: (e: Editor) => e.chain().focus().insertContent(freshTable()).run(),
  link: (e: Editor, href: string) =>
    href === ''
      ? e.chain().focus().extendMarkRange('link').unsetLink().run()
      : e.chain().focus().extendMarkRange('link').setLink({ href }).run(),
  picture: (e: Editor, src: string, alt: string, width: number, height: number) =>
    e.chain().focus().insertContent({ type: 'picture', attrs: { src, alt, width, height } }).run(),
  formula: (e: Editor, latex: string, mathml: string) =>
    e.chain().focus().insertContent({ type: 'formula', attrs: { latex, mathml } }).run(),
  inTable: (e: Editor) => isInTable(e.state),
  row: (e: Editor) => tableCommands.addRowAfter(e.state, e.view.dispatch),
  column: (e: Editor) => tableCommands.addColumnAfter(e.state, e.view.dispatch),
  noRow: (e: Editor) => tableCommands.deleteRow(e.state, e.view.dispatch),
  noColumn: (e: Editor) => tableCommands.deleteColumn(e.state, e.view.dispatch),
  noTable: (e: Editor) => tableCommands.deleteTable(e.state, e.view.dispatch),
};

export type { Editor };
