import type { DisabledChildResolvers } from '../__generated__/graphql.ts';

export const childUnplacedNoteFields: Pick<DisabledChildResolvers, 'unplacedNote'> = {
  unplacedNote: (child, { asOf }, { unplacedNotes }) => unplacedNotes.findOfChild(child.id, asOf ?? child.asOf),
};
