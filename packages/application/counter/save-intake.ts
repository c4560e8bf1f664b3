// Saves an intake whole as it stands on the screen: what can be read becomes facts, what cannot is kept beside them.
import type { PaperReceipt, ReceiptTime } from '@layan/domain/case/paper-receipt';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { FieldProblem } from '@layan/domain/person/form-input';
import { fillPage } from '../filing/fill-page.ts';
import { type LoadedFiling, openFiling } from '../filing/open-filing.ts';
import { withPrivacy } from '../filing/save-privacy.ts';
import type { Filing } from '../ports/filings.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import { intakeDocuments } from './build-intake-view.ts';
import type { CounterFailure } from './errors.ts';
import type { SavedIntake } from './intake-view.ts';
import { sealReceipt } from './kept-receipt.ts';
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
  readonly receipt?: ReceiptTime | undefined;
  readonly shown?: readonly string[] | undefined;
  readonly choices?: Readonly<Record<string, string>> | undefined;
  readonly anonymous?: boolean | undefined;
  readonly confidential?: boolean | undefined;
}

export type SaveIntakeError = IntakeRefusal | CounterFailure<'filing-already-sent' | 'filing-changed'>;

/** Ticks and choices, of what the channel asks for. */
const ticked = async (
  { channel, index, filing, seal }: LoadedFiling,
  input: SaveIntakeInput,
): Promise<Filing> => {
  const { receivedOnPaper: _paper, receipt: _receipt, ...kept } = filing;
  const { receivedOnPaper, receipt, papers, shown = [], choices = {} } = input;
  const wishes = { anonymous: input.anonymous === true, confidential: input.confidential === true };
  const asked = channel.requirements.flatMap((id) => index.requirements.get(id) ?? []);
  const chosen = asked.flatMap(({ id, oneOf }) =>
    oneOf?.some((one) => one.id === choices[id]) ? [[id, choices[id] ?? ''] as const] : [],
  );
  return {
    ...withPrivacy(kept, wishes),
    papers: asked.filter(({ id, shown: back }) => !back && papers.includes(id)).map(({ id }) => id),
    shown: asked.filter(({ id, shown: back }) => back && shown.includes(id)).map(({ id }) => id),
    choices: Object.fromEntries(chosen),
    ...(receivedOnPaper && { receivedOnPaper: await sealReceipt(seal, receivedOnPaper) }),
    ...(receipt && { receipt }),
  };
};

const filled = async (
  loaded: LoadedFiling,
  input: SaveIntakeInput,
  setting: Setting,
): Promise<{ readonly filing: Filing; readonly problems: readonly FieldProblem[] }> => {
  const { revision } = loaded.filing;
  let { filing } = loaded;
  const problems: FieldProblem[] = [];
  for (const page of loaded.pages) {
    const read = await fillPage({ ...loaded, filing }, page, input.entered, setting.input);
    filing = read.filing;
    problems.push(...read.problems);
  }
  return {
    filing: {
      ...filing,
      revision,
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
    const revised = { ...(await ticked(loaded.value, input)), revision: revision + 1 };
    const { documents: sent } = loaded.value;
    // Who stays anonymous is asked differently.
    const asked = await openFiling(ports, { filing: revised, documents: sent });
    const { filing, problems } = await filled(asked, input, setting);
    const saved = await ports.filings.save(filing, revision);
    if (!saved.ok) return err({ code: 'filing-changed' });
    const documents = intakeDocuments(loaded.value.documents);
    return ok({ caseId, revision: filing.revision, savedAt: setting.now, problems, documents });
  };
