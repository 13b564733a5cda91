import { badUserInput } from '@bureau/subgraph';
import type { SettingChange } from './setting-change.ts';
import type { SettingInForce } from './setting.service.ts';

const DOCUMENT_MAX = 200;

/** A setting as the API shows it: its value as JSON. */
export const settingFields = (setting: SettingInForce) => ({ ...setting, value: JSON.stringify(setting.value) });

/** The change that a caller asks for; text that is not JSON is bad input. */
export function changeInput(input: { key: string; value: string; validFrom: string; document: string }): SettingChange {
  const { key, validFrom, document } = input;
  if (document.length > DOCUMENT_MAX)
    throw badUserInput(`The document has at most ${DOCUMENT_MAX} characters.`, 'input.document');
  return { key, validFrom, document, value: parsed(input.value) };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw badUserInput('The value must be JSON, such as 10 or "08-31".', 'input.value');
  }
}
