import { batchOf } from './batch.ts';
import type { Data } from './data.ts';

const represent = ({ county, id }: Data) =>
  id === undefined ? undefined : { text: JSON.stringify([county, id]), hint: county, missing: [], typenames: [] };
const entity = (county: number, id?: number): Data => ({ county, ...(id === undefined ? {} : { id }) });

it('takes each different entity once and remembers who waits for it', () => {
  const targets = [entity(1, 1), entity(2, 1), entity(1, 2), entity(1), entity(1, 1), entity(1, 2), entity(2, 1)];
  const { text, count, entityOf } = batchOf(targets, represent);
  expect({ text, count, entityOf }).toEqual({
    text: '[[1,1],[2,1],[1,2]]',
    count: 3,
    entityOf: [0, 1, 2, -1, 0, 2, 1],
  });
});

it('is empty where nothing can be represented', () => {
  expect(batchOf([entity(1), entity(2)], represent)).toMatchObject({ text: '[]', count: 0, entityOf: [-1, -1] });
});
