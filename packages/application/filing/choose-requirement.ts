// Says which of several things is brought for a requirement, before its scan is sent.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import { againWhenChanged } from './again-when-changed.ts';
import type { FilingFailure } from './errors.ts';
import { loadFiling } from './load-filing.ts';

export interface ChooseRequirementInput {
  readonly session: string;
  readonly requirement: string;
  readonly choice: string;
}

export type ChooseRequirementError = FilingFailure<
  'filing-not-found' | 'filing-already-sent' | 'filing-changed' | 'requirement-not-found'
>;

export const makeChooseRequirement =
  (ports: Pick<Ports, 'standards' | 'filings' | 'vault'>) =>
  ({
    session,
    requirement: id,
    choice,
  }: ChooseRequirementInput): Promise<Result<void, ChooseRequirementError>> =>
    againWhenChanged<void, ChooseRequirementError>(async () => {
      const loaded = await loadFiling(ports, session);
      if (!loaded) return err({ code: 'filing-not-found' });
      const { filing, channel, index } = loaded;
      if (filing.filedAt) return err({ code: 'filing-already-sent' });
      const requirement = channel.requirements.includes(id) ? index.requirements.get(id) : undefined;
      if (!requirement?.oneOf?.some((one) => one.id === choice))
        return err({ code: 'requirement-not-found' });
      const choices = { ...filing.choices, [id]: choice };
      const saved = await ports.filings.save(
        { ...filing, choices, revision: filing.revision + 1 },
        filing.revision,
      );
      return saved.ok ? ok(undefined) : err({ code: 'filing-changed' });
    });
