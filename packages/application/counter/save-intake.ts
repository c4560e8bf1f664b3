// Saves an intake whole as it stands on the screen: what can be read becomes facts, what cannot is kept beside them.
import type { PaperReceipt } from '@layan/domain/case/paper-receipt';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { FieldProblem } from '@layan/domain/person/form-input';
import { fillPage } from '../filing/fill-page.ts';
import type { LoadedFiling } from '../filing/open-filing.ts';
import type { Filing } from '../ports/filings.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import { intakeDocuments } from './build-intake-view.ts';
import type { CounterFailure } from './errors.ts';
import type { SavedIntake } from './intake-view.ts';
import { type IntakeRefusal, loadIntake } from './load-intake.ts';

export interface SaveIntakeInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  /** As it was last seen: what another window saved meanwhile is not overwritten. */
  readonly revision: number;
  /** All fields as they stand on the screen, by fact id; unknown names are ignored. */
  readonly entered: Readonly<Record<string, string>>;
  readonly papers: readonly string[];
  readonly receivedOnPaper?: PaperReceipt | undefined;
}

export type SaveIntakeError = IntakeRefusal | CounterFailure<'filing-already-sent' | 'filing-changed'>;

const filled = async (
  loaded: LoadedFiling,
  input: SaveIntakeInput,
  setting: Setting,
): Promise<{ readonly filing: Filing; readonly problems: readonly FieldProblem[] }> => {
  const { receivedOnPaper: _before, ...kept } = loaded.filing;
  let filing: Filing = kept;
  const problems: FieldProblem[] = [];
  for (const page of loaded.pages) {
    const read = await fillPage({ ...loaded, filing }, page, input.entered, setting.input);
    filing = read.filing;
    problems.push(...read.problems);
  }
  return {
    filing: {
      ...filing,
      papers: loaded.channel.requirements.filter((id) => input.papers.includes(id)),
      ...(input.receivedOnPaper && { receivedOnPaper: input.receivedOnPaper }),
      revision: loaded.filing.revision + 1,
    },
    problems,
  };
};

export const makeSaveIntake =
  (ports: Pick<Ports, 'standards' | 'filings' | 'vault' | 'clock' | 'directory'>) =>
  async (input: SaveIntakeInput): Promise<Result<SavedIntake, SaveIntakeError>> => {
    const { member, caseId, revision } = input;
    const loaded = await loadIntake(ports, 'save-intake', member, caseId);
    if (!loaded.ok) return loaded;
    if (loaded.value.filing.filedAt) return err({ code: 'filing-already-sent' });
    const setting = await getSetting(ports);
    const { filing, problems } = await filled(loaded.value, input, setting);
    const saved = await ports.filings.save(filing, revision);
    if (!saved.ok) return err({ code: 'filing-changed' });
    const documents = intakeDocuments(loaded.value.documents);
    return ok({ caseId, revision: filing.revision, savedAt: setting.now, problems, documents });
  };
