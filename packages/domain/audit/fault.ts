// What a check of the audit trail finds, and where.
import type { CaseId } from '../kernel/ids.ts';
import type { ChainName } from './chain.ts';
import type { LinkFault } from './link.ts';
import type { SealFault } from './open-seal.ts';

export type RowFault =
  | LinkFault
  /** Its key is not the one of its number. */
  | 'place'
  /** It has something beside its content, as a date on which it would vanish. */
  | 'more';

export type CaseFault =
  | RowFault
  /** Nothing of the case is there. Not even a case that was erased loses its events. */
  | 'gone'
  /** The sealed event is no longer there: the chain ends before it. */
  | 'missing'
  /** Another event than the sealed one stands in its place. */
  | 'replaced'
  /** The case says that it stands elsewhere than where its events end. */
  | 'standing';

export type AuditFault =
  | {
      readonly where: 'seal';
      readonly at: number;
      readonly why:
        | SealFault
        /** Its file is not there. */
        | 'missing'
        /** It follows another than the seal before it. */
        | 'previous'
        /** It is older than the seal before it, or its chains are shorter. */
        | 'order'
        /** The table does not know it. */
        | 'not-noted'
        /** What the table says of it is not what it is. */
        | 'row'
        /** Something that is no seal lies among the seals. */
        | 'strange'
        /** It is the last, and the next is overdue. */
        | 'late';
    }
  | { readonly where: 'case'; readonly caseId: CaseId; readonly at: number; readonly why: CaseFault }
  | {
      readonly where: ChainName;
      readonly at: number;
      readonly why: RowFault | 'missing' | 'replaced';
    };

/** The same finding, met once more. */
export const nameOf = (fault: AuditFault): string =>
  fault.where === 'case' ? `case ${fault.caseId}` : `${fault.where} ${fault.at} ${fault.why}`;
