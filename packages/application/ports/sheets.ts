// How an agency's spreadsheets are laid out: which heading stands for which fact, by the batch that gathers them. The layout
// of the ministry's own sheets is not published, so each agency sets down what it was given.
import type { InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

export interface SheetTemplate {
  /** The batch. */
  readonly standard: StandardId;
  /** By fact: heading of its column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Answers that are the same in every row, by fact, as typed. */
  readonly same: Readonly<Record<string, string>>;
  readonly by: { readonly id: StaffId; readonly name: string };
  readonly at: InstantText;
  readonly revision: number;
}

export interface SheetTemplates {
  /** One get. */
  find(standard: StandardId): Promise<SheetTemplate | undefined>;
  save(template: SheetTemplate, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
}
