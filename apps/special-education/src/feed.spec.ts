import { placementChanged, placementDecided } from '@bureau/events';
import { PERMITTED } from './feed.ts';

it('tells enrollment of placements, and nobody else of anything', () => {
  expect(PERMITTED).toEqual({ enrollment: [placementDecided.type, placementChanged.type] });
});
