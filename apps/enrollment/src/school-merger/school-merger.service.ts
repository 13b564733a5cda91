import { newEvent, recordEvents, schoolChanged } from '@bureau/events';
import { idInCounty, manyByKey, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { listUnsent } from '../handover/handover-guard.repository.ts';
import { decidedMovement } from '../roll-movement/decided.rules.ts';
import { listForUpdate, type StandingChild } from '../roll-movement/on-roll.repository.ts';
import type { RegisterSurroundings } from '../roll-movement/roll-movement.service.ts';
import { regulationOn } from '../roll-movement/roll-regulation.rules.ts';
import { writeMovements } from '../roll-movement/roll-register.repository.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import type { School } from '../school/school.entity.ts';
import { countOpenTransfers } from '../transfer/open-transfers.repository.ts';
import { SchoolMergerRepository } from './school-merger.repository.ts';
import { type MergerCode, mergerRefusals } from './school-merger.rules.ts';
import type { SchoolSuccessor } from './school-successor.entity.ts';

export interface MergerInput {
  school: string;
  successor: string;
  version: number;
  kind: 'MERGER' | 'CLOSURE';
  occurredOn: string;
  document: string;
  idempotencyKey?: string | null;
}

export interface MergerOutcome {
  schoolId: string | null;
  moved: number;
  refusals: Broken<MergerCode>[];
}

type Manager = Parameters<typeof writeMovements>[0];
const ON_ROLL = ['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING'] as const;

/** 撤并: a school closes, and all its children go to another, in one transaction. */
export class SchoolMergerService {
  readonly #request: RequestContext;
  readonly #surroundings: RegisterSurroundings;
  readonly #successors;

  constructor(request: RequestContext, surroundings: RegisterSurroundings) {
    this.#request = request;
    this.#surroundings = surroundings;
    const repository = new SchoolMergerRepository(request.session);
    this.#successors = manyByKey(
      (ids) => repository.listOfSchools(request.actor.scope.county, ids),
      (successor) => successor.schoolId,
    );
  }

  listSuccessors(schoolId: string): Promise<SchoolSuccessor[]> {
    return this.#successors.load(schoolId);
  }

  merge(input: MergerInput): Promise<MergerOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const schoolId = idInCounty(input.school, county, 'input.school');
    const successorId = idInCounty(input.successor, county, 'input.successor');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'schoolMerge', key: input.idempotencyKey, input }, async () => {
        const repository = new SchoolMergerRepository(readerOf(manager));
        const ids = [schoolId, successorId].filter((id) => id !== null);
        const schools = await repository.listForUpdate(county, ids);
        const school = schools.find(({ id }) => id === schoolId) ?? null;
        const successor = schools.find(({ id }) => id === successorId) ?? null;
        const children = school
          ? await listForUpdate(manager, county, { schoolIds: [school.id], statuses: ON_ROLL })
          : [];
        const unsent = await listUnsent(
          readerOf(manager),
          county,
          children.map(({ id }) => id),
        );
        const openTransfers = await countOpenTransfers(manager, county, ids);
        const facts = {
          school,
          successor,
          openTransfers,
          unsent: unsent.map(({ name }) => name),
          today: this.#surroundings.today,
        };
        const refusals = mergerRefusals(input, facts);
        if (refusals.length > 0 || !school || !successor) return { schoolId: school?.id ?? null, moved: 0, refusals };

        await this.#move(manager, { input, school, successor }, children);
        return { schoolId: school.id, moved: children.length, refusals };
      }),
    );
  }

  async #move(
    manager: Manager,
    { input, school, successor }: { input: MergerInput; school: School; successor: School },
    children: readonly StandingChild[],
  ): Promise<void> {
    const { countyCode, id: schoolId } = school;
    const { kind, occurredOn, document } = input;
    const { today, now, reactions } = this.#surroundings;
    const repository = new SchoolMergerRepository(readerOf(manager));
    const following = await repository.followClasses(countyCode, schoolId, successor.id);
    const seats = new Map(following.map((one) => [one.formerId, one]));
    const { version: ruleVersion } = regulationOn(occurredOn);
    const movements = children.map((student) => {
      const told = {
        kind: `SCHOOL_${kind}` as const,
        occurredOn,
        approvalNumber: document,
        cause: `school-merger:${schoolId}`,
      };
      const deciding = { id: newId(), spellId: newId(), due: null, today, ruleVersion };
      return decidedMovement({ input: told, student, seat: seats.get(student.classId) ?? null }, deciding);
    });
    await writeMovements(manager, { countyCode, by: this.#request.actor.subject, at: now(), reactions }, movements);
    await repository.close(school, {
      countyCode,
      schoolId,
      successorId: successor.id,
      sinceOn: occurredOn,
      kind,
      document,
    });
    const { id, code, name, townshipCode, opensOn, version } = school;
    const state = {
      id,
      code,
      name,
      kind: school.kind,
      townshipCode,
      opensOn,
      closesOn: occurredOn,
      successorIds: [successor.id],
      version: version + 1,
    };
    await recordEvents(manager, [newEvent(schoolChanged, countyCode, state)], now());
  }
}
