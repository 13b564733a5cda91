import { EntitySchema } from 'typeorm';

/** Where families can hand in their papers (资助工作站), such as 闽宁学生资助工作站. */
export interface ServiceStation {
  countyCode: string;
  code: string;
  name: string;
  townshipCode: string;
  validFrom: string;
  /** The first day on which it is closed; null while it is open. */
  validTo: string | null;
}

export const ServiceStationEntity = new EntitySchema<ServiceStation>({
  name: 'ServiceStation',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'service_station_pkey' },
    code: { type: 'text', primary: true, primaryKeyConstraintName: 'service_station_pkey' },
    name: { type: 'text' },
    townshipCode: { type: 'varchar', length: 9 },
    validFrom: { type: 'date' },
    validTo: { type: 'date', nullable: true },
  },
  checks: [{ name: 'service_station_days_check', expression: `valid_to >= valid_from` }],
});
