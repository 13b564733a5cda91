import type { Actor } from '@bureau/access';

const BEIJING = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** Who took it out, when, what for and with whose leave: it stands above the header of whatever leaves the office. */
export function watermarkOf({ subject }: Actor, { purpose, at, approval }: WatermarkFacts): string {
  const parts = [`导出人 ${subject}`, `${BEIJING.format(at)}（北京时间）`, `用途：${purpose || '日常工作'}`];
  return [...parts, ...(approval ? [`审批号 ${approval}`] : []), '含个人信息，请勿外传'].join('，');
}

export interface WatermarkFacts {
  purpose: string;
  at: Date;
  /** The id of the request that was approved. */
  approval?: string;
}
