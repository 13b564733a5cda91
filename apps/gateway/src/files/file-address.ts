import type { OutgoingHttpHeaders } from 'node:http';

/** Why a file does not pass. */
export class FileRefusal extends Error {
  readonly status: number;
  readonly told: { code: string; message: string; extensions: Record<string, unknown> };
  readonly headers: OutgoingHttpHeaders;

  constructor(
    status: number,
    code: string,
    message: string,
    ...[headers = {}, extensions = {}]: [OutgoingHttpHeaders?, Record<string, unknown>?]
  ) {
    super(message);
    this.status = status;
    this.told = { code, message, extensions };
    this.headers = headers;
  }
}

export interface FileAddress {
  office: string;
  /** As the office itself has it. */
  path: string;
}

const ADDRESS = /^\/files\/([a-z][a-z-]{1,40})(\/[^?#]{1,400})(\?[^#]*)?$/;

/** `/files/enrollment/imports/roster?dryRun=true` is `/files/imports/roster?dryRun=true` of enrollment. */
export function fileAddress(url: string): FileAddress {
  const [, office, path, query = ''] = ADDRESS.exec(url) ?? [];
  const isPlain = path?.split('/').every((part) => part !== '.' && part !== '..' && !/%2f|%5c/i.test(part)) ?? false;
  if (office === undefined || path === undefined || !isPlain)
    throw new FileRefusal(404, 'NOT_FOUND', 'There is no file at this path.');
  return { office, path: `/files${path}${query}` };
}
