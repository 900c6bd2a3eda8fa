// The core's HTML of a text in Markdown, taken apart into the few things that may stand in the page. The core has cleaned it
// already; here nothing is put into the page but what is named, so that a fault there does not reach the window.

export interface MdElement {
  tag: MdTag;
  children: MdNode[];
  /** md-left, md-center, md-right of a cell; md-picture, md-task of a span. */
  mark?: string;
  /** The first number of a list. */
  start?: number;
  /** Where a link leads: https, http or mailto. */
  href?: string;
  /** Which attachment a picture is, and what it shows. */
  attachment?: string;
  alt?: string;
}
export type MdNode = string | MdElement;

const TAGS = [
  'a',
  'blockquote',
  'br',
  'code',
  'del',
  'em',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'img',
  'li',
  'ol',
  'p',
  'pre',
  'span',
  'strong',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
] as const;
export type MdTag = (typeof TAGS)[number];

/** What stands in these is no text of the person's. */
const DROPPED = new Set(
  'applet audio base button canvas embed frame frameset head iframe input link math meta noembed noframes noscript object option picture plaintext script select source style svg template textarea title track video xmp'.split(
    ' ',
  ),
);
/** Between their children there are no words. */
const HOLDS_BLOCKS = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'blockquote']);
const MARKS: Partial<Record<MdTag, string[]>> = {
  td: ['md-left', 'md-center', 'md-right'],
  th: ['md-left', 'md-center', 'md-right'],
  span: ['md-picture', 'md-task'],
};
/** What nests deeper is shown as its words alone. */
const MOST_DEPTH = 48;

const isTag = (name: string): name is MdTag => (TAGS as readonly string[]).includes(name);

/** An address that the core would open, or nothing. */
export function addressOf(given: string | null): string | undefined {
  if (!given || /[\s\\]/.test(given)) return undefined;
  try {
    const url = new URL(given);
    const web = (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' && !url.username && !url.password;
    return web || (url.protocol === 'mailto:' && url.pathname.includes('@')) ? given : undefined;
  } catch {
    return undefined;
  }
}

/** Where a link leads, said in short: the host, or the mail address. */
export function placeOf(address: string): string {
  const url = new URL(address);
  return url.protocol === 'mailto:' ? url.pathname : url.host;
}

const attachmentOf = (given: string | null): string | undefined =>
  given && /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(given) ? given : undefined;

function element(from: Element, tag: MdTag, depth: number): MdNode[] {
  const children = within(from, depth + 1, HOLDS_BLOCKS.has(tag));
  switch (tag) {
    case 'a': {
      const href = addressOf(from.getAttribute('data-href'));
      return href ? [{ tag, href, children }] : children;
    }
    case 'img': {
      const [attachment, alt] = [attachmentOf(from.getAttribute('data-attachment')), from.getAttribute('alt') ?? ''];
      return attachment ? [{ tag, attachment, alt, children: [] }] : alt ? [alt] : [];
    }
    case 'ol': {
      const start = from.getAttribute('start') ?? '';
      return [/^\d{1,9}$/.test(start) ? { tag, start: Number(start), children } : { tag, children }];
    }
    default: {
      const mark = MARKS[tag]?.find((one) => from.className === one);
      return [mark ? { tag, mark, children } : { tag, children }];
    }
  }
}

function within(parent: Node, depth: number, blocks: boolean): MdNode[] {
  const found: MdNode[] = [];
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      if (text && !(blocks && !text.trim())) found.push(text);
    } else if (node instanceof Element) {
      const name = node.localName;
      if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml' || DROPPED.has(name)) continue;
      if (depth > MOST_DEPTH) found.push(node.textContent ?? '');
      else if (isTag(name)) found.push(...element(node, name, depth));
      else found.push(...within(node, depth + 1, blocks));
    }
  }
  return found;
}

/** The core's HTML as what may stand in the page. A document that is parsed so runs and fetches nothing. */
export function rebuilt(html: string): MdNode[] {
  return html.trim() ? within(new DOMParser().parseFromString(html, 'text/html').body, 0, true) : [];
}

/** Lets what is wider than its place be scrolled by keyboard too. */
export function scrollable(node: HTMLElement) {
  const look = () => {
    if (node.scrollWidth > node.clientWidth + 1) node.tabIndex = 0;
    else node.removeAttribute('tabindex');
  };
  const watch = new ResizeObserver(look);
  watch.observe(node);
  look();
  return { destroy: () => watch.disconnect() };
}
