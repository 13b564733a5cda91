import { wordsOf } from './words.ts';

it('has the noun in every form', () => {
  expect(wordsOf({ office: 'student-aid', noun: 'aid-study', chinese: '资助调查' })).toEqual({
    noun: 'aid-study',
    camel: 'aidStudy',
    pascal: 'AidStudy',
    snake: 'aid_study',
    upper: 'AID_STUDY',
    plurals: 'aidStudies',
    withArticle: 'an aid study',
    withArticleFirst: 'An aid study',
    spoken: 'aid study',
    spokenPlurals: 'aid studies',
    chinese: ' (资助调查)',
    databaseRole: 'student_aid',
  });
});

it.each([
  ['visit', undefined, 'visits'],
  ['pass', undefined, 'passes'],
  ['day', undefined, 'days'],
  ['child', 'children', 'children'],
])('the plural of %s (given: %s) is %s', (noun, plural, expected) => {
  expect(wordsOf({ office: 'enrollment', noun, ...(plural && { plural }) }).plurals).toBe(expected);
});
