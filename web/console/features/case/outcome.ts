// What a form of a step works with: the outcome that is chosen, and the texts typed so far, by name.
import type { OutcomeView } from '@layan/contract/staff/case';
import type * as z from 'zod/mini';

export type Outcome = z.output<typeof OutcomeView>;

/** `outcome`, `note`, `fact.<id>`, `missing.requirement.<id>`, `missing.fact.<id>`. */
export type Texts = Readonly<Record<string, string>>;
