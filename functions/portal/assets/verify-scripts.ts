// The scripts of the pages that check cards, as browsers get them: built for browsers beside this function's own code
// (infra/constructs/bundle.ts), read when the first of those pages is asked for.
import { readFileSync } from 'node:fs';

export interface VerifyScripts {
  readonly page: string;
  readonly worker: string;
}

const textOf = (name: string): string => readFileSync(new URL(`./${name}.js`, import.meta.url), 'utf8');

export const readVerifyScripts = (): VerifyScripts => ({
  page: textOf('verify-page'),
  worker: textOf('verify-worker'),
});
