import type { Day } from '@bureau/calendar';
import type { Child, Spell, SpellEnd } from '../rows.ts';

/** The spell that a day lies in; null when the child was on no roll here. */
export function spellOn(child: Child, day: Day): Spell | null {
  return child.spells.find(({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || day < endedOn)) ?? null;
}

/** The latest spell: the child's present standing, or its last. */
export function lastSpell(child: Child): Spell {
  const last = child.spells.at(-1);
  if (!last) throw new Error(`a child without a spell: ${child.id}`);
  return last;
}

/** Ends the spell that is running; a spell that ends is never touched again. */
export function endSpell(child: Child, endedOn: Day, endedBy: SpellEnd): Spell {
  const running = lastSpell(child);
  if (running.endedOn !== null || running.startedOn >= endedOn)
    throw new Error(`no spell of ${child.id} runs on ${endedOn}`);
  running.endedOn = endedOn;
  running.endedBy = endedBy;
  return running;
}

/** The running spell ends and another follows the same day, different in what is given. */
export function changeSpell(child: Child, on: Day, endedBy: SpellEnd, next: Partial<Spell> & { id: string }): Spell {
  const spell: Spell = { ...endSpell(child, on, endedBy), startedOn: on, endedOn: null, endedBy: null, ...next };
  child.spells.push(spell);
  return spell;
}
