/** What a scanner tells of: names without their prefix, attributes as they stand. */
export interface XmlHandler {
  onOpen: (name: string, attributes: string) => void;
  onClose: (name: string) => void;
  /** With its entities resolved; a long text may come in parts. */
  onText: (text: string) => void;
}

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves the five entities of XML and character references; others do not exist here, so nothing can be smuggled in. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute in the text between a tag's name and its end. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let from = 0; ;) {
    const at = attributes.indexOf(`${name}=`, from);
    if (at < 0) return undefined;
    const isWhole = at === 0 || attributes.charCodeAt(at - 1) <= 32;
    if (isWhole) {
      const start = at + name.length + 2;
      const end = attributes.indexOf(attributes.charAt(start - 1), start);
      return end < 0 ? undefined : decodeXml(attributes.slice(start, end));
    }
    from = at + 1;
  }
}

/**
 * Reads XML as it comes, in chunks. It knows what spreadsheet programs write: elements, text, CDATA, comments, processing
 * instructions. A document type is refused by whoever handles `!DOCTYPE`, since no workbook has one.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(chunk: string): void {
    const text = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      const end = endOfMarkup(text, open);
      if (end < 0) break;
      if (open > at) this.#handler.onText(decodeXml(text.slice(at, open)));
      this.#markup(text, open, end);
      at = end;
    }
    this.#rest = text.slice(at);
  }

  /** Whether everything that was begun has come to its end. */
  isAtEnd(): boolean {
    return this.#rest.trim() === '';
  }

  #markup(text: string, open: number, end: number): void {
    const first = text.charCodeAt(open + 1);
    if (first === SLASH) return this.#handler.onClose(localName(text.slice(open + 2, end - 1).trimEnd()));
    if (first === QUESTION) return;
    if (first === EXCLAMATION) return this.#declaration(text.slice(open, end));
    const isEmpty = text.charCodeAt(end - 2) === SLASH;
    const inner = text.slice(open + 1, isEmpty ? end - 2 : end - 1);
    const space = inner.search(/\s/);
    const name = localName(space < 0 ? inner : inner.slice(0, space));
    this.#handler.onOpen(name, space < 0 ? '' : inner.slice(space + 1));
    if (isEmpty) this.#handler.onClose(name);
  }

  #declaration(markup: string): void {
    if (markup.startsWith('<![CDATA[')) this.#handler.onText(markup.slice(9, -3));
    else if (!markup.startsWith('<!--')) this.#handler.onOpen('!DOCTYPE', markup);
  }
}

const [SLASH, QUESTION, EXCLAMATION] = [0x2f, 0x3f, 0x21];

function endOfMarkup(text: string, open: number): number {
  if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
  if (text.startsWith('<![CDATA[', open)) return after(text, ']]>', open + 9);
  const end = after(text, '>', open + 1);
  const isCut = end < 0 || (text.charCodeAt(open + 1) === EXCLAMATION && text.length - open < 9);
  return isCut ? -1 : end;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
