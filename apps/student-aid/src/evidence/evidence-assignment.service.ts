import { idInCounty, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { type AidRefusal, unfit } from '../refusal/refusal.rules.ts';
import { RosterRepository } from '../roster/roster.repository.ts';
import { EvidenceListRepository } from './evidence-list.repository.ts';
import { EvidenceRepository } from './evidence.repository.ts';
import { EVIDENCE_LIST } from './evidence.rules.ts';

/** What no number decides, a person does. */
export class EvidenceAssignmentService {
  readonly #request: RequestContext;

  constructor(request: RequestContext) {
    this.#request = request;
  }

  /** A person says which child an entry means, or that it means none of the county's. */
  assign(input: { entry: string; version: number; student: string | null; idempotencyKey?: string | null }): Promise<{
    entryId: string | null;
    refusals: AidRefusal[];
  }> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.entry, county, 'input.entry');
    const studentId = input.student ? idInCounty(input.student, county, 'input.student') : null;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'evidenceEntryAssign', key: input.idempotencyKey, input }, async () => {
        const evidence = new EvidenceRepository(readerOf(manager));
        const [seen] = id ? await evidence.entriesByIds(county, [id]) : [];
        const list = seen ? await new EvidenceListRepository(manager, county).findForUpdate(seen.listId) : null;
        const [entry] = id ? await evidence.entriesByIds(county, [id]) : [];
        if (!entry || !list) return { entryId: null, refusals: [{ kind: 'AidSubjectNotFound' }] };
        const refusals: AidRefusal[] = [];
        if (entry.version !== input.version) refusals.push({ kind: 'AidSubjectChanged', version: entry.version });
        if (!['MATCHED', 'REVIEWED'].includes(list.state))
          refusals.push({ kind: 'AidStepNotOpen', state: list.state, steps: Object.keys(EVIDENCE_LIST[list.state]) });
        const [child] = studentId
          ? await new RosterRepository(readerOf(manager)).listStudentsByIds(county, [studentId])
          : [];
        if (input.student && !child) refusals.push(unfit('student', 'NOT_A_CANDIDATE'));
        if (refusals.length > 0) return { entryId: entry.id, refusals };
        const match = child
          ? { state: 'MATCHED' as const, studentId: child.id, candidateIds: [] }
          : { state: 'NOT_OURS' as const, studentId: null, candidateIds: [] };
        await new EvidenceListRepository(manager, county).writeMatches([{ id: entry.id, ...match }]);
        return { entryId: entry.id, refusals };
      }),
    );
  }
}
