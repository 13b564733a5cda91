export interface SliceOptions {
  office: string;
  /** kebab-case, singular. */
  noun: string;
  /** kebab-case; made of the noun unless given. */
  plural?: string;
  chinese?: string;
}

/** The noun in every form that the files of a slice need. */
export interface Words {
  noun: string;
  camel: string;
  pascal: string;
  snake: string;
  upper: string;
  plurals: string;
  /** `a school visit`, for the sentences of descriptions and tests. */
  withArticle: string;
  /** The same at the beginning of a sentence. */
  withArticleFirst: string;
  spoken: string;
  spokenPlurals: string;
  /** `(校访)` with a blank before it, or nothing. */
  chinese: string;
  databaseRole: string;
}

export function wordsOf({ office, noun, plural = pluralOf(noun), chinese }: SliceOptions): Words {
  const spoken = noun.replaceAll('-', ' ');
  const article = /^[aeiou]/.test(spoken) ? 'an' : 'a';
  return {
    noun,
    camel: camelOf(noun),
    pascal: pascalOf(noun),
    snake: noun.replaceAll('-', '_'),
    upper: noun.replaceAll('-', '_').toUpperCase(),
    plurals: camelOf(plural),
    withArticle: `${article} ${spoken}`,
    withArticleFirst: `${article.replace('a', 'A')} ${spoken}`,
    spoken,
    spokenPlurals: plural.replaceAll('-', ' '),
    chinese: chinese ? ` (${chinese})` : '',
    databaseRole: office.replaceAll('-', '_'),
  };
}

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function pascalOf(kebab: string): string {
  return kebab.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
}

function camelOf(kebab: string): string {
  return kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
