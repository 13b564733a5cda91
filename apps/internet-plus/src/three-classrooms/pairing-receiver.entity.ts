import { EntitySchema } from 'typeorm';

/** A school that receives the lessons of an agreement (接收学校): one pair with the lead school. */
export interface PairingReceiver {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The agreement. */
  pairingId: string;
  /** The school that gives the lessons (主讲学校); null when it is out of sight. */
  leadSchoolId: string;
}

export const PairingReceiverEntity = new EntitySchema<PairingReceiver>({
  name: 'PairingReceiver',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'pairing_receiver_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pairing_receiver_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    pairingId: { type: 'uuid' },
    leadSchoolId: { type: 'uuid' },
  },
  uniques: [{ name: 'pairing_receiver_school_key', columns: ['countyCode', 'pairingId', 'schoolId'] }],
  foreignKeys: [
    {
      name: 'pairing_receiver_pairing_fkey',
      target: 'ClassroomPairing',
      columnNames: ['countyCode', 'pairingId', 'leadSchoolId'],
      referencedColumnNames: ['countyCode', 'id', 'leadSchoolId'],
    },
  ],
  checks: [
    { name: 'pairing_receiver_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'pairing_receiver_other_check', expression: `school_id <> lead_school_id` },
  ],
});
