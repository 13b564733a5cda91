import type { Outcome, RecordService } from '../record/record.service.ts';
import {
  type ChangeRefusal,
  latestRefusals,
  rangeRefusals,
  type Refusal,
  refuse,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import { SecurityIncidentEntity } from './security-incident.entity.ts';
import { SecuritySystemEntity } from './security-system.entity.ts';
import type { IncidentSeverity } from './task-force-terms.rules.ts';

export interface SystemInput {
  name: string;
  school?: string | null;
  level: number;
  filingNumber?: string | null;
  filedOn?: string | null;
  assessBy?: string | null;
  idempotencyKey?: string | null;
}

export interface IncidentInput {
  system: string;
  happenedAt: string;
  severity: IncidentSeverity;
  summary: string;
  idempotencyKey?: string | null;
}

type SystemRefusal = Refusal<
  'RecordNotFound' | 'RecordExists' | 'TextUnfit' | 'ValueOutOfRange' | 'DayTooLate' | 'EvidenceMissing'
>;

const NAME_LONGEST = 100;
const SUMMARY_LONGEST = 1_000;
const LEVELS = { least: 1, greatest: 5 };

/** The security register and its incidents. */
export class SecurityService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  register(input: SystemInput): Promise<Outcome<SystemRefusal>> {
    return this.#records.act('securitySystemRegister', input, async (desk) => {
      const school = input.school ? await desk.findSchool(input.school) : null;
      const refusals = [
        ...(input.school && !school ? [refuse('RecordNotFound', 'school', {})] : []),
        ...systemRefusals(input, desk.today),
      ];
      if (refusals.length > 0) return { id: null, refusals };
      const { name, level, filingNumber = null, filedOn = null, assessBy = null } = input;
      const of = { countyCode: desk.county, id: desk.newId(), schoolId: school?.id ?? null };
      const system = { ...of, name, level, filingNumber, filedOn, assessBy, retiredOn: null, version: 1 };
      if (await desk.insert(SecuritySystemEntity, system)) return { id: system.id, refusals };
      return { id: null, refusals: [refuse('RecordExists', 'name', { existing: null })] };
    });
  }

  reportIncident(input: IncidentInput): Promise<Outcome<Refusal<'RecordNotFound' | 'TextUnfit' | 'DayTooLate'>>> {
    return this.#records.act('securityIncidentReport', input, async (desk) => {
      const system = await desk.findForUpdate(SecuritySystemEntity, input.system, 'system');
      if (!system) return { id: null, refusals: [refuse('RecordNotFound', 'system', {})] };
      const happenedAt = new Date(input.happenedAt);
      const refusals = [
        ...textRefusals(input.summary, 'summary', SUMMARY_LONGEST),
        ...(happenedAt > desk.now ? [refuse('DayTooLate', 'happenedAt', { latest: desk.today })] : []),
      ];
      if (refusals.length > 0) return { id: null, refusals };
      const { severity, summary } = input;
      const reported = { systemId: system.id, happenedAt, severity, summary, handledOn: null, version: 1 };
      const incident = { countyCode: desk.county, id: desk.newId(), ...reported };
      await desk.insert(SecurityIncidentEntity, incident);
      return { id: incident.id, refusals };
    });
  }

  handle(input: {
    securityIncident: string;
    handledOn: string;
    version: number;
    idempotencyKey?: string | null;
  }): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'DayTooLate'>>> {
    const about = { entity: SecurityIncidentEntity, id: input.securityIncident, field: 'securityIncident' };
    return this.#records.actOn('securityIncidentHandle', input, about, async (desk, { handledOn }) => ({
      refusals: [
        ...(handledOn === null ? [] : [refuse('ActOutOfOrder', '', { state: 'HANDLED', acts: [] })]),
        ...latestRefusals(input.handledOn, 'handledOn', desk.today),
      ],
      changes: { handledOn: input.handledOn },
    }));
  }
}

/** A filing has both its number and its day. */
function systemRefusals(
  { name, level, filingNumber, filedOn }: SystemInput,
  today: string,
): Refusal<'TextUnfit' | 'ValueOutOfRange' | 'DayTooLate' | 'EvidenceMissing'>[] {
  const missing = [...(filingNumber ? [] : ['filingNumber']), ...(filedOn ? [] : ['filedOn'])];
  return [
    ...textRefusals(name, 'name', NAME_LONGEST),
    ...rangeRefusals(level, 'level', LEVELS),
    ...(filedOn ? latestRefusals(filedOn, 'filedOn', today) : []),
    ...(missing.length === 1 ? [refuse('EvidenceMissing', missing[0] ?? '', { missing })] : []),
  ];
}
