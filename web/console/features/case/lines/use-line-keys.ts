// Within the table j and k move from line to line, a number chooses a decision, Enter opens the case. Elsewhere on the page
// the keys keep what they mean there.
import { type KeyboardEvent, useCallback } from 'react';
import { shortcutsOn } from '../../../shared/keyboard.ts';
import type { LineDecision } from './line-rules.ts';

interface Deeds {
  readonly decisions: readonly LineDecision[];
  readonly choose: (caseId: string, decision: LineDecision) => void;
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

export function useLineKeys({ decisions, choose }: Deeds): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !shortcutsOn()) return;
      const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const step = { j: 1, k: -1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
        return;
      }
      const row = rows[at];
      const caseId = row?.dataset.line;
      const decision = /^[1-9]$/.test(event.key) ? decisions[Number(event.key) - 1] : undefined;
      if (row === undefined || caseId === undefined || row.dataset.out === 'true') return;
      if (event.key === 'Enter' && event.target === row) row.querySelector('a')?.click();
      if (decision === undefined) return;
      event.preventDefault();
      choose(caseId, decision);
    },
    [decisions, choose],
  );
}
