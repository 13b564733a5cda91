import type { Outcome, RecordService } from '../record/record.service.ts';
import {
  type ChangeRefusal,
  earliestRefusals,
  latestRefusals,
  rangeRefusals,
  type Refusal,
  refuse,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import { EngagementFollowUpEntity } from './engagement-follow-up.entity.ts';
import { ExpertEngagementEntity } from './expert-engagement.entity.ts';
import type { EngagementKind } from './task-force-terms.rules.ts';

export interface EngagementInput {
  kind: EngagementKind;
  institution: string;
  experts: string;
  topic: string;
  heldOn: string;
  hours: number;
  participants: number;
  schools: readonly string[];
  outputs: string;
  followUps: readonly { what: string; owner: string; dueOn: string }[];
  idempotencyKey?: string | null;
}

type EngagementRefusal = Refusal<'RecordNotFound' | 'TextUnfit' | 'ValueOutOfRange' | 'DayTooLate' | 'DayTooEarly'>;

const TEXT_LONGEST = 200;
const OWNER_LONGEST = 60;
const HOURS = { least: 1, greatest: 500 };
const PEOPLE = { least: 0, greatest: 10_000 };

/** Visits by experts, and what follows from them. */
export class GuidanceService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  record(input: EngagementInput): Promise<Outcome<EngagementRefusal>> {
    return this.#records.act('expertEngagementRecord', input, async (desk) => {
      const asked = [...new Set(input.schools)];
      const schools = await desk.listSchools(asked.flatMap((id) => desk.idOf(id, 'schools') ?? []));
      const isMissing = schools.length < asked.length;
      const refusals = [
        ...engagementRefusals(input, desk.today),
        ...(isMissing ? [refuse('RecordNotFound', 'schools', {})] : []),
      ];
      if (refusals.length > 0) return { id: null, refusals };
      const { idempotencyKey: _, followUps, ...held } = input;
      const at = { countyCode: desk.county, version: 1 };
      const engagement = { ...at, id: desk.newId(), ...held, schools: schools.map(({ id }) => id) };
      await desk.insert(ExpertEngagementEntity, engagement);
      const rows = followUps.map(({ what, owner, dueOn }) => {
        return { ...at, id: desk.newId(), engagementId: engagement.id, what, owner, dueOn, doneOn: null };
      });
      if (rows.length > 0) await desk.insert(EngagementFollowUpEntity, ...rows);
      return { id: engagement.id, refusals };
    });
  }

  finish(input: {
    engagementFollowUp: string;
    doneOn: string;
    version: number;
    idempotencyKey?: string | null;
  }): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'DayTooLate'>>> {
    const about = { entity: EngagementFollowUpEntity, id: input.engagementFollowUp, field: 'engagementFollowUp' };
    return this.#records.actOn('engagementFollowUpFinish', input, about, async (desk, { doneOn }) => ({
      refusals: [
        ...(doneOn === null ? [] : [refuse('ActOutOfOrder', '', { state: 'DONE', acts: [] })]),
        ...latestRefusals(input.doneOn, 'doneOn', desk.today),
      ],
      changes: { doneOn: input.doneOn },
    }));
  }
}

function engagementRefusals(input: EngagementInput, today: string): EngagementRefusal[] {
  return [
    ...textRefusals(input.institution, 'institution', TEXT_LONGEST),
    ...textRefusals(input.experts, 'experts', TEXT_LONGEST),
    ...textRefusals(input.topic, 'topic', TEXT_LONGEST),
    ...latestRefusals(input.heldOn, 'heldOn', today),
    ...rangeRefusals(input.hours, 'hours', HOURS),
    ...rangeRefusals(input.participants, 'participants', PEOPLE),
    ...input.followUps.flatMap(({ what, owner, dueOn }, at) => [
      ...textRefusals(what, `followUps.${at}.what`, TEXT_LONGEST),
      ...textRefusals(owner, `followUps.${at}.owner`, OWNER_LONGEST),
      ...earliestRefusals(dueOn, `followUps.${at}.dueOn`, input.heldOn),
    ]),
  ];
}
