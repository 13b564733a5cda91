import fc from 'fast-check';
import { gramsOf, normalise, resourceRefusals, searchedText, wordsOf } from './resource.rules.ts';

it.each([
  ['分数', ['分', '分数', '数']],
  ['ＡＢ  a', ['a', 'ab', 'b']],
  ['', []],
  ['数数数', ['数', '数数']],
])('the grams of %p are %p', (text, grams) => expect(gramsOf(text)).toEqual(grams));

it('whatever part of a text is searched for, the text has all its grams', () => {
  const text = fc.string({ unit: fc.constantFrom('数', '学', '分', '音', 'A', 'b', ' ', '（', '3') });
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), (whole, from, length) => {
      const part = normalise(whole).slice(from, from + length);
      const grams = new Set(gramsOf(whole));
      expect(gramsOf(part).filter((gram) => !grams.has(gram))).toEqual([]);
      for (const word of wordsOf(part)) expect(normalise(whole)).toContain(word);
    }),
  );
});

const given = {
  title: '分数的初步认识',
  subject: '数学',
  stage: '小学',
  chapter: '第八单元',
  provider: '人民教育出版社',
  licence: 'CC BY-NC 4.0',
  link: 'https://basic.smartedu.cn/1',
};
it.each([
  [{}, []],
  [{ title: '' }, ['title']],
  [{ link: 'javascript:alert(1)' }, ['link']],
  [{ grade: 0 }, ['grade']],
  [{ grade: 12, chapter: '' }, []],
  [{ licence: ' ', provider: '', stage: '', subject: '' }, ['subject', 'stage', 'provider', 'licence']],
])('a resource with %j is refused for %p', (changed, fields) => {
  expect(resourceRefusals({ ...given, ...changed }).map(({ field }) => field)).toEqual(fields);
});

it('is searched by title, chapter, subject and provider', () => {
  expect(searchedText(given)).toBe('分数的初步认识 第八单元 数学 人民教育出版社');
});
