import { EntitySchema } from 'typeorm';
import type { IncidentSeverity } from './task-force-terms.rules.ts';

/** An incident of a system (网络安全事件). */
export interface SecurityIncident {
  countyCode: string;
  id: string;
  /** The system. */
  systemId: string;
  /** When it happened. */
  happenedAt: Date;
  /** How grave it is. */
  severity: IncidentSeverity;
  /** What happened; no personal data. */
  summary: string;
  /** The day on which it was dealt with; null before. */
  handledOn: string | null;
  version: number;
}

export const SecurityIncidentEntity = new EntitySchema<SecurityIncident>({
  name: 'SecurityIncident',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'security_incident_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'security_incident_pkey' },
    systemId: { type: 'uuid' },
    happenedAt: { type: 'timestamptz' },
    severity: { type: 'text' },
    summary: { type: 'text' },
    handledOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'security_incident_happened_idx', columns: ['countyCode', 'happenedAt', 'id'] }],
  foreignKeys: [
    {
      name: 'security_incident_system_fkey',
      target: 'SecuritySystem',
      columnNames: ['countyCode', 'systemId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'security_incident_severity_check', expression: `severity IN ('MINOR', 'MODERATE', 'SERIOUS', 'GRAVE')` },
    { name: 'security_incident_summary_check', expression: `length(summary) BETWEEN 1 AND 1000` },
  ],
});
