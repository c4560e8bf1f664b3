// What the citizen has not been told yet: the turns of a case that the standard marks, after the last one told.
import type { CaseSnapshot } from '@layan/domain/case/snapshot';

export type Turn = CaseSnapshot['timeline'][number];

export const pendingTurns = ({ timeline }: Pick<CaseSnapshot, 'timeline'>, told: number): readonly Turn[] =>
  timeline.filter(({ seq, notify }) => notify === true && seq > told);
