import { parse } from 'graphql';
import { measureDocument } from './document-measure.ts';

const measure = (query: string) => measureDocument(parse(query));

it('counts levels, aliases, root fields and fields', () => {
  expect(measure('{ a { b { c } x: d } y: e }')).toEqual({ depth: 3, aliases: 2, rootFields: 2, fields: 5 });
});

it('opens fragments wherever they stand', () => {
  const query = '{ ...Root } fragment Root on Query { a { ... on A { x: b } ...B } c } fragment B on A { d { e } }';
  expect(measure(query)).toEqual({ depth: 3, aliases: 1, rootFields: 2, fields: 5 });
});

it('takes the largest of several operations', () => {
  expect(measure('query A { a { b } } query B { x: a y: a }')).toEqual({
    depth: 2,
    aliases: 2,
    rootFields: 2,
    fields: 2,
  });
});

it('adds no depth for introspection', () => {
  expect(measure('{ __schema { types { fields { name } } } }')).toEqual({
    depth: 1,
    aliases: 0,
    rootFields: 1,
    fields: 4,
  });
});

it('leaves circles and missing fragments to validation', () => {
  expect(measure('{ ...A } fragment A on Q { a { ...B } } fragment B on Q { b { ...A } }')).toEqual({
    depth: 2,
    aliases: 0,
    rootFields: 1,
    fields: 2,
  });
  expect(measure('{ a ...Missing }')).toEqual({ depth: 1, aliases: 0, rootFields: 1, fields: 1 });
});

it('measures fragments that multiply each other without multiplying its own work', () => {
  const levels = Array.from(
    { length: 60 },
    (_, level) => `fragment F${level} on Q { a { ...F${level + 1} ...F${level + 1} } }`,
  );
  const { fields } = measure(`{ ...F0 } ${levels.join('\n')} fragment F60 on Q { z: b }`);
  expect(fields).toBe(2 ** 61 - 1);
});
