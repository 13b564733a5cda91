import type { Stage } from '@bureau/codes';
import { idsInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { schoolYearOf } from '@bureau/calendar';
import { listUnsent } from '../handover/handover-guard.repository.ts';
import { decidedMovement } from '../roll-movement/decided.rules.ts';
import { listForUpdate, type StandingChild } from '../roll-movement/on-roll.repository.ts';
import type { RegisterSurroundings } from '../roll-movement/roll-movement.service.ts';
import { regulationOn } from '../roll-movement/roll-regulation.rules.ts';
import { writeMovements } from '../roll-movement/roll-register.repository.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { countOpenTransfers } from '../transfer/open-transfers.repository.ts';
import { PromotionRepository } from './promotion.repository.ts';
import {
  certificateNumber,
  isLastGrade,
  isLeftOver,
  isPromoted,
  type PromotionCode,
  promotionRefusals,
} from './promotion.rules.ts';

type Manager = Parameters<typeof writeMovements>[0];

export interface PromotionInput {
  schoolYear: number;
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export interface GraduationInput {
  stage: Stage;
  occurredOn: string;
  schools?: readonly string[] | null;
  completions?: readonly string[] | null;
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export type GraduationCode = 'HANDOVER_NOT_SENT' | 'DAY_IN_FUTURE' | 'COMPLETION_UNFIT';

export interface BulkOutcome<Code extends string> {
  moved: number;
  /** Children on the roll who are not among them though their grade is. */
  left: number;
  refusals: Broken<Code>[];
}

const ON_ROLL = ['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING'] as const;
const NAMES_SAID = 20;

/** What a year's end brings for everybody at once: the next grade, or the end of the stage. Each in one transaction. */
export class PromotionService {
  readonly #request: RequestContext;
  readonly #surroundings: RegisterSurroundings;

  constructor(request: RequestContext, surroundings: RegisterSurroundings) {
    this.#request = request;
    this.#surroundings = surroundings;
  }

  /** 升级: every child on a roll whose stage goes on; who was promoted into the year already is passed over. */
  promote(input: PromotionInput): Promise<BulkOutcome<PromotionCode>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const { schoolYear, dryRun } = input;
    const { today } = this.#surroundings;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'schoolYearPromote', key: input.idempotencyKey, input }, async () => {
        const openTransfers = await countOpenTransfers(manager, county, null);
        const refusals = promotionRefusals({ schoolYear, today, openTransfers });
        if (refusals.length > 0) return { moved: 0, left: 0, refusals };

        const children = await listForUpdate(manager, county, { statuses: ON_ROLL });
        const done = await new PromotionRepository(readerOf(manager)).listPromoted(county, schoolYear);
        const going = children.filter((child) => isPromoted(child, schoolYear) && !done.has(child.id));
        const left = children.filter((child) => isLeftOver(child, schoolYear)).length;
        if (!dryRun)
          await this.#write(manager, going, () => ({ kind: 'PROMOTION', occurredOn: `${schoolYear}-09-01` }));
        return { moved: going.length, left, refusals };
      }),
    );
  }

  /** 毕业、结业: the children 在读 in the last grade of a stage, with the numbers of their certificates. */
  graduate(input: GraduationInput): Promise<BulkOutcome<GraduationCode>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const schoolIds = input.schools ? idsInCounty(input.schools, county, 'input.schools') : null;
    const completions = new Set(idsInCounty(input.completions ?? [], county, 'input.completions'));
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'cohortGraduate', key: input.idempotencyKey, input }, async () => {
        const year = schoolYearOf(input.occurredOn);
        const found = await listForUpdate(manager, county, { stage: input.stage, schoolIds, statuses: ON_ROLL });
        const last = found.filter((child) => isLastGrade(child, year));
        const going = last.filter(({ rollStatus }) => rollStatus === 'ACTIVE');
        const left = last.length - going.length;
        const refusals = await this.#graduationRefusals(manager, input, { going, completions });
        if (refusals.length > 0 || input.dryRun)
          return { moved: refusals.length > 0 ? 0 : going.length, left, refusals };

        const kindOf = ({ id }: StandingChild) =>
          completions.has(id) ? ('COMPLETION' as const) : ('GRADUATION' as const);
        const movements = await this.#write(manager, going, (child) => ({
          kind: kindOf(child),
          occurredOn: input.occurredOn,
        }));
        const repository = new PromotionRepository(readerOf(manager));
        const place = { county, stage: input.stage, year: Number(input.occurredOn.slice(0, 4)) };
        const first = await repository.lockSerials(place);
        await repository.insertCertificates(
          movements.map(({ id, studentId, kind }, at) => ({
            ...{ countyCode: county, id: newId(), studentId, stage: input.stage, movementId: id },
            kind: kind === 'COMPLETION' ? 'COMPLETION' : 'GRADUATION',
            number: certificateNumber(county, { ...place, serial: first + at }),
            issuedOn: input.occurredOn,
          })),
        );
        return { moved: going.length, left, refusals };
      }),
    );
  }

  async #graduationRefusals(
    manager: Manager,
    { occurredOn, stage }: GraduationInput,
    { going, completions }: { going: readonly StandingChild[]; completions: ReadonlySet<string> },
  ): Promise<Broken<GraduationCode>[]> {
    const { today } = this.#surroundings;
    const refusals: Broken<GraduationCode>[] = [];
    if (occurredOn > today)
      refusals.push({ code: 'DAY_IN_FUTURE', field: 'occurredOn', limit: today, found: occurredOn });
    const known = new Set(going.map(({ id }) => id));
    const strangers = [...completions].filter((id) => !known.has(id));
    if (strangers.length > 0)
      refusals.push({ code: 'COMPLETION_UNFIT', field: 'completions', found: strangers.length });
    if (stage !== 'PRIMARY') return refusals;
    const unsent = await listUnsent(readerOf(manager), this.#request.actor.scope.county, [...known]);
    const allowed = unsent.slice(0, NAMES_SAID).map(({ name }) => name);
    if (unsent.length > 0) refusals.push({ code: 'HANDOVER_NOT_SENT', field: '', found: unsent.length, allowed });
    return refusals;
  }

  async #write(
    manager: Manager,
    children: readonly StandingChild[],
    told: (child: StandingChild) => { kind: 'PROMOTION' | 'GRADUATION' | 'COMPLETION'; occurredOn: string },
  ) {
    const { actor } = this.#request;
    const { today, now, reactions } = this.#surroundings;
    const movements = children.map((student) => {
      const input = told(student);
      const { version: ruleVersion } = regulationOn(input.occurredOn);
      const deciding = { id: newId(), spellId: newId(), due: null, today, ruleVersion };
      return decidedMovement({ input, student, seat: null }, deciding);
    });
    const writing = { countyCode: actor.scope.county, by: actor.subject, at: now(), reactions };
    await writeMovements(manager, writing, movements);
    return movements;
  }
}
