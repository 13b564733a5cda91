import { linkRefusals, rangeRefusals, type Refusal, textRefusals } from '../refusal/refusal.rules.ts';

const TITLE_LONGEST = 200;
const WORD_LONGEST = 60;
const GRADES = { least: 1, greatest: 12 };

/** Full-width forms, case and runs of blanks make no difference to a search. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The words that must all be found, in whole or as parts. */
export const wordsOf = (search: string): string[] =>
  [...new Set(normalise(search).split(' '))].filter((word) => word !== '');

/**
 * Every character of a text and every two that stand side by side: what the index of the catalogue holds.
 * A part of a word has no grams that the text has not, so even one character finds (docs/adr/0045).
 */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const word of wordsOf(text)) {
    const characters = [...word];
    for (const [at, character] of characters.entries()) {
      grams.add(character);
      const next = characters[at + 1];
      if (next !== undefined) grams.add(character + next);
    }
  }
  return [...grams];
}

export interface ResourceAsked {
  title: string;
  subject: string;
  stage: string;
  grade?: number | null;
  chapter: string;
  provider: string;
  licence: string;
  link: string;
}

/** The text that a search looks through. */
export const searchedText = ({ title, chapter, subject, provider }: ResourceAsked): string =>
  normalise([title, chapter, subject, provider].join(' '));

export function resourceRefusals(asked: ResourceAsked): Refusal<'TextUnfit' | 'LinkUnsafe' | 'ValueOutOfRange'>[] {
  return [
    ...textRefusals(asked.title, 'title', TITLE_LONGEST),
    ...textRefusals(asked.subject, 'subject', WORD_LONGEST),
    ...textRefusals(asked.stage, 'stage', WORD_LONGEST),
    ...textRefusals(asked.provider, 'provider', WORD_LONGEST),
    ...textRefusals(asked.licence, 'licence', WORD_LONGEST),
    ...(asked.chapter === '' ? [] : textRefusals(asked.chapter, 'chapter', TITLE_LONGEST)),
    ...linkRefusals(asked.link, 'link'),
    ...(asked.grade == null ? [] : rangeRefusals(asked.grade, 'grade', GRADES)),
  ];
}
